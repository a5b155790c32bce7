"""Reading, building, writing: objects or every reason why not, and never half a file."""

from pathlib import Path
from typing import Any, final

import pytest
from attrs import frozen

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import checked

CONTENT = b'{"calls": [{"id": "a"}]}'


def test_a_path_is_read_as_text_or_as_path(tmp_path: Path) -> None:
    path = tmp_path / "données.json"
    path.write_bytes(CONTENT)
    assert tp.read(path) == tp.read(str(path)) == tp.read(CONTENT)


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    value, report = tp.try_read(tmp_path / "absent.json")
    assert value is None
    assert report.codes == {"DOC001"}
    assert "no file has this name" in report.findings[0].message("en")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert tp.try_read(tmp_path)[1].codes == {"DOC001"}


def test_the_text_of_a_document_is_not_a_path() -> None:
    _, report = tp.try_read('{"calls": []}')
    assert report.codes == {"DOC001"}
    assert "give it as bytes" in report.findings[0].message("en")


def test_json_types_are_not_read_but_structured() -> None:
    with pytest.raises(TypeError, match=r"not dict; JSON types go to structure\(\)"):
        tp.read({})  # type: ignore[call-overload]


def test_a_name_that_no_system_allows_is_a_finding() -> None:
    assert tp.try_read("a\0b")[1].codes == {"DOC001"}


def test_findings_on_a_file_carry_its_name(tmp_path: Path) -> None:
    path = tmp_path / "appel.json"
    path.write_bytes(b'{"calls": [{"id": "a", "follows": "b"}, {"id": "?"}]}')
    assert {each.place.file for each in tp.check(path)} == {"appel.json"}
    assert {each.place.file for each in tp.try_read(path)[1]} == {"appel.json"}


def test_a_file_at_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(CONTENT)
    assert tp.read(path, largest=len(CONTENT)) == tp.read(CONTENT)
    assert tp.try_read(path, largest=len(CONTENT) - 1)[1].codes == {"DOC002"}


def test_what_is_refused_carries_its_report() -> None:
    with pytest.raises(tp.Refused) as caught:
        tp.read(b'{"calls": [{"id": "?"}]}')
    assert caught.value.report.codes == {"VAL003"}
    assert "'?' is not the id of an entity." in str(caught.value)
    with pytest.raises(tp.Refused):
        tp.structure({"id": "?"}, tp.Call)


def test_every_error_of_a_document_is_told_with_its_pointer() -> None:
    document = {
        "calls": [
            {"id": "a", "kind": "tender", "rounds": [{"opens": "2021-13"}, 4]},
            {"id": "b", "names": ["", {"text": "x", "kind": 3}], "url": "x", "edition": 4},
        ],
        "organisations": [{"id": "o", "siren": "12", "legal_person": True, "siret": ["x"]}],
        "title": {"en": "Without French"},
    }
    _, report = tp.try_structure(document)
    assert {(each.code, each.pointer) for each in report} == {
        ("DOC101", "/title"),
        ("VAL103", "/organisations/0/siren"),
        ("DOC107", "/organisations/0/legal_person"),
        ("DOC103", "/organisations/0/siret"),
        ("DOC107", "/calls/0/kind"),
        ("DOC101", "/calls/0/rounds/0"),
        ("VAL302", "/calls/0/rounds/0/opens"),
        ("DOC102", "/calls/0/rounds/1"),
        ("VAL001", "/calls/1/names/0"),
        ("DOC107", "/calls/1/names/1/kind"),
        ("VAL006", "/calls/1/url"),
        ("DOC103", "/calls/1/edition"),
    }


@pytest.mark.parametrize(
    ("raw", "kind", "code"),
    [
        ({"value": 1.9}, tp.Count, "DOC105"),
        ({"value": True}, tp.Count, "DOC105"),
        ({"value": "1"}, tp.Count, "DOC105"),
        ({"value": -1}, tp.Count, "VAL402"),
        ("10", tp.Count, "DOC105"),
        (80, tp.Rate, "DOC103"),
        ("eighty", tp.Rate, "VAL404"),
        (100, tp.Money, "DOC103"),
        ("1,234", tp.Money, "VAL201"),
        ({"day": "2021", "hour": "25:00"}, tp.Deadline, "VAL303"),
        ({"hour": "12:00"}, tp.Deadline, "VAL307"),
        ({"edtf": "2021-03-12", "part": "early"}, tp.PartialDate, "VAL306"),
        (None, tp.Name, "DOC102"),
        ([], tp.Call, "DOC102"),
        ({"day": "2021", "noon": True}, tp.Deadline, "DOC109"),
        ({"id": "a", "x": float("nan")}, tp.Call, "VAL009"),
        ({"id": "a", "x": {1: 2}}, tp.Call, "VAL009"),
        ({"id": "a", 1: 2}, tp.Call, "VAL009"),
        ({"id": "a", "x": object()}, tp.Call, "VAL009"),
    ],
)
def test_nothing_is_guessed(raw: Any, kind: type[Any], code: str) -> None:
    value, report = tp.try_structure(raw, kind)
    assert value is None
    assert report.codes == {code}


@final
@frozen(field_transformer=checked)
class Moody:
    """A class whose constructor fails in a way that nobody foresaw."""

    name: str

    def __attrs_post_init__(self) -> None:
        raise RuntimeError(self.name)


def test_a_failure_that_nobody_foresaw_is_a_finding_too() -> None:
    value, report = tp.try_structure({"name": "bad day"}, Moody)
    assert value is None
    assert report.codes == {"DOC199"}
    assert "RuntimeError: bad day" in report.findings[0].message("en")


def test_unknown_names_do_not_hide_other_errors() -> None:
    _, report = tp.try_structure({"hour": "25:00", "day": "2021", "x": 1}, tp.Deadline)
    assert report.codes == {"DOC109", "VAL303"}


def test_null_is_unknown() -> None:
    assert tp.structure({"id": "a", "kind": None, "names": None}, tp.Call) == tp.Call(id="a")


def test_the_three_states_of_a_field_come_back() -> None:
    for written, held in {
        '{"id": "a"}': None,
        '{"id": "a", "siren": {"state": "not-applicable"}}': tp.NOT_APPLICABLE,
        '{"id": "a", "siren": "732829320"}': tp.Siren("732829320"),
    }.items():
        organisation = tp.read(written.encode(), tp.Organisation)
        assert organisation.siren is held or organisation.siren == held
        assert tp.read(tp.write(organisation), tp.Organisation) == organisation


def test_none_known_and_unknown_lists_differ() -> None:
    none = tp.Call(id="a", rounds=())
    unknown = tp.Call(id="a")
    assert b'"rounds": []' in tp.write(none)
    assert b"rounds" not in tp.write(unknown)
    assert tp.read(tp.write(none), tp.Call).rounds == ()
    assert tp.read(tp.write(unknown), tp.Call).rounds is None


def test_a_value_is_written_short_when_its_first_field_says_it_all() -> None:
    assert tp.write(tp.PartialDate("2021")) == b'"2021"\n'
    assert tp.write(tp.PartialDate("2021", wording="en 2021")) == (
        b'{\n  "edtf": "2021",\n  "wording": "en 2021"\n}\n'
    )
    assert tp.write(tp.Window(opens=tp.PartialDate("2021"))) == b'{\n  "opens": "2021"\n}\n'


def test_a_value_whose_first_field_is_long_is_written_long() -> None:
    deadline = tp.Deadline(day=tp.PartialDate("2021", wording="en 2021"))
    assert tp.unstructure(deadline) == {"day": {"edtf": "2021", "wording": "en 2021"}}
    assert tp.read(tp.write(deadline), tp.Deadline) == deadline


def test_writing_is_canonical() -> None:
    loose = b'{"calls":[{"kind":"projects","names":[{"text":"A"}],"id":"a"}]}'
    assert tp.write(tp.read(loose)).decode() == (
        '{\n  "schema_version": "1.0",\n  "calls": [\n    {\n      "id": "a",\n'
        '      "names": [\n        "A"\n      ],\n      "kind": "projects"\n    }\n  ]\n}\n'
    )


def test_writing_to_a_path_writes_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("before", encoding="utf-8")
    assert tp.write(tp.Dataset(), path) == path.read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
def test_no_partial_file_is_left_behind(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.json"
    path.write_text("before", encoding="utf-8")

    def full(partial: Path, _: object) -> None:
        partial.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, step, full)
    with pytest.raises(OSError, match="No space left"):
        tp.write(tp.Dataset(), path)
    assert path.read_text(encoding="utf-8") == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["out.json"]


def test_a_file_keeps_its_mode_and_its_links(tmp_path: Path) -> None:
    path, link = tmp_path / "out.json", tmp_path / "link.json"
    path.touch(mode=0o640)
    path.chmod(0o640)
    link.symlink_to(path)
    tp.write(tp.Dataset(), link)
    assert path.read_bytes() == tp.write(tp.Dataset())
    assert path.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()


def test_the_hash_of_content_is_that_of_its_bytes() -> None:
    # printf '{\n  "schema_version": "1.0"\n}\n' | sha256sum
    assert tp.content_hash(tp.Dataset()) == (
        "ae4485aea4a3ee8a404d95e3b2ed3ea56f3c833d29077aaf8d012276d34a990c"
    )


def test_the_converter_is_given_to_whoever_wants_it() -> None:
    converter = tp.make_converter()
    call = converter.structure({"id": "a", "announced": "2021"}, tp.Call)
    assert call == tp.Call(id="a", announced=tp.PartialDate("2021"))
    assert converter.unstructure(call) == {"id": "a", "announced": "2021"}
