"""Every rule has a breaker: spoiled in that one way, a sound dataset wakes that rule alone."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings

import territoires_participatifs as tp
from territoires_participatifs.strategies import datasets
from territoires_participatifs.values.declarations import replaced

Breaker = Callable[[tp.Dataset], tp.Dataset]

SIREN, LA_POSTE = tp.Siren("732829320"), tp.Siret("35600000000048")


def _call(**fields: object) -> Breaker:
    """Return a breaker that adds one call."""
    return lambda dataset: dataset.put(replaced(tp.Call(id="x-broken"), **fields))


def _twice(dataset: tp.Dataset) -> tp.Dataset:
    return replaced(dataset, calls=(*dataset.calls, tp.Call(id="x-1"), tp.Call(id="x-1")))


def _follows_an_organisation(dataset: tp.Dataset) -> tp.Dataset:
    known = dataset.put(tp.Organisation(id="x-lab"))
    return known.put(tp.Call(id="x-broken", follows=tp.Ref("x-lab")))


def _part_inverted(dataset: tp.Dataset) -> tp.Dataset:
    part = tp.Participation(
        organisation=tp.Ref("x-lab"),
        role=tp.Role.SUPPORT,
        since=tp.PartialDate("2021"),
        until=tp.PartialDate("2020"),
    )
    known = dataset.put(tp.Organisation(id="x-lab"))
    return known.put(tp.Call(id="x-broken", participations=(part,)))


def _said(value: object, standing: tp.Standing = tp.Standing.PREFERRED) -> tuple[tp.Statement]:
    return (tp.Statement(about="/kind", value=tp.Raw.of(value), standing=standing),)


def _round(opens: str, deadline: str) -> tuple[tp.Round]:
    day = tp.PartialDate(deadline)
    opened = tp.Instant(tp.PartialDate(opens))
    return (tp.Round(id="first", opens=opened, deadline=tp.Deadline(day=day)),)


CLOSED = tp.Deadline(day=tp.PartialDate("2021"))

ODD = tp.UnknownDemand(content=tp.Raw.of({"kind": "lottery"}))

BREAKERS: dict[str, Breaker] = {
    "CAL001": _call(rounds=_round("2021-03", "2021-02")),
    "CAL002": _call(closes=CLOSED, rounds=_round("2021-03", "2022-01-01")),
    "CAL003": _call(closes=tp.Deadline(day=tp.PartialDate("2021-03-12"), hour="12:00")),
    "CAL004": _call(
        opens=tp.Instant(tp.PartialDate("2021-03")),
        closes=tp.Deadline(day=tp.PartialDate("2021-02")),
    ),
    "CAL005": _call(requirements=(tp.Requirement(id="odd", demand=ODD),)),
    "DAT001": _call(follows=tp.Ref("x-nowhere")),
    "DAT002": _follows_an_organisation,
    "DAT003": _twice,
    "ORG001": _part_inverted,
    "ORG002": lambda dataset: dataset.put(
        tp.Organisation(id="x-broken", siren=SIREN, siret=LA_POSTE)
    ),
    "SRC001": _call(disputed=("/nothing",)),
    "SRC002": _call(statements=_said("tender", tp.Standing.ALTERNATIVE)),
    "SRC003": _call(kind=tp.CallKind.PROJECTS, statements=_said("challenges")),
    "SRC004": _call(kind=tp.CallKind.PROJECTS, disputed=("/kind",)),
}


def test_every_rule_has_a_breaker() -> None:
    assert sorted(BREAKERS) == [each.code for each in tp.RULEBOOK.rules]


@given(datasets())
def test_no_rule_has_a_word_to_say_of_a_sound_dataset(dataset: tp.Dataset) -> None:
    assert tp.check(dataset).render() == "Nothing wrong."


@pytest.mark.parametrize("code", BREAKERS)
def test_a_breaker_wakes_its_rule_and_no_other(code: str) -> None:
    @settings(max_examples=15)
    @given(datasets())
    def woken(dataset: tp.Dataset) -> None:
        report = tp.check(BREAKERS[code](dataset))
        assert report.codes == {code}
        assert len(report) == 1

    woken()


@pytest.mark.parametrize("code", BREAKERS)
@pytest.mark.parametrize("name", tp.example_names())
def test_a_breaker_wakes_its_rule_in_the_shipped_examples(code: str, name: str) -> None:
    assert tp.check(BREAKERS[code](tp.example(name))).codes == {code}


@pytest.mark.parametrize("code", BREAKERS)
def test_a_finding_speaks_of_the_entity_that_was_broken(code: str) -> None:
    dataset = BREAKERS[code](tp.Dataset(calls=(tp.Call(id="sound"),)))
    finding = tp.check(dataset).findings[0]
    assert finding.pointer.startswith(("/calls/1", "/calls/2", "/organisations/0"))
