"""A waiver with its reason, its authority and its date lifts a finding, which stays to be seen."""

from typing import Any, Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import replaced

NOON: Final = tp.Deadline(day=tp.PartialDate("2021-03-12"), hour="12:00")
CALL: Final = tp.Call(id="a", closes=NOON)
OTHER: Final = tp.Call(id="b", closes=NOON)
REGION: Final = tp.Organisation(id="region")
WAIVER: Final = tp.Waiver(
    code="CAL003",
    subject=tp.Ref("a"),
    reason=tp.Bilingual("L'appel ne vise que la métropole.", en="Metropolitan France alone."),
    authority=tp.Ref("region"),
    on=tp.PartialDate("2021-01-04"),
)


def checked(waiver: tp.Waiver, **fields: Any) -> tp.Report:
    dataset = tp.Dataset(organisations=(REGION,), calls=(CALL, OTHER), waivers=(waiver,), **fields)
    return tp.check(dataset)


def test_a_waiver_lifts_the_finding_of_its_code_on_its_entity_alone() -> None:
    report = checked(WAIVER)
    assert [(each.entity, each.waiver) for each in report] == [("a", WAIVER), ("b", None)]
    assert [each.entity for each in report.waived] == ["a"]
    assert [each.entity for each in report.standing] == ["b"]


def test_what_is_lifted_weighs_nothing() -> None:
    report = checked(WAIVER).waived
    assert report.worst is None
    assert not report.reaches(tp.Severity.INFO)
    assert report.count(tp.Severity.WARNING) == 0
    assert checked(WAIVER).count(tp.Severity.WARNING) == 1


def test_what_is_lifted_is_told_with_its_reason() -> None:
    report = checked(WAIVER).waived
    assert report.render("fr").splitlines()[-3:] == [
        "  levée    L'appel ne vise que la métropole. · region · 4 janvier 2021",
        "",
        "0 erreur, 0 avertissement, 0 information. 1 anomalie levée par dérogation.",
    ]
    told = report.render("en")
    assert "  waived   Metropolitan France alone. · region · 4 January 2021\n" in told
    assert told.endswith("0 errors, 0 warnings, 0 remarks. 1 finding waived.")
    assert report.to_dict()["summary"] == {"error": 0, "warning": 0, "info": 0, "waived": 1}
    assert report[0].to_dict()["waived"] == {
        "fr": "L'appel ne vise que la métropole. · region · 4 janvier 2021",
        "en": "Metropolitan France alone. · region · 4 January 2021",
    }


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "CAL004"},
        {"subject": tp.Ref("b"), "code": "CAL001"},
        {"reason": None},
        {"authority": None},
        {"on": None},
        {"subject": None},
        {"code": None},
    ],
    ids=str,
)
def test_a_waiver_of_something_else_or_without_its_grounds_lifts_nothing(
    changes: dict[str, Any],
) -> None:
    assert not checked(replaced(WAIVER, **changes)).waived


def test_a_waiver_lifts_what_is_found_in_the_entity_that_carries_it() -> None:
    own = replaced(WAIVER, code="SRC001", subject=None)
    file = tp.Application(id="file", disputed=("/nothing",), waivers=(own,))
    other = tp.Application(id="other", disputed=("/nothing",))
    report = tp.check(tp.Dataset(organisations=(REGION,), applications=(file, other)))
    assert [(each.entity, each.waiver) for each in report] == [("file", own), ("other", None)]


def test_a_waiver_lifts_what_a_rule_on_the_whole_dataset_finds_in_an_entity() -> None:
    call = tp.Call(id="a", follows=tp.Ref("lost"))
    waiver = replaced(WAIVER, code="DAT001")
    dataset = tp.Dataset(organisations=(REGION,), calls=(call,), waivers=(waiver,))
    assert [each.waiver for each in tp.check(dataset)] == [waiver]


@pytest.mark.parametrize(
    ("on", "lifted"), [(None, 1), ("2021-01-03", 0), ("2021-01-04", 1), ("2021-01-05", 1)]
)
def test_a_waiver_lifts_from_its_day_on(on: str | None, lifted: int) -> None:
    dataset = tp.Dataset(organisations=(REGION,), calls=(CALL,), waivers=(WAIVER,))
    assert len(tp.check(dataset, on=on).waived) == lifted


def test_a_month_that_may_have_come_lifts_already() -> None:
    waiver = replaced(WAIVER, on=tp.PartialDate("2021-01"))
    dataset = tp.Dataset(organisations=(REGION,), calls=(CALL,), waivers=(waiver,))
    assert tp.check(dataset, on="2021-01-01").waived
    assert not tp.check(dataset, on="2020-12-31").waived


def test_what_is_said_of_waivers_themselves_is_never_lifted() -> None:
    groundless = tp.Waiver(code="CAL001")
    own = replaced(WAIVER, code="WAI001", subject=None)
    file = tp.Application(id="file", waivers=(groundless, own))
    report = tp.check(tp.Dataset(organisations=(REGION,), applications=(file,)))
    assert [(each.code, each.waiver) for each in report] == [("WAI001", None)]


def test_a_form_does_not_show_what_is_lifted() -> None:
    assert list(checked(WAIVER).by_field("/calls")) == ["/1/closes/hour"]
