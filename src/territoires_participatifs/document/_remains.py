"""What is left of a document when what can't be built is set aside.

Rules need objects. A field that can't be read is taken for unknown, of which rules say
nothing; a part that can't do without it goes with it. A value of several fields and a list
are read whole, or are unknown. Only entities of a dataset are set aside one by one.
"""

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias, cast, final

from attrs import evolve, frozen

from territoires_participatifs.checks import Finding, Severity
from territoires_participatifs.document._dataset import Dataset, entity_fields
from territoires_participatifs.document.structuring import build
from territoires_participatifs.sources import Entity
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import declared
from territoires_participatifs.values.raw import Json
from territoires_participatifs.values.texts import pointer_token, pointer_tokens

Way: TypeAlias = tuple[str, ...]
"""The steps of a pointer."""

NAMELESS: Final = "draft-without-an-id"
"""The id of an entity that has none yet, as long as it is a draft."""

_MISSING: Final = "DOC101"
"""The code of a field that an object can't do without."""


@final
@frozen
class Remains:
    """What could be built of a document, everything that is wrong, and what was set aside."""

    whole: Json
    value: object = None
    """The object; None if nothing is left."""
    findings: tuple[Finding, ...] = ()
    gone: frozenset[Way] = frozenset()
    """The places of what was set aside."""

    @property
    def unbuilt(self) -> frozenset[str]:
        """The ids of the entities that were set aside."""
        return frozenset(_ids(_at(self.whole, way) for way in self.gone))

    @property
    def wounded(self) -> frozenset[str]:
        """The ids of the entities of which something was set aside."""
        entities = {way[:2] for way in self.gone if way[:1] and way[0] in entity_fields()}
        return frozenset(_ids(_at(self.whole, way) for way in entities))

    def in_whole(self, pointer: str) -> str:
        """Return the pointer into the document of what a pointer into its remains leads to."""
        steps = pointer_tokens(pointer)
        if len(steps) < 2 or steps[0] not in entity_fields():  # noqa: PLR2004  # a list and a place
            return pointer
        items = _at(self.whole, (steps[0],))
        if not isinstance(items, list):  # an entity alone, where a list of them belongs
            return pointer
        kept = [each for each in range(len(items)) if (steps[0], str(each)) not in self.gone]
        steps[1] = str(kept[int(steps[1])])
        return "".join(f"/{pointer_token(each)}" for each in steps)

    def is_around(self, pointer: str) -> bool:
        """Whether something inside of a place was set aside: what is said of it must wait."""
        way = tuple(pointer_tokens(pointer))
        return any(each[: len(way)] == way for each in self.gone)


def remains_of(whole: Json, cls: type, *, draft: bool = False) -> Remains:
    """Return what can be built of raw JSON, and everything that is wrong with it.

    :param draft: whether an entity may lack its id for now.
    """
    left = _built(whole, cls, Cutting(draft=draft))
    if not left.gone:
        return left
    # a second mistake in a value is seen only once the first is set aside alone
    told = _built(whole, cls, Cutting(draft=draft, inside_values=True)).findings
    return evolve(left, findings=told)


@final
@frozen
class Cutting:
    """How what is refused is set aside."""

    draft: bool
    """Whether an entity may lack its id."""
    inside_values: bool = False
    """Whether a value of several fields may lack one of them."""


def _built(whole: Json, cls: type, cutting: Cutting) -> Remains:
    left = Remains(whole)
    while True:
        value, found = build(_less(whole, left.gone, cutting), cls)
        told = [_moved(each, left) for each in found]
        left = evolve(left, value=value, findings=(*left.findings, *_news(told, left)))
        cut = {_cut(each, cls, cutting) for each in told if _refuses(each)} - left.gone
        if not cut or () in cut:
            return left
        left = evolve(left, gone=left.gone | cut)


def _refuses(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


def _moved(finding: Finding, left: Remains) -> Finding:
    pointer = left.in_whole(finding.pointer)
    return evolve(finding, place=evolve(finding.place, pointer=pointer))


def _news(told: Iterable[Finding], left: Remains) -> list[Finding]:
    """Return what was not told yet, and is not there because something inside was set aside."""
    known = {(each.code, each.pointer) for each in left.findings}
    news = (each for each in told if (each.code, each.pointer) not in known)
    return [each for each in news if not left.is_around(each.pointer)]


def _cut(finding: Finding, cls: type, cutting: Cutting) -> Way:
    """Return the place of what has to go so that the rest can be built."""
    way = tuple(pointer_tokens(finding.pointer))
    if cutting.draft and issubclass(cls, Entity) and _is_of_its_id(finding):
        return ("id",)
    if cls is Dataset and len(way) == 2 and way[0] in entity_fields():  # noqa: PLR2004
        return way
    return _field_around(way, (cls,), () if cutting.inside_values else (Compound,))


def _is_of_its_id(finding: Finding) -> bool:
    missing = (finding.pointer, finding.facts.get("field")) == ("", "id")
    return finding.pointer == "/id" or (finding.code == _MISSING and missing)


def _field_around(way: Way, kinds: tuple[type, ...], whole: tuple[type, ...]) -> Way:
    """Return the innermost field that can be unknown: of a list, all; of some classes, all."""
    field = declared(kinds, way[0]) if way else None
    if field is None:  # nothing is left, or the tag of a family
        return ()
    step = 2 if field.many else 1
    if len(way) <= step or any(issubclass(each, whole) for each in field.kinds):
        return way[:1]
    inside = _field_around(way[step:], field.kinds, whole)
    return (*way[:step], *inside) if inside else way[:1]


def _less(whole: Json, gone: frozenset[Way], cutting: Cutting) -> Json:
    """Return raw JSON less what was set aside."""
    left = _pruned(whole, gone, ())
    if cutting.draft and ("id",) in gone:
        return {"id": NAMELESS, **cast("dict[str, Json]", left)}
    return left


def _pruned(raw: Json, gone: frozenset[Way], at: Way) -> Json:
    if isinstance(raw, dict):
        return {k: _pruned(v, gone, (*at, k)) for k, v in raw.items() if (*at, k) not in gone}
    if isinstance(raw, list):
        places = [(*at, str(index)) for index in range(len(raw))]
        items = zip(places, raw, strict=True)
        return [_pruned(each, gone, place) for place, each in items if place not in gone]
    return raw


def _at(raw: Json, way: Way) -> Json:
    """Return what stands at a place; None if nothing does."""
    for step in way:
        held = cast("dict[str, Json]", raw)
        raw = raw[int(step)] if isinstance(raw, list) else held.get(step)
    return raw


def _ids(raw: Iterable[Json]) -> set[str]:
    """Return the ids of what is an object, and of the entities that it nests."""
    objects = [each for each in raw if isinstance(each, Mapping)]
    named = (each.get("id") for each in objects)
    ids = {each for each in named if isinstance(each, str)}
    inside = (each.get(name) for each in objects for name in entity_fields())
    return ids.union(*(_ids(each) for each in inside if isinstance(each, list)))
