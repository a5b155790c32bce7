"""Documents of an older version walk a chain of steps; none exists yet, so one is made up."""

import pytest

import territoires_participatifs as tp
from territoires_participatifs.document import MIGRATIONS, Step, migrate
from territoires_participatifs.values import Json


def _names_as_list(raw: dict[str, Json]) -> dict[str, Json]:
    """Return a document whose calls have a list of names; in 0.8 they had one."""
    calls = raw.get("calls")
    if not isinstance(calls, list):
        return raw
    return {**raw, "calls": [_named(each) for each in calls]}


def _named(call: Json) -> Json:
    if isinstance(call, dict) and isinstance(call.get("name"), str):
        kept = {key: value for key, value in call.items() if key != "name"}
        return {**kept, "names": [call["name"]]}
    return call


CHAIN = (
    Step("0.8", "0.9", _names_as_list),
    Step("0.9", "1.0", lambda raw: {**raw, "title": raw.get("title", "Sans titre")}),
)


def test_an_old_document_takes_every_step_to_this_version() -> None:
    old: dict[str, Json] = {"schema_version": "0.8", "calls": [{"id": "a", "name": "Appel"}, 3]}
    raw, findings = migrate(old, CHAIN)
    assert findings == ()
    assert raw == {
        "schema_version": "1.0",
        "calls": [{"id": "a", "names": ["Appel"]}, 3],
        "title": "Sans titre",
    }


def test_a_document_in_the_middle_of_the_chain_takes_the_rest() -> None:
    raw, _ = migrate({"schema_version": "0.9", "calls": [{"id": "a", "name": "Appel"}]}, CHAIN)
    assert raw["calls"] == [{"id": "a", "name": "Appel"}]
    assert raw["title"] == "Sans titre"


def test_a_document_of_this_version_takes_none() -> None:
    current: dict[str, Json] = {"schema_version": "1.0"}
    assert migrate(current, CHAIN) == (current, ())


def test_the_document_given_is_not_changed() -> None:
    old: dict[str, Json] = {"schema_version": "0.9"}
    migrate(old, CHAIN)
    assert old == {"schema_version": "0.9"}


@pytest.mark.parametrize("version", ["0.8", "2.0", "10.0"])
def test_a_version_outside_the_chain_is_an_error(version: str) -> None:
    _, findings = migrate({"schema_version": version})
    assert [(each.code, each.severity) for each in findings] == [("DOC011", tp.Severity.ERROR)]


def test_the_first_version_has_nothing_before_it() -> None:
    assert MIGRATIONS == ()
