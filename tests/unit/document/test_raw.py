"""Bad bytes are told with their line and column, and never crash."""

import pytest

import territoires_participatifs as tp
from territoires_participatifs.document import decode


def _told(content: bytes) -> list[tuple[str, str, int | None, int | None]]:
    _, report = tp.try_read(content)
    return [(e.code, e.pointer, e.place.line, e.place.column) for e in report]


BAD = {
    "not UTF-8": (b'{"title": "cr\xe9e"}', [("DOC003", "", 1, 14)]),
    "not UTF-8 on a later line": ("{\r\n é".encode() + b"\xff", [("DOC003", "", 2, 3)]),
    "UTF-16": ("{}".encode("utf-16"), [("DOC003", "", 1, 1)]),
    "nothing at all": (b"", [("DOC013", "", 1, 1)]),
    "only space": (b"  \n ", [("DOC013", "", 2, 2)]),
    "truncated": (b'{"calls": [\n  {"id": "a"', [("DOC013", "", 2, 13)]),
    "not JSON": (b"{'calls': []}", [("DOC005", "", 1, 2)]),
    "a comma too few": (b'{"calls": [1 2]}', [("DOC005", "", 1, 14)]),
    "two documents": (b"{} {}", [("DOC005", "", 1, 4)]),
    "a duplicate name": (b'{"a": 1,\n "a": 2}', [("DOC006", "/a", 2, 2)]),
    "a duplicate name deep inside": (
        b'{"calls": [{"id": "x"}, {"id": "y",\r\n  "id": "z"}]}',
        [("DOC006", "/calls/1/id", 2, 3)],
    ),
    "a duplicate name, spelled otherwise": (b'{"a": 1, "\\u0061": 2}', [("DOC006", "/a", 1, 10)]),
    "NaN": (b'{"calls": NaN}', [("DOC007", "/calls", 1, 11)]),
    "Infinity": (
        b'{"a": [Infinity, -Infinity]}',
        [("DOC007", "/a/0", 1, 8), ("DOC007", "/a/1", 1, 18)],
    ),
    "a number of 10 000 digits": (b'{"a": ' + b"1" * 10_000 + b"}", [("DOC008", "/a", 1, 7)]),
    "a fraction of 10 000 digits": (b'{"a": 0.' + b"1" * 10_000 + b"}", [("DOC008", "/a", 1, 7)]),
    "an exponent beyond measure": (b'{"a": 1e99999999999999999999}', [("DOC008", "/a", 1, 7)]),
    "half a character": (b'{"a": "\\ud800"}', [("DOC012", "/a", 1, 7)]),
    "half a character in a name": (b'{"\\udfff": 1}', [("DOC012", "/\udfff", 1, 2)]),
    "a root that is a list": (b"[]", [("DOC010", "", 1, 1)]),
    "a root that is null": (b"null", [("DOC010", "", 1, 1)]),
    "a root that is a text": (b'\n"calls"', [("DOC010", "", 2, 1)]),
    "a newer major version": (b'{"schema_version": "2.0"}', [("DOC011", "/schema_version", 1, 20)]),
    "a version that is a number": (
        b'{"schema_version": 1.0}',
        [("DOC103", "/schema_version", 1, 20)],
    ),
    "a text where an object belongs": (b'{"calls": ["a"]}', [("DOC102", "/calls/0", 1, 12)]),
    "null where an object belongs": (b'{"calls": [null]}', [("DOC108", "/calls/0", 1, 12)]),
    "an object where a list belongs": (b'{"calls": {}}', [("DOC104", "/calls", 1, 11)]),
    "a missing id": (b'{"calls": [{}]}', [("DOC101", "/calls/0", 1, 12)]),
}


@pytest.mark.parametrize(("content", "told"), BAD.values(), ids=BAD)
def test_bad_input_is_told_with_its_place(
    content: bytes, told: list[tuple[str, str, int, int]]
) -> None:
    assert _told(content) == told


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'{"calls":['])
def test_bottomless_nesting_is_told_where_it_begins_to_be_too_much(opening: bytes) -> None:
    [(code, pointer, line, column)] = _told(opening * 100_000)
    assert (code, line) == ("DOC009", 1)
    assert pointer.count("/") == 100
    assert column is not None


def test_a_hundred_levels_are_not_too_many_and_one_more_is() -> None:
    assert not decode(b"[" * 100 + b"]" * 100).failed
    assert [each.code for each in decode(b"[" * 101 + b"]" * 101).findings] == ["DOC009"]


def test_closed_nesting_is_refused_as_well() -> None:
    nested = b'{"a": ' * 150 + b"1" + b"}" * 150
    assert [each.code for each in decode(nested).findings] == ["DOC009"]


def test_a_byte_order_mark_is_read_over_with_a_warning() -> None:
    dataset, report = tp.try_read(b"\xef\xbb\xbf{}")
    assert dataset == tp.Dataset()
    assert [(each.code, each.severity) for each in report] == [("DOC004", tp.Severity.WARNING)]


def test_a_mark_before_bad_json_hides_nothing() -> None:
    assert [each[0] for each in _told(b"\xef\xbb\xbf{")] == ["DOC004", "DOC013"]


def test_a_document_at_the_limit_is_read_and_one_byte_more_is_not() -> None:
    content = b'{"calls": []}'
    assert tp.read(content, largest=len(content)) == tp.Dataset()
    _, report = tp.try_read(content, largest=len(content) - 1)
    assert report.codes == {"DOC002"}


def test_windows_line_ends_are_line_ends() -> None:
    assert tp.read(b'{\r\n"calls": []\r\n}\r\n') == tp.Dataset()


def test_a_pair_of_halves_is_one_character() -> None:
    dataset = tp.read(b'{"title": "\\ud83c\\udf31"}')
    assert dataset.title == tp.Bilingual("🌱")


def test_numbers_keep_every_digit() -> None:
    content = b'{"x": [1.10, 1E400, 0.1234567890123456789, 123456789012345678901234567890]}'
    assert tp.read(content).extensions[0].content == tp.Raw(
        "[1.10,1E+400,0.1234567890123456789,123456789012345678901234567890]"
    )


@pytest.mark.parametrize("number", [b"1" * 4000, b"0." + b"1" * 3998])
def test_a_number_of_4000_characters_is_read_and_one_more_is_not(number: bytes) -> None:
    assert not decode(b'{"a": ' + number + b"}").failed
    assert _told(b'{"a": ' + number + b"1}") == [("DOC008", "/a", 1, 7)]


def test_a_comma_too_many_is_told_at_it_or_just_after() -> None:
    [(code, pointer, line, column)] = _told(b'{"calls": [1,]}')
    assert (code, pointer, line) == ("DOC005", "", 1)
    assert column in {13, 14}  # Python 3.13 stops at the comma, earlier ones at the bracket


def test_bad_punctuation_does_not_hide_a_duplicate_name() -> None:
    assert _told(b'{"a": 1, "a": 2 3}') == [("DOC006", "/a", 1, 10), ("DOC005", "", 1, 17)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"null", "An object is expected at the root of the document, and null is there."),
        (b"[]", "An object is expected at the root of the document, and […] is there."),
        (b'{"title": {"fr": []}}', "A text is expected here, and […] is there."),
        (b'{"title": {"fr": {}}}', "A text is expected here, and {…} is there."),
        (b'{"title": {"fr": 1.5}}', "A text is expected here, and 1.5 is there."),
        (b'{"calls": "a"}', 'A list is expected here, and "a" is there.'),
    ],
)
def test_what_stands_in_the_place_is_told(content: bytes, message: str) -> None:
    _, report = tp.try_read(content)
    assert [each.message("en") for each in report] == [message]


def test_every_trouble_of_a_document_is_told_at_once() -> None:
    content = b'{"a": NaN, "a": 1, "b": "\\ud800"}'
    assert [each[0] for each in _told(content)] == ["DOC007", "DOC006", "DOC012"]


def test_a_newer_minor_version_is_read_and_said() -> None:
    content = b'{"schema_version": "1.7", "calls": [{"id": "a", "new": 1}]}'
    dataset, report = tp.try_read(content)
    assert dataset is not None
    assert [(each.code, each.severity) for each in report] == [("DOC015", tp.Severity.INFO)]
    assert tp.write(dataset).startswith(b'{\n  "schema_version": "1.7"')


def test_a_document_without_a_version_is_of_this_one() -> None:
    assert tp.read(b"{}").schema_version == tp.SCHEMA_VERSION == "1.0"
