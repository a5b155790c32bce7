"""Who says so, and who says otherwise: sources, quotations, statements, open questions.

Every entity of a dataset carries its own provenance. A field holds the preferred value;
the statements beside it hold what each source says. Where nothing may be preferred the
field is *disputed* and holds none. Nothing is ever repaired in silence.
"""

from enum import Enum
from typing import TypeVar, final

from attrs import field, frozen

from territoires_participatifs.values.declarations import HIDDEN, PROVENANCE, checked
from territoires_participatifs.values.names import Bilingual
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.quantities import Count
from territoires_participatifs.values.raw import Raw
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import EntityId, Pointer, Url

__all__ = [
    "Entity",
    "Extension",
    "Licence",
    "Link",
    "OpenQuestion",
    "Quote",
    "Relation",
    "RelationKind",
    "Source",
    "Standing",
    "Statement",
]


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Quote(Record):
    """What a source says, in its own words, and where.

    >>> Quote(source=Ref("cerdd-2020"), text="début février")
    Quote(source=Ref('cerdd-2020'), text='début février')
    """

    source: "Ref[Source] | None" = None
    """The source; unknown stands for the one of the entity that carries the quotation."""
    text: str | None = None
    """At most a line, quoted exactly."""
    locator: str | None = None
    """The page, paragraph or article."""


@final
class Standing(Enum):
    """What a statement is worth beside the others on the same field."""

    PREFERRED = "preferred"
    """The field holds this value."""
    ALTERNATIVE = "alternative"
    """Another source, or the same one elsewhere, says this instead."""
    SUPERSEDED = "superseded"
    """A later version or corrigendum replaced this."""
    INFERRED = "inferred"
    """No source says this: it was deduced, and the note tells how."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Statement(Record):
    """What one source says of one field of the entity that carries the statement.

    >>> Statement(
    ...     about="/announced",
    ...     value=Raw.of("2020-02"),
    ...     standing=Standing.INFERRED,
    ...     note=Bilingual("L'année vient de la mise à jour de la page."),
    ... ).about
    '/announced'
    """

    about: Pointer
    """The field, as a JSON pointer (RFC 6901) relative to the entity."""
    value: Raw | None = None
    """The value as a document would hold it; unknown if the source only quotes."""
    standing: Standing = Standing.PREFERRED
    quote: Quote | None = None
    note: Bilingual | None = None
    """Why it stands so, or how it was inferred."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class OpenQuestion(Record):
    """What the sources leave unsettled, and must not be resolved.

    >>> OpenQuestion(about=("/names",), text=Bilingual("Quel est le nom exact ?"))
    OpenQuestion(about=('/names',), text=Bilingual.parse('Quel est le nom exact ?'))
    """

    about: tuple[Pointer, ...] = ()
    """The fields in question, relative to the entity that carries the question."""
    text: Bilingual
    readings: tuple[Bilingual, ...] = ()
    """The ways to understand the sources; none is preferred."""
    quotes: tuple[Quote, ...] = ()


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Extension(Record):
    """Something that a document holds and this version does not know, kept in its place.

    >>> Extension(at="/rounds/0/quota", content=Raw.of(30))
    Extension(at='/rounds/0/quota', content=Raw('30'))
    """

    at: Pointer
    """Where it stands, relative to the entity that carries it."""
    content: Raw


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Link(Record):
    """Something that a page points to: another source, an entity, an address.

    >>> Link(text="Appel à Projet national")
    Link(text='Appel à Projet national')
    """

    text: str
    """The words of the link."""
    url: Url | None = None
    to: "Ref[Entity] | None" = None
    """The source or other entity that it leads to, where the dataset holds it."""
    number: Count | None = None
    """How many things it leads to, if not one."""
    quote: Quote | None = None


@final
class RelationKind(Enum):
    """How one entity is related to another. The source's words stand beside the kind."""

    MOBILISED_BY = "mobilised-by"
    SUPPORTED_BY = "supported-by"
    """*Appuyé par, avec l'appui de, avec le soutien de*."""
    LINKED_WITH = "linked-with"
    """*En lien avec*."""
    PARTNER_OF = "partner-of"
    """*En partenariat avec*."""
    COMPANION_OF = "companion-of"
    """Took part in the same answer."""
    GATHERS = "gathers"
    """Has them for members."""
    MEMBER_OF = "member-of"
    CARRIED_BY = "carried-by"
    """*Porté par*."""
    FUNDED_BY = "funded-by"
    OPERATED_BY = "operated-by"
    ON_BEHALF_OF = "on-behalf-of"
    """*Pour le compte de*."""
    WITHIN = "within"
    """*Dans le cadre de, au titre de*."""
    LABELLED_BY = "labelled-by"
    ATTACHED_TO = "attached-to"
    """*Rattaché à, hébergé par*."""
    PILOTED_BY = "piloted-by"
    CREATED_BY = "created-by"
    """As a lab by the project that a call selected."""
    ANSWERS = "answers"
    LAUREATE_OF = "laureate-of"
    BOOSTS = "boosts"
    CREDITS = "credits"
    """Names the author of an image or a text."""
    OTHER = "other"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Relation(Record):
    """What a source says of how entities are related, where no field of theirs says it.

    >>> Relation(
    ...     kind=RelationKind.SUPPORTED_BY, wording="appuyé par", objects=(Ref("dreal"),)
    ... ).wording
    'appuyé par'
    """

    subject: "Ref[Entity] | None" = None
    """The one that is related; unknown stands for the entity that carries the relation."""
    subject_wording: str | None = None
    """The words for what is related, where the dataset holds no entity for it."""
    kind: RelationKind
    wording: str | None = None
    """The verb of the source."""
    objects: tuple["Ref[Entity]", ...] = ()
    object_wording: str | None = None
    """The words for what it is related to, where the dataset holds no entity for it."""
    certain: Ternary = Ternary.YES
    """Whether they are so related; undetermined where the sources can be read otherwise."""
    since: PartialDate | None = None
    until: PartialDate | None = None
    quote: Quote | None = None


@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Entity(Record):
    """What every entity of a dataset has: an id, and the provenance of its facts."""

    id: EntityId
    """Unique in the dataset, across classes."""
    relations: tuple[Relation, ...] = ()
    """How it is related to others, in words that no other field holds."""
    links: tuple[Link, ...] = ()
    """What it points to, or where more is told."""
    source: "Ref[Source] | None" = field(default=None, metadata={PROVENANCE: True})
    """Where its facts come from; unknown stands for the default source of the dataset."""
    statements: tuple[Statement, ...] = field(default=(), metadata={PROVENANCE: True})
    disputed: tuple[Pointer, ...] = field(default=(), metadata={PROVENANCE: True})
    """Fields that hold no value since the statements on them contradict each other."""
    questions: tuple[OpenQuestion, ...] = field(default=(), metadata={PROVENANCE: True})
    extensions: tuple[Extension, ...] = field(default=(), metadata={PROVENANCE: True, HIDDEN: True})
    """What its document holds beyond what is known here, written back as it came."""


AnyEntity = TypeVar("AnyEntity", bound=Entity)


@final
class Licence(Enum):
    """Under which terms a source may be used again."""

    ETALAB_2 = "etalab-2.0"
    CC0 = "cc0-1.0"
    CC_BY = "cc-by-4.0"
    CC_BY_SA = "cc-by-sa-4.0"
    ODBL = "odbl-1.0"
    ALL_RIGHTS_RESERVED = "all-rights-reserved"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Source(Entity):
    """A page, a document, a register or a law that facts come from.

    The day that it was updated, the day that it was published and the day of what it
    tells are three different things.

    >>> page = Source(id="cerdd-2020", title="Le Cerdd lauréat", updated=PartialDate("2020-11-09"))
    >>> page.published is None
    True
    """

    title: str
    publisher: Ref[Entity] | None = None
    """The organisation that publishes it."""
    url: Url | None = None
    published: PartialDate | None = None
    updated: PartialDate | None = None
    seen: PartialDate | None = None
    """When it was read for this dataset."""
    licence: Licence | None = None
    description: str | None = None
