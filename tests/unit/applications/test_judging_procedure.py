"""Demands on the file, judged at their boundaries and where something is not known."""

from typing import Any, Final

import pytest
from attrs import evolve
from demands.procedure import DEADLINE, NOW, SAMPLES, at, file, together
from demands.sample import Sample

import territoires_participatifs as tp
from territoires_participatifs.applications import DemandResult, Settler
from territoires_participatifs.applications._judges._combined import judge_of
from territoires_participatifs.applications._judges._facts import Facts

YES, NO, UNKNOWN = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED
CALL: Final = tp.Call(id="call")
NOON: Final = tp.Deadline(day=tp.PartialDate("2021-03-12"), hour="12:00")
SENT: Final = evolve(DEADLINE, event=tp.CountingEvent.SENT)
OPEN: Final = evolve(DEADLINE, event=None)
KINDS: Final = tp.DocumentKind
VOWS: Final = tp.CommitmentKind


def judged(
    demand: Any, application: tp.Application, call: tp.Call = CALL, known: Any = None
) -> DemandResult:
    _, (result,) = judge_of(demand)(Facts(application, call, None, known), UNKNOWN)
    return result


def gaps(result: DemandResult) -> list[tuple[str, str]]:
    return [(each.name, each.place) for each in result.missing]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.name)
def test_a_sample_is_met_broken_and_forgotten(sample: Sample) -> None:
    def met(application: tp.Application) -> tp.Ternary:
        return judged(sample.demand, application, sample.call, sample.known).met

    assert met(sample.application) is YES
    assert met(sample.breaks(sample.application)) is NO
    assert sample.forgets is not None
    forgotten = sample.forgets(sample.application)
    assert met(forgotten) is UNKNOWN
    assert judged(sample.demand, forgotten, sample.call, sample.known).missing


@pytest.mark.parametrize(
    ("deadline", "instant", "met"),
    [
        (DEADLINE, at("2021-03-12", "16:59"), YES),
        (DEADLINE, at("2021-03-12", "17:00"), UNKNOWN),
        (DEADLINE, at("2021-03-12", "17:01"), NO),
        (DEADLINE, at("2021-03-11"), YES),
        (DEADLINE, at("2021-03-12"), UNKNOWN),
        (DEADLINE, at("2021-03-13"), NO),
        (DEADLINE, at("2021-03"), UNKNOWN),
        (DEADLINE, at("2021-03-12", "11:59", "America/Guadeloupe"), YES),
        (DEADLINE, at("2021-03-12", "12:01", "America/Guadeloupe"), NO),
        (DEADLINE, at("2021-03-12", "16:59", None), UNKNOWN),
        (evolve(DEADLINE, hour=None), at("2021-03-12"), YES),
        (evolve(DEADLINE, hour=None), at("2021-03-12", "23:59"), YES),
        (evolve(DEADLINE, hour=None), at("2021-03-13", "00:00"), NO),
        (evolve(DEADLINE, hour=None), at("2021-03-12", "23:59", "America/Guadeloupe"), NO),
        (evolve(DEADLINE, zone=None), at("2021-03-12", "16:59", None), YES),
        (evolve(DEADLINE, zone=None), at("2021-03-12", "17:01", None), NO),
        (evolve(DEADLINE, zone=None), at("2021-03-12", "16:59"), UNKNOWN),
        (evolve(DEADLINE, kind=tp.DeadlineKind.UNTIL_EXHAUSTED), at("2021-03-01"), UNKNOWN),
        (evolve(DEADLINE, kind=tp.DeadlineKind.UNTIL_EXHAUSTED), at("2021-03-13"), NO),
        (tp.Deadline(kind=tp.DeadlineKind.UNTIL_EXHAUSTED), at("2021-03-13"), UNKNOWN),
        (tp.Deadline(kind=tp.DeadlineKind.TO_BE_ANNOUNCED), at("2021-03-13"), UNKNOWN),
        (tp.Deadline(kind=tp.DeadlineKind.ROLLING), at("2021-03-13"), YES),
        (tp.Deadline(kind=tp.DeadlineKind.ROLLING), None, YES),
        (DEADLINE, at("0001-01-01"), UNKNOWN),
        (DEADLINE, at("9999-12-31"), NO),
        (DEADLINE, None, UNKNOWN),
    ],
)
def test_what_is_received_is_in_time_only_if_surely_so(
    deadline: tp.Deadline, instant: tp.Instant | None, met: tp.Ternary
) -> None:
    result = judged(tp.DeadlineDemand(deadline=deadline), file(received=instant))
    assert result.met is met
    assert bool(result.missing) is met.is_undetermined


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (tp.CountingEvent.SENT, "submitted"),
        (tp.CountingEvent.RECEIVED, "received"),
        (tp.CountingEvent.COMPLETE, "completed"),
        (tp.CountingEvent.ACKNOWLEDGED, "acknowledged"),
    ],
)
def test_the_event_that_counts_is_the_one_that_is_looked_at(
    event: tp.CountingEvent, name: str
) -> None:
    demand = tp.DeadlineDemand(deadline=evolve(DEADLINE, event=event))
    late = dict.fromkeys(("submitted", "received", "completed", "acknowledged"), at("2021-03-13"))
    result = judged(demand, file(**{**late, name: at("2021-03-12", "12:00")}))
    assert (result.met, result.seen) == (YES, (f"/{name}",))
    assert [(each.name, each.instant, each.place) for each in result.facts] == [
        (name, at("2021-03-12", "12:00"), f"/{name}"),
        ("deadline", at("2021-03-12", "17:00"), None),
    ]
    assert gaps(judged(demand, file(**{**late, name: None}))) == [(name, f"/{name}")]


IN_TIME, LATE = at("2021-03-12", "12:00"), at("2021-03-13")


@pytest.mark.parametrize(
    ("submitted", "received", "channel", "met", "missing"),
    [
        (IN_TIME, IN_TIME, None, YES, []),
        (None, IN_TIME, None, YES, []),
        (LATE, LATE, None, NO, []),
        (LATE, None, None, NO, []),
        (IN_TIME, LATE, None, UNKNOWN, ["counting-event"]),
        (LATE, IN_TIME, None, UNKNOWN, ["counting-event"]),
        (None, LATE, None, UNKNOWN, ["submitted"]),
        (IN_TIME, None, None, UNKNOWN, ["received"]),
        (IN_TIME, None, tp.Channel.PAPER, UNKNOWN, ["received"]),
        (IN_TIME, None, tp.Channel.ONLINE, YES, []),
        (IN_TIME, at("2021-03"), tp.Channel.ONLINE, YES, []),
        (IN_TIME, at("2021-03"), tp.Channel.PAPER, UNKNOWN, ["received"]),
        (LATE, at("2021-03"), tp.Channel.ONLINE, NO, []),
        (at("2021-03"), at("2021-03"), tp.Channel.ONLINE, UNKNOWN, ["submitted"]),
        (at("2021-03"), IN_TIME, tp.Channel.ONLINE, YES, []),
        (None, None, tp.Channel.ONLINE, UNKNOWN, ["submitted", "received"]),
    ],
)
def test_where_no_event_is_told_what_is_sure_of_each_decides(
    submitted: tp.Instant | None,
    received: tp.Instant | None,
    channel: tp.Channel | None,
    met: tp.Ternary,
    missing: list[str],
) -> None:
    application = file(submitted=submitted, received=received, channel=channel)
    result = judged(tp.DeadlineDemand(deadline=OPEN), application)
    assert result.met is met
    assert [each.name for each in result.missing] == missing


def test_what_is_sent_online_has_arrived_and_waits_for_the_funds_alone() -> None:
    while_funds_last = evolve(OPEN, kind=tp.DeadlineKind.UNTIL_EXHAUSTED)
    application = file(submitted=IN_TIME, received=None, channel=tp.Channel.ONLINE)
    result = judged(tp.DeadlineDemand(deadline=while_funds_last), application)
    assert gaps(result) == [("funds-left", "/round")]


def test_the_deadline_is_that_of_the_round_or_of_the_call() -> None:
    early, late = (
        tp.Round(id=each, deadline=evolve(SENT, day=tp.PartialDate(day)))
        for each, day in (("early", "2021-03-01"), ("late", "2021-06-01"))
    )
    two = tp.Call(id="call", closes=SENT, rounds=(early, late))
    demand = tp.DeadlineDemand()
    sent = file(submitted=at("2021-04-01"))
    assert judged(demand, sent, two).met is UNKNOWN
    assert gaps(judged(demand, sent, two)) == [("round", "/round")]
    assert judged(demand, evolve(sent, round="early"), two).met is NO
    assert judged(demand, evolve(sent, round="late"), two).met is YES
    assert judged(demand, file(submitted=at("2021-02-01")), two).met is YES
    assert judged(demand, file(submitted=at("2021-07-01")), two).met is NO
    assert judged(demand, sent, tp.Call(id="call", rounds=(late,))).met is YES
    assert judged(demand, sent, tp.Call(id="call", closes=SENT)).met is NO
    without = tp.Call(id="call", closes=SENT, rounds=(tp.Round(id="only"),))
    assert judged(demand, sent, without).met is NO
    assert gaps(judged(demand, sent, CALL)) == [("deadline", "/round")]
    other = tp.Call(id="call", closes=SENT, rounds=(early,))
    assert judged(tp.DeadlineDemand(deadline=late.deadline), sent, other).met is YES


def test_a_round_without_its_deadline_closes_with_the_call_at_the_latest() -> None:
    told = tp.Round(id="told", deadline=evolve(SENT, day=tp.PartialDate("2021-03-01")))
    untold, demand = tp.Round(id="untold"), tp.DeadlineDemand()
    early = file(submitted=at("2021-02-01"), round="untold")
    late = file(submitted=at("2021-03-13"), round="untold")
    waves = tp.Call(id="call", closes=SENT, rounds=(told, untold))
    assert judged(demand, early, waves).met is UNKNOWN
    assert gaps(judged(demand, early, waves)) == [("deadline", "/round")]
    assert judged(demand, late, waves).met is NO
    alone = tp.Call(id="call", closes=SENT, rounds=(untold,))
    assert judged(demand, early, alone).met is YES
    disputed = evolve(alone, disputed=("/rounds/0/deadline",))
    assert judged(demand, early, disputed).met is UNKNOWN
    assert judged(demand, early, evolve(alone, disputed=("/announced",))).met is YES


@pytest.mark.parametrize(
    ("deadline", "instant", "missing"),
    [
        (DEADLINE, at("2021-03-12", None, "Europe/Paris"), [("hour", "/received/hour")]),
        (
            DEADLINE,
            at("2021-03-12", None, None),
            [("hour", "/received/hour"), ("zone", "/received/zone")],
        ),
        (DEADLINE, at("2021-03-12", "16:59", None), [("zone", "/received/zone")]),
        (evolve(DEADLINE, zone=None), at("2021-03-12", "16:59"), [("zone", "/round")]),
        (
            evolve(DEADLINE, zone=None),
            at("2021-03-12", None, None),
            [("hour", "/received/hour")],
        ),
        (DEADLINE, at("2021-03-12", "17:00"), [("received", "/received")]),
        (DEADLINE, at("2021-03", None, None), [("received", "/received")]),
        (DEADLINE, None, [("received", "/received")]),
    ],
)
def test_the_very_part_of_an_instant_that_is_missing_is_named(
    deadline: tp.Deadline, instant: tp.Instant | None, missing: list[tuple[str, str]]
) -> None:
    result = judged(tp.DeadlineDemand(deadline=deadline), file(received=instant))
    assert result.met is UNKNOWN
    assert gaps(result) == missing


def test_an_hour_too_late_is_told_with_the_deadline() -> None:
    asked = tp.Requirement(id="in-time", demand=tp.DeadlineDemand(deadline=DEADLINE))
    call = tp.Call(id="call", requirements=(asked,))
    found = tp.assess(file(received=at("2021-03-12", "17:01")), call)
    assert "12 March 2021 at 17:01 (Europe/Paris)" in found.in_words("en")
    assert "deadline of the call: 12 March 2021 at 17:00 (Europe/Paris)" in found.in_words("en")
    assert "12 mars 2021 à 17:00 (Europe/Paris)" in found.in_words("fr").replace("\xa0", " ")


def stage(name: str, until: str | None, kind: tp.StageKind | None = None) -> tp.Stage:
    deadline = None if until is None else evolve(SENT, day=tp.PartialDate(until))
    return tp.Stage(id=name, deadline=deadline, kind=kind)


FIRST, SECOND = stage("s1", "2021-02-01"), stage("s2", "2021-06-01")
UNTOLD_FIRST, UNTOLD_SECOND = stage("s1", None), stage("s2", None)
HEARING: Final = stage("hearing", "2021-01-01", tp.StageKind.HEARING)
ASK_STAGE, ASK_DEADLINE = ("stage", "/stage"), ("deadline", "/stage")


@pytest.mark.parametrize(
    ("stages", "named", "sent", "met", "missing"),
    [
        ((FIRST,), "s1", "2021-01-31", YES, []),
        ((FIRST,), "s1", "2021-03-01", NO, []),
        ((FIRST,), None, "2021-03-01", NO, []),
        ((FIRST, SECOND), "s2", "2021-03-01", YES, []),
        ((FIRST, SECOND), "s2", "2021-06-02", NO, []),
        ((FIRST, SECOND), None, "2021-03-01", UNKNOWN, [ASK_STAGE]),
        ((FIRST, SECOND), None, "2021-01-31", YES, []),
        ((FIRST, SECOND), None, "2021-06-02", NO, []),
        ((FIRST, HEARING), None, "2021-01-31", YES, []),
        ((HEARING,), None, "2021-01-31", YES, []),
        ((HEARING,), "hearing", "2021-01-31", NO, []),
        ((UNTOLD_FIRST,), None, "2021-03-11", YES, []),
        ((UNTOLD_FIRST,), None, "2021-03-13", NO, []),
        ((UNTOLD_FIRST, UNTOLD_SECOND), "s1", "2021-03-13", NO, []),
        ((UNTOLD_FIRST, UNTOLD_SECOND), "s2", "2021-03-11", YES, []),
        ((UNTOLD_FIRST, UNTOLD_SECOND), "s2", "2021-03-13", UNKNOWN, [ASK_DEADLINE]),
        ((HEARING, UNTOLD_SECOND), "s2", "2021-03-13", NO, []),
        ((UNTOLD_FIRST, SECOND), "s1", "2021-03-11", UNKNOWN, [ASK_DEADLINE]),
        ((UNTOLD_FIRST, SECOND), "s1", "2021-03-13", NO, []),
        ((FIRST, UNTOLD_SECOND), "s2", "2021-03-11", UNKNOWN, [ASK_DEADLINE]),
        ((FIRST, SECOND), "s3", "2021-01-31", UNKNOWN, [ASK_STAGE]),
        ((), "s3", "2021-03-11", YES, []),
        ((), "s3", "2021-03-13", NO, []),
    ],
)
def test_the_deadline_of_a_stage_counts_before_that_of_the_call(
    stages: tuple[tp.Stage, ...],
    named: str | None,
    sent: str,
    met: tp.Ternary,
    missing: list[tuple[str, str]],
) -> None:
    call = tp.Call(id="call", closes=SENT, stages=stages)
    result = judged(tp.DeadlineDemand(), file(submitted=at(sent), stage=named), call)
    assert result.met is met
    assert gaps(result) == missing


@pytest.mark.parametrize(
    ("days", "closes", "sent", "met"),
    [
        (("2021-03-01",), None, "2021-02-01", UNKNOWN),
        (("2021-03-01",), None, "2021-03-02", UNKNOWN),
        (("2021-03-01", "2021-06-01"), None, "2021-02-01", UNKNOWN),
        (("2021-03-01",), SENT, "2021-02-01", UNKNOWN),
        (("2021-03-01",), SENT, "2021-03-02", UNKNOWN),
        (("2021-03-01",), SENT, "2021-03-13", NO),
        (("2021-03-01", "2021-06-01"), SENT, "2021-03-13", UNKNOWN),
        ((), SENT, "2021-03-11", YES),
        ((), SENT, "2021-03-13", NO),
    ],
)
def test_a_round_that_the_call_does_not_hold_is_asked_for(
    days: tuple[str, ...], closes: tp.Deadline | None, sent: str, met: tp.Ternary
) -> None:
    rounds = tuple(
        tp.Round(id=f"r{index}", deadline=evolve(SENT, day=tp.PartialDate(day)))
        for index, day in enumerate(days)
    )
    call = tp.Call(id="call", closes=closes, rounds=rounds)
    result = judged(tp.DeadlineDemand(), file(submitted=at(sent), round="hiver"), call)
    assert result.met is met
    assert gaps(result) == ([("round", "/round")] if met is UNKNOWN else [])


def letter(**fields: Any) -> tp.Document:
    return tp.Document(kind=KINDS.LETTER_OF_INTENT, **fields)


def asks(**fields: Any) -> tp.DocumentDemand:
    return tp.DocumentDemand(kinds=(KINDS.LETTER_OF_INTENT, KINDS.LETTER_OF_SUPPORT), **fields)


LEAST_TWO: Final = tp.Count(2, tp.Exactness.AT_LEAST)
FOUR_PAGES: Final = tp.Count(4, tp.Exactness.AT_MOST)
SIGNED: Final = tp.PartialDate("2021-03-01")


@pytest.mark.parametrize(
    ("demand", "documents", "met"),
    [
        (asks(), (letter(),), YES),
        (asks(), (tp.Document(kind=KINDS.LETTER_OF_SUPPORT),), YES),
        (asks(), (tp.Document(kind=KINDS.BUDGET),), NO),
        (asks(), (), NO),
        (asks(), None, UNKNOWN),
        (asks(number=LEAST_TWO), (letter(), letter()), YES),
        (asks(number=LEAST_TWO), (letter(),), NO),
        (asks(number=tp.Count(1)), (letter(), letter()), NO),
        (asks(pages=FOUR_PAGES), (letter(pages=tp.Count(4)),), YES),
        (asks(pages=FOUR_PAGES), (letter(pages=tp.Count(5)),), NO),
        (asks(pages=FOUR_PAGES), (letter(),), UNKNOWN),
        (asks(pages=FOUR_PAGES), (letter(pages=tp.Count(4)), letter(pages=tp.Count(5))), NO),
        (asks(titles=("Maire",)), (letter(title="LETTRE DU MAIRE, 2021"),), YES),
        (asks(titles=("maire",)), (letter(title="Lettre de la mairesse"),), NO),
        (asks(titles=("préfet", "maire")), (letter(title="Lettre du maire"),), YES),
        (asks(titles=("maire",)), (letter(),), UNKNOWN),
        (asks(titles=("maire",), pages=FOUR_PAGES), (letter(pages=tp.Count(5)),), UNKNOWN),
        (asks(number=LEAST_TWO, titles=("a",)), (letter(title="a"), letter()), UNKNOWN),
        (asks(signed=YES), (letter(signed=SIGNED),), YES),
        (asks(signed=YES), (letter(),), UNKNOWN),
        (asks(signed=YES), (), NO),
        (asks(signed=NO), (letter(),), YES),
        (asks(), (letter(), tp.Document(kind=KINDS.BUDGET)), YES),
        (tp.DocumentDemand(kinds=()), (letter(),), UNKNOWN),
    ],
)
def test_documents_of_the_kinds_are_counted_and_looked_at(
    demand: tp.DocumentDemand, documents: tuple[tp.Document, ...] | None, met: tp.Ternary
) -> None:
    result = judged(demand, file(documents=documents))
    assert result.met is met
    assert bool(result.missing) is met.is_undetermined


def test_documents_tell_how_many_they_are_and_what_is_not_known_of_them() -> None:
    demand = asks(titles=("maire",), pages=FOUR_PAGES, signed=YES)
    result = judged(demand, file(documents=(letter(pages=tp.Count(3)), letter(title="maire"))))
    assert result.facts[0].count == tp.Count(0, tp.Exactness.BETWEEN, 2)
    assert [(each.count, each.place) for each in result.facts[1:]] == [
        (tp.Count(3), "/documents/0/pages")
    ]
    assert gaps(result) == [
        ("document-title", "/documents/0/title"),
        ("signed", "/documents/0/signed"),
        ("signed", "/documents/1/signed"),
        ("pages", "/documents/1/pages"),
    ]
    assert result.seen == ("/documents/0", "/documents/1")


def speaks(*languages: str, every: tp.Ternary = NO) -> tp.LanguageDemand:
    return tp.LanguageDemand(languages=languages, every=every)


@pytest.mark.parametrize(
    ("demand", "language", "languages", "met"),
    [
        (speaks("fr", "nl"), "nl", (), YES),
        (speaks("fr"), "FR".lower(), (), YES),
        (speaks("fr"), "fr-BE", (), YES),
        (speaks("fr-BE"), "fr", (), UNKNOWN),
        (speaks("fr"), "fro", (), NO),
        (speaks("fr"), "en", (), NO),
        (speaks("fr"), "en", ("fr",), YES),
        (speaks("fr"), None, ("fr",), YES),
        (speaks("fr"), None, ("en",), UNKNOWN),
        (speaks("fr"), None, (), UNKNOWN),
        (speaks("fr", "nl", every=YES), "fr", (), NO),
        (speaks("fr", "nl", every=YES), "fr", ("nl",), YES),
        (speaks("fr", "nl", every=YES), None, ("nl",), UNKNOWN),
        (speaks("fr", "nl", every=UNKNOWN), "fr", (), UNKNOWN),
        (speaks("fr", "nl", every=UNKNOWN), "fr", ("nl",), YES),
        (speaks("fr", "nl", every=UNKNOWN), "en", (), NO),
        (speaks(), "fr", (), UNKNOWN),
    ],
)
def test_one_language_is_enough_unless_each_is_asked(
    demand: tp.LanguageDemand, language: str | None, languages: tuple[str, ...], met: tp.Ternary
) -> None:
    result = judged(demand, file(language=language, languages=languages))
    assert result.met is met
    assert bool(result.missing) is met.is_undetermined


def test_who_can_tell_the_language_depends_on_who_left_it_out() -> None:
    asked = judged(speaks("fr"), file())
    assert [each.by for each in asked.missing] == [Settler.APPLICANT]
    unclear = judged(speaks("fr", "nl", every=UNKNOWN), file(language="fr"))
    assert [each.by for each in unclear.missing] == [Settler.PERSON]
    assert [(each.text, each.place) for each in unclear.facts] == [("fr", "/language")]


def test_the_way_of_sending_is_one_of_those_that_are_admitted() -> None:
    demand = tp.ChannelDemand(channels=(tp.Channel.ONLINE, tp.Channel.EMAIL))
    result = judged(demand, file(channel=tp.Channel.EMAIL))
    assert (result.met, result.seen) == (YES, ("/channel",))
    assert [(each.term, each.place) for each in result.facts] == [("Channel.email", "/channel")]
    assert judged(demand, file(channel=tp.Channel.PAPER)).met is NO
    assert gaps(judged(demand, file())) == [("channel", "/channel")]
    assert judged(tp.ChannelDemand(channels=()), file(channel=tp.Channel.PAPER)).met is UNKNOWN


VOW: Final = tp.Commitment(to=VOWS.REPUBLICAN)
OURS, THEIRS = evolve(VOW, by=tp.Ref("town")), evolve(VOW, by=tp.Ref("club"))
REFUSED: Final = evolve(VOW, made=NO)
OTHER: Final = tp.Commitment(to=VOWS.OTHER, text=tp.Bilingual("Ouvrir les données."))
OPENS: Final = tp.CommitmentDemand(to=VOWS.OTHER, text=tp.Bilingual("ouvrir les donnees"))


@pytest.mark.parametrize(
    ("demand", "commitments", "met"),
    [
        (tp.CommitmentDemand(to=VOWS.REPUBLICAN), (VOW,), YES),
        (tp.CommitmentDemand(to=VOWS.REPUBLICAN), (OURS,), YES),
        (tp.CommitmentDemand(to=VOWS.REPUBLICAN), (THEIRS,), NO),
        (tp.CommitmentDemand(to=VOWS.REPUBLICAN), (REFUSED,), NO),
        (tp.CommitmentDemand(to=VOWS.REPUBLICAN), (evolve(VOW, made=UNKNOWN),), UNKNOWN),
        (tp.CommitmentDemand(to=VOWS.REPUBLICAN), (REFUSED, OURS), YES),
        (tp.CommitmentDemand(to=VOWS.REPUBLICAN), (), NO),
        (tp.CommitmentDemand(to=VOWS.REPUBLICAN), None, UNKNOWN),
        (tp.CommitmentDemand(to=VOWS.DUTIES), (VOW,), NO),
        (OPENS, (OTHER,), YES),
        (OPENS, (evolve(OTHER, text=tp.Bilingual("Ouvrir la porte")),), UNKNOWN),
        (OPENS, (evolve(OTHER, text=None),), UNKNOWN),
        (OPENS, (VOW,), NO),
        (tp.CommitmentDemand(to=VOWS.OTHER), (OTHER,), UNKNOWN),
    ],
)
def test_a_commitment_is_made_by_the_applicant(
    demand: tp.CommitmentDemand, commitments: tuple[tp.Commitment, ...] | None, met: tp.Ternary
) -> None:
    result = judged(demand, file(commitments=commitments))
    assert result.met is met
    assert bool(result.missing) is met.is_undetermined


@pytest.mark.parametrize(
    ("every", "commitments", "met"),
    [
        (YES, (OURS, THEIRS), YES),
        (YES, (VOW, THEIRS), YES),
        (YES, (OURS,), NO),
        (YES, (VOW,), UNKNOWN),
        (YES, (OURS, evolve(THEIRS, made=NO)), NO),
        (NO, (OURS,), YES),
        (UNKNOWN, (OURS,), UNKNOWN),
        (UNKNOWN, (OURS, THEIRS), YES),
        (UNKNOWN, (), NO),
    ],
)
def test_every_member_makes_a_commitment_where_each_must(
    every: tp.Ternary, commitments: tuple[tp.Commitment, ...], met: tp.Ternary
) -> None:
    demand = tp.CommitmentDemand(to=VOWS.REPUBLICAN, every_member=every)
    consortium = together("town", "club")
    application = file(consortium=consortium, commitments=commitments)
    assert judged(demand, application).met is met
    led = evolve(application, applicant=None)
    assert judged(demand, led).met is met
    open_list = evolve(application, consortium=evolve(consortium, members_complete=UNKNOWN))
    still = judged(demand, open_list)
    assert still.met is (met if every.is_no or met.is_no else UNKNOWN)
    assert bool(still.missing) is still.met.is_undetermined


def test_a_commitment_tells_where_it_is_and_what_would_settle_it() -> None:
    found = judged(tp.CommitmentDemand(to=VOWS.REPUBLICAN), file(commitments=(OTHER, VOW)))
    assert found.seen == ("/commitments/1",)
    assert [(each.name, each.answer, each.subject, each.place) for each in found.facts] == [
        ("commitment", YES, "town", "/commitments/1")
    ]
    unclear = judged(OPENS, file(commitments=(evolve(OTHER, text=None),)))
    assert [(each.name, each.place, each.by) for each in unclear.missing] == [
        ("commitment-text", "/commitments/0/text", Settler.PERSON)
    ]
    absent = judged(tp.CommitmentDemand(to=VOWS.REPUBLICAN), file(commitments=()))
    assert [(each.answer, each.place) for each in absent.facts] == [(NO, "/commitments")]
    nobody = tp.Application(id="file", commitments=(OURS,))
    result = judged(tp.CommitmentDemand(to=VOWS.REPUBLICAN), nobody)
    assert (result.met, gaps(result)) == (UNKNOWN, [("committed", "/commitments/0/by")])


TO_OPEN: Final = tp.Commitment(to=VOWS.OTHER, text=OPENS.text, made=YES)
TO_CLOSE: Final = tp.Commitment(to=VOWS.OTHER, text=tp.Bilingual("Fermer le soir."), made=YES)


@pytest.mark.parametrize(
    ("commitments", "met", "told"),
    [
        ((TO_CLOSE, TO_OPEN), YES, [(YES, "/commitments/1")]),
        ((TO_OPEN, evolve(TO_OPEN, made=NO)), YES, [(YES, "/commitments/0")]),
        ((TO_CLOSE, evolve(TO_OPEN, made=NO)), UNKNOWN, [(YES, "/commitments/0")]),
        (
            (evolve(TO_CLOSE, made=NO), evolve(TO_OPEN, made=NO)),
            NO,
            [(NO, "/commitments/1")],
        ),
        ((evolve(TO_CLOSE, made=NO),), NO, [(NO, "/commitments")]),
        ((TO_CLOSE, TO_CLOSE), UNKNOWN, [(YES, "/commitments/0"), (YES, "/commitments/1")]),
        ((evolve(TO_OPEN, made=UNKNOWN), TO_OPEN), YES, [(YES, "/commitments/1")]),
    ],
)
def test_only_the_commitments_that_answer_are_told(
    commitments: tuple[tp.Commitment, ...],
    met: tp.Ternary,
    told: list[tuple[tp.Ternary, str]],
) -> None:
    result = judged(OPENS, file(commitments=commitments))
    assert result.met is met
    assert [(each.answer, each.place) for each in result.facts] == told


EARLIER: Final = tp.Application(
    id="earlier",
    call=tp.Ref("call-2019"),
    applicant=tp.Ref("town"),
    status=tp.ApplicationStatus.SELECTED,
)
REPORT: Final = tp.Document(kind=KINDS.ACTIVITY_REPORT)


def beside(*applications: tp.Application, first: str = "call-2019") -> tp.Dataset:
    before = tp.Call(id="call-2019", follows=tp.Ref("call"))
    return tp.Dataset(calls=(evolve(before, id=first), NOW), applications=applications)


@pytest.mark.parametrize(
    ("renewal", "documents", "known", "met"),
    [
        (NO, None, None, YES),
        (NO, None, beside(EARLIER), YES),
        (YES, (REPORT,), None, YES),
        (YES, (), None, NO),
        (YES, None, None, UNKNOWN),
        (UNKNOWN, (REPORT,), None, YES),
        (UNKNOWN, (), None, UNKNOWN),
        (UNKNOWN, (), beside(), UNKNOWN),
        (UNKNOWN, (), beside(EARLIER), NO),
        (UNKNOWN, None, beside(EARLIER), UNKNOWN),
        (UNKNOWN, (), beside(evolve(EARLIER, applicant=tp.Ref("club"))), UNKNOWN),
        (UNKNOWN, (), beside(evolve(EARLIER, applicant=None)), UNKNOWN),
        (
            UNKNOWN,
            (),
            beside(evolve(EARLIER, status=tp.ApplicationStatus.REJECTED)),
            UNKNOWN,
        ),
        (UNKNOWN, (), beside(evolve(EARLIER, call=tp.Ref("call"))), UNKNOWN),
        (UNKNOWN, (), beside(EARLIER, first="call-2018"), UNKNOWN),
        (
            UNKNOWN,
            (),
            beside(evolve(EARLIER, call=None, complements=tp.Ref("call-2019"))),
            UNKNOWN,
        ),
    ],
)
def test_a_report_is_asked_of_whoever_was_funded_before(
    renewal: tp.Ternary,
    documents: tuple[tp.Document, ...] | None,
    known: tp.Dataset | None,
    met: tp.Ternary,
) -> None:
    application = file(renewal=renewal, documents=documents)
    result = judged(tp.PreviousReportDemand(), application, NOW, known)
    assert result.met is met
    assert bool(result.missing) is met.is_undetermined


def test_a_renewal_that_nobody_tells_is_asked_of_the_applicant() -> None:
    result = judged(tp.PreviousReportDemand(), file(documents=()), NOW)
    assert [(each.name, each.place, each.by) for each in result.missing] == [
        ("renewal", "/renewal", Settler.APPLICANT)
    ]
    narrow = tp.PreviousReportDemand(kinds=(KINDS.FINANCIAL_REPORT,))
    assert judged(narrow, file(renewal=YES, documents=(REPORT,)), NOW).met is NO
