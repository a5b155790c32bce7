"""Rules are values; a book runs them all, and goes on when one crashes."""

from collections.abc import Iterable

import pytest

import territoires_participatifs as tp
from territoires_participatifs.checks import mentions

SOURCE = tp.Source(id="guide", title="Le guide")


def _crashing(code: str) -> tp.Rule[tp.Call]:
    @tp.rule(
        code,
        "call.crashes",
        on=tp.Call,
        moment=tp.Moment.DRAFT,
        severity=tp.Severity.ERROR,
        sources=(SOURCE,),
        since="26.1",
    )
    def crashes(call: tp.Call, _: tp.Context) -> Iterable[tp.Fault]:
        """It fails."""
        yield tp.fault("names", before="the crash")
        message = f"no luck with {call.id}"
        raise ZeroDivisionError(message)

    return crashes


@tp.rule(
    "XXX002",
    "call.without-a-name",
    on=tp.Call,
    moment=tp.Moment.DECISION,
    severity=tp.Severity.WARNING,
    sources=(SOURCE,),
    since="26.1",
)
def nameless(call: tp.Call, context: tp.Context) -> Iterable[tp.Fault]:
    """A call has a name.

    So that people can speak of it.
    """
    if not call.names and context.on is not None:
        yield tp.fault("names", day=context.on)


CALLS = tp.Dataset(calls=(tp.Call(id="a"), tp.Call(id="b", names=(tp.Name("B"),))))


def test_a_rule_that_crashes_becomes_a_finding_and_the_others_go_on() -> None:
    book = tp.Rulebook((_crashing("XXX001"), nameless))
    report = tp.check(CALLS, book=book, on="2021-03-12")
    assert [(e.code, e.pointer, e.entity) for e in report] == [
        ("CHK001", "/calls/0", "a"),
        ("XXX001", "/calls/0/names", "a"),
        ("XXX002", "/calls/0/names", "a"),
        ("CHK001", "/calls/1", "b"),
        ("XXX001", "/calls/1/names", "b"),
    ]
    crash = report.findings[0]
    assert crash.severity is tp.Severity.WARNING
    assert "XXX001" in crash.message("en")
    assert "ZeroDivisionError: no luck with a" in crash.message("en")


def test_a_rule_knows_the_day_only_if_it_is_given() -> None:
    book = tp.Rulebook((nameless,))
    assert not tp.check(CALLS, book=book)
    assert tp.check(CALLS, book=book, on="2021-03-12").findings[0].facts == {
        "day": tp.day("2021-03-12")
    }


def test_a_rule_is_asked_from_its_moment_on() -> None:
    book = tp.Rulebook((nameless,))
    assert not tp.check(CALLS, book=book, on="2021-03-12", moment="instruction")
    assert tp.check(CALLS, book=book, on="2021-03-12", moment=tp.Moment.DECISION)
    with pytest.raises(ValueError, match="yesterday"):
        tp.check(CALLS, moment="yesterday")


def test_a_rule_tells_its_reason() -> None:
    assert nameless.reason == "A call has a name.\n\nSo that people can speak of it."


def test_a_book_is_sorted_and_never_changes() -> None:
    other = _crashing("AAA001")
    book = tp.Rulebook((nameless,))
    both = book | tp.Rulebook((other,))
    assert [each.code for each in both.rules] == ["AAA001", "XXX002"]
    assert [each.code for each in book.rules] == ["XXX002"]
    assert both.without("XXX002").rules == (other,)
    assert both["XXX002"] is nameless
    assert "XXX002" in both
    assert "XXX003" not in both
    with pytest.raises(KeyError):
        both["XXX003"]


def test_a_rule_of_another_book_does_not_take_a_place_in_silence() -> None:
    book, mine = tp.Rulebook((nameless,)), tp.Rulebook((_crashing("XXX002"),))
    with pytest.raises(ValueError, match="two rules XXX002"):
        _ = book | mine
    assert (book.without("XXX002") | mine).rules == mine.rules
    assert (book | book).rules == book.rules


def test_a_book_is_counted_walked_and_shown() -> None:
    book = tp.Rulebook((nameless,))
    assert len(book) == 1
    assert list(book) == [nameless]
    assert repr(book) == "Rulebook(XXX002)"


def test_one_entity_is_checked_alone() -> None:
    call = tp.Call(id="a", follows=tp.Ref("b"), disputed=("/nothing",))
    report = tp.check(call)
    assert [(each.code, each.pointer) for each in report] == [("SRC001", "/disputed/0")]


def test_a_context_finds_and_walks() -> None:
    seen: list[object] = []

    @tp.rule(
        "XXX003",
        "call.looks-around",
        on=tp.Call,
        moment=tp.Moment.DRAFT,
        severity=tp.Severity.INFO,
        sources=(SOURCE,),
        since="26.1",
    )
    def looks_around(call: tp.Call, context: tp.Context) -> Iterable[tp.Fault]:
        """It looks around."""
        seen.extend([context.find("a"), context.find("nobody"), context.referring("a")])
        assert call is not None
        return ()

    first, second = tp.Call(id="a"), tp.Call(id="b", follows=tp.Ref("a"))
    tp.check(tp.Dataset(calls=(first, second)), book=tp.Rulebook((looks_around,)))
    assert seen == [first, None, (second,)] * 2


def test_mentions_tell_who_refers_to_whom_and_where() -> None:
    call = tp.Call(id="a", programmes=(tp.Ref("p"), tp.Ref("q")), source=tp.Ref("s"))
    found = [(e.pointer, e.ref.id, e.target) for e in mentions(tp.Dataset(calls=(call,)))]
    assert found == [
        ("/calls/0/programmes/0", "p", tp.Programme),
        ("/calls/0/programmes/1", "q", tp.Programme),
        ("/calls/0/source", "s", tp.Source),
    ]


def _with_words(words: dict[tp.Language, dict[str, str]]) -> tp.Finding:
    @tp.rule(
        "XXX003",
        "call.exists",
        on=tp.Call,
        moment=tp.Moment.DRAFT,
        severity=tp.Severity.INFO,
        sources=(SOURCE,),
        since="26.1",
        words=words,
    )
    def exists(_: tp.Call, __: tp.Context) -> Iterable[tp.Fault]:
        """A call is there."""
        yield tp.fault(days=2)

    return tp.check(tp.Call(id="a"), book=tp.Rulebook([exists]))[0]


def test_a_rule_brings_its_own_sentences() -> None:
    finding = _with_words(
        {
            "fr": {
                "title": "Trop court",
                "message": "{days} {days:jour|jours}.",
                "remedy": "Finir.",
            },
            "en": {"title": "Too short", "message": "{days} {days:day|days}.", "remedy": "End it."},
        }
    )
    assert [finding.title("fr"), finding.message("fr"), finding.remedy("fr")] == [
        "Trop court",
        "2 jours.",
        "Finir.",
    ]
    assert finding.message("en") == "2 days."
    assert finding == tp.Finding(
        code="XXX003",
        severity=tp.Severity.INFO,
        facts={"days": 2},
        entity="a",
        sources=(SOURCE,),
    )


def test_a_sentence_in_one_language_is_better_than_none() -> None:
    finding = _with_words({"en": {"message": "It is."}})
    assert finding.message("fr") == "It is."
    assert finding.remedy("fr") == "XXX003.remedy"


def test_the_words_of_a_rule_are_not_those_of_its_crash() -> None:
    assert _with_words({}).message() == "XXX003.message"


@pytest.mark.parametrize("template", ["{days", "days}", "{days!}"])
def test_a_sentence_whose_braces_do_not_match_is_refused_at_once(template: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        _with_words({"en": {"message": template}})
