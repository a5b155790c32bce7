"""Rules on what sources say: statements, disputed fields, quotations."""

from collections.abc import Iterable, Iterator
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule, walk
from territoires_participatifs.document._dataset import Dataset
from territoires_participatifs.document._paths import NOTHING_THERE, spot_at, value_at
from territoires_participatifs.document.structuring import fits
from territoires_participatifs.language import Sentence
from territoires_participatifs.sources import Entity, Quote, Source, Standing, Statement
from territoires_participatifs.values.declarations import bare, is_untagged
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import pointer_tokens

_POINTERS: Final = Source(
    id="rfc-6901",
    title="RFC 6901: JavaScript Object Notation (JSON) Pointer, section 4",
    url="https://www.rfc-editor.org/rfc/rfc6901#section-4",
)
_CONTRADICTIONS: Final = Source(
    id="decision-statements",
    title="territoires_participatifs, docs: decision 0004",
)


@rule(
    "SRC001",
    "statement.about-nothing",
    on=Entity,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_POINTERS,),
    since="26.1",
)
def about_nothing(entity: Entity, _: Context) -> Iterable[Fault]:
    """What is said of a field points to a field that the entity can have.

    The field, or what is around it, may be unknown; but an item of a list that is known
    must be there. Pointers into parts that a newer version of documents may have added are left alone.
    """
    for path, about in _pointers(entity):
        if not (_names_a_field(entity, about) or _is_beyond_us(entity, about)):
            yield fault(*path, about=about)


@rule(
    "SRC002",
    "statement.value-of-another-type",
    on=Entity,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_CONTRADICTIONS,),
    since="26.1",
)
def value_of_another_type(entity: Entity, _: Context) -> Iterable[Fault]:
    """The value of a statement could stand in the field that it speaks of."""
    for index, each in enumerate(entity.statements):
        reason = _typed(entity, each)[1]
        if reason is not None:
            yield fault("statements", index, "value", about=each.about, reason=reason)


@rule(
    "SRC003",
    "statement.preferred-but-not-held",
    on=Entity,
    moment=Moment.SUBMISSION,
    severity=Severity.WARNING,
    sources=(_CONTRADICTIONS,),
    since="26.1",
)
def preferred_but_not_held(entity: Entity, _: Context) -> Iterable[Fault]:
    """A field holds the value of the statement that is preferred for it.

    Silent where the statement or the field has no value; the source's words beside a
    value don't count.
    """
    for index, each in enumerate(entity.statements):
        said, reason = _typed(entity, each)
        held = value_at(entity, each.about)
        known = each.value is not None and reason is None and not _is_unknown(held)
        if each.standing is Standing.PREFERRED and known and bare(held) != bare(said):
            yield fault("statements", index, "value", about=each.about)


@rule(
    "SRC004",
    "statement.disputed-but-held",
    on=Entity,
    moment=Moment.SUBMISSION,
    severity=Severity.ERROR,
    sources=(_CONTRADICTIONS,),
    since="26.1",
)
def disputed_but_held(entity: Entity, _: Context) -> Iterable[Fault]:
    """A disputed field holds no value: its statements do."""
    for index, about in enumerate(entity.disputed):
        if not _is_unknown(value_at(entity, about)):
            yield fault("disputed", index, about=about)


@rule(
    "SRC005",
    "quote.of-nobody",
    on=Dataset,
    moment=Moment.PUBLICATION,
    severity=Severity.WARNING,
    sources=(_CONTRADICTIONS,),
    since="26.1",
)
def quote_of_nobody(dataset: Dataset, _: Context) -> Iterable[Fault]:
    """A quotation has a source: its own, that of its entity, or that of the dataset."""
    for visit in walk(dataset):
        quote, entity = visit.subject, visit.entity
        if not isinstance(quote, Quote) or entity is None or quote.text is None:
            continue
        if dataset.source_of(entity, quote) is None:
            yield fault(*pointer_tokens(visit.pointer), text=quote.text)


@rule(
    "SRC006",
    "statement.inferred-without-saying-how",
    on=Statement,
    moment=Moment.PUBLICATION,
    severity=Severity.WARNING,
    sources=(_CONTRADICTIONS,),
    since="26.1",
)
def inferred_without_saying_how(statement: Statement, _: Context) -> Iterable[Fault]:
    """What no source says tells in a note how it was inferred."""
    if statement.standing is Standing.INFERRED and statement.note is None:
        yield fault("note", about=statement.about)


def _pointers(entity: Entity) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for index, statement in enumerate(entity.statements):
        yield ("statements", index, "about"), statement.about
    for index, about in enumerate(entity.disputed):
        yield ("disputed", index), about
    for index, question in enumerate(entity.questions):
        for position, about in enumerate(question.about):
            yield ("questions", index, "about", position), about


def _names_a_field(entity: Entity, about: str) -> bool:
    if spot_at(type(entity), about, of=entity) is None:
        return False
    around = about
    while value_at(entity, around) is NOTHING_THERE:
        around = around.rpartition("/")[0]
    return around == about or value_at(entity, around) is None


def _is_unknown(held: object) -> bool:
    return held in {None, (), NOTHING_THERE, Ternary.UNDETERMINED}


def _is_beyond_us(entity: Entity, about: str) -> bool:
    """Whether a pointer leads into what is kept as it came."""
    ways = [about[:end] for end in range(len(about) + 1) if about[end : end + 1] in {"", "/"}]
    extended = any(each.at in ways for each in entity.extensions)
    return extended or any(is_untagged(type(value_at(entity, each))) for each in ways)


def _typed(entity: Entity, statement: Statement) -> tuple[object, Sentence | None]:
    """Return the value of a statement in its field's type, and why it is none."""
    spot = spot_at(type(entity), statement.about, of=entity)
    if spot is None or statement.value is None:
        return None, None
    return fits(statement.value.json, spot.annotation)
