"""Findings tell where, what and what to do; reports gather, sort and sift them."""

import pickle

import pytest

import territoires_participatifs as tp
from territoires_participatifs.checks import in_order
from territoires_participatifs.language import Sentence

EMPTY = tp.Finding(code="VAL001", place=tp.Place(pointer="/calls/0/edition"), entity="ami")
WARNING = tp.Finding(
    code="CAL003",
    severity=tp.Severity.WARNING,
    place=tp.Place(pointer="/calls/0/closes/hour", line=3, column=9),
    facts={"hour": "12:00"},
    sources=(tp.Source(id="guide", title="Le guide"),),
)
OTHER = tp.Finding(code="VAL001", place=tp.Place(pointer="/calls/00"))
REPORT = tp.Report((EMPTY, WARNING, OTHER))


def test_severities_and_moments_come_in_order() -> None:
    assert list(tp.Severity) == sorted(tp.Severity)
    assert tp.Moment.DRAFT < tp.Moment.SUBMISSION < tp.Moment.INSTRUCTION
    assert tp.Moment.INSTRUCTION < tp.Moment.DECISION < tp.Moment.PUBLICATION
    assert tp.Severity.ERROR >= tp.Severity.WARNING > tp.Severity.INFO
    with pytest.raises(TypeError):
        assert tp.Severity.ERROR < tp.Moment.DRAFT


def test_a_report_counts_and_ranks() -> None:
    assert REPORT.codes == {"VAL001", "CAL003"}
    assert REPORT.worst is tp.Severity.ERROR
    assert REPORT.count(tp.Severity.ERROR) == 2
    assert REPORT.count(tp.Severity.INFO) == 0
    assert REPORT.reaches(tp.Severity.WARNING)
    assert not tp.Report((WARNING,)).reaches(tp.Severity.ERROR)
    assert tp.Report().worst is None
    assert not tp.Report().reaches(tp.Severity.INFO)


def test_a_report_is_a_sequence() -> None:
    assert len(REPORT) == 3
    assert REPORT[1] is WARNING
    assert list(REPORT + tp.Report((EMPTY,))) == [EMPTY, WARNING, OTHER, EMPTY]


def test_findings_under_a_place_are_those_at_it_and_inside() -> None:
    assert list(REPORT.under("/calls/0")) == [EMPTY, WARNING]
    assert list(REPORT.under("/calls/0/edition")) == [EMPTY]
    assert list(REPORT.under("")) == [EMPTY, WARNING, OTHER]


def test_a_form_is_told_beside_each_field() -> None:
    assert REPORT.by_field("/calls/0", "en") == {
        "/edition": [
            "The text is empty or blank. Write the text, or leave the field out if it is unknown."
        ],
        "/closes/hour": [
            (
                "The hour 12:00 of the deadline is given without its time zone. "
                "Add the zone of the service that receives, as 'Europe/Paris'."
            )
        ],
    }


def test_two_findings_on_one_field_are_both_told() -> None:
    twice = tp.Report((EMPTY, EMPTY))
    assert len(twice.by_field("/calls/0")["/edition"]) == 2


def test_a_finding_becomes_json_types_in_both_languages() -> None:
    told = WARNING.to_dict()
    assert told["code"] == "CAL003"
    assert told["severity"] == "warning"
    assert told["place"] == {"pointer": "/calls/0/closes/hour", "line": 3, "column": 9}
    assert told["entity"] is None
    assert told["facts"] == {"hour": "12:00"}
    assert told["title"] == {"fr": "Heure sans fuseau", "en": "Hour without zone"}
    assert told["sources"] == [{"title": "Le guide", "url": None}]


def test_facts_stay_facts_in_json() -> None:
    facts = {
        "opens": tp.PartialDate("2021-03-12"),
        "found": 2,
        "members": ["a", "b"],
        "reason": Sentence("VAL001"),
        "nothing": None,
    }
    assert tp.Finding(code="CAL004", facts=facts).to_dict()["facts"] == {
        "opens": "2021-03-12",
        "found": 2,
        "members": ["a", "b"],
        "reason": "The text is empty or blank.",
        "nothing": None,
    }


def test_a_report_becomes_json_types_with_its_summary() -> None:
    told = REPORT.to_dict()
    assert told["summary"] == {"error": 2, "warning": 1, "info": 0, "waived": 0}
    assert len(told["findings"]) == 3  # type: ignore[arg-type]


def test_a_sheet_has_rows() -> None:
    place = tp.Place(file="aides.xlsx", sheet="2021", row=4)
    assert place.in_words("en").startswith("aides.xlsx 2021 4")


def test_a_place_in_a_document_has_a_line_or_not() -> None:
    assert tp.Place(pointer="/a", line=3, column=9).in_words("en") == "/a (line 3, column 9)"
    assert tp.Place(pointer="/a").in_words("en") == "/a"
    assert tp.Place().in_words("en") == "root of the document"


def test_a_finding_is_a_paragraph_for_people() -> None:
    assert WARNING.render("en") == (
        "warning CAL003 · Hour without zone\n"
        "  where    /calls/0/closes/hour (line 3, column 9)\n"
        "  finding  The hour 12:00 of the deadline is given without its time zone.\n"
        "  to do    Add the zone of the service that receives, as 'Europe/Paris'.\n"
        "  by       Le guide"
    )
    assert "  where    ami · /calls/0/edition\n" in EMPTY.render("en")


def test_a_report_reaches_the_severity_that_it_has() -> None:
    assert tp.Report((WARNING,)).reaches(tp.Severity.WARNING)


def test_nothing_wrong_is_said_in_words() -> None:
    assert tp.Report().render("en") == "Nothing wrong."
    assert tp.Report((WARNING,)).summary("en") == "0 errors, 1 warning, 0 remarks."


def test_findings_are_sorted_by_place_then_by_code() -> None:
    first = tp.Finding(code="B", place=tp.Place(pointer="/a"))
    second = tp.Finding(code="A", place=tp.Place(pointer="/b"))
    inside = tp.Finding(code="C", place=tp.Place(pointer="/b/unknown/deep"))
    elsewhere = tp.Finding(code="Z", place=tp.Place(pointer="/nowhere"))
    order = {"": 0, "/a": 1, "/b": 2}
    assert in_order([inside, second, first, elsewhere], order).findings == (
        elsewhere,
        first,
        second,
        inside,
    )


def test_reports_and_refusals_travel() -> None:
    assert pickle.loads(pickle.dumps(REPORT)) == REPORT
    refused = pickle.loads(pickle.dumps(tp.Refused(REPORT)))
    assert refused.report == REPORT
