"""What is held on persons, or on one of them."""

from typing import final

from attrs import frozen

from territoires_participatifs.privacy._marks import sound_subject
from territoires_participatifs.privacy._traces import Trace, traces
from territoires_participatifs.sources import Extension
from territoires_participatifs.values.personal import PersonalCategory, PersonalPurpose
from territoires_participatifs.values.texts import pointer_token, pointer_tokens


@final
@frozen(kw_only=True)
class PersonalDatum:
    """One thing that is held on a natural person: where, of which category, and why.

    >>> from territoires_participatifs.organisations import Contact
    >>> datum, *_ = personal_data(Contact(email="jeanne.martin@example.org"))
    >>> datum.pointer, datum.category.value, datum.purpose.value
    ('/email', 'contact', 'enquiries')

    Source: GDPR, article 4, point 1, and article 15, paragraph 1, points a and b.
    """

    pointer: str
    """Where it stands, as a JSON pointer (RFC 6901) into the document."""
    entity: str | None = None
    """The id of the nearest entity."""
    category: PersonalCategory
    purpose: PersonalPurpose
    value: object
    """What is held: the value of a field, or a statement or question on it."""
    person: str | None = None
    """The pseudonym of the person; unknown where nothing names them."""


def personal_data(subject: object, person: str | None = None) -> tuple[PersonalDatum, ...]:
    """Return what a dataset, an entity or a part holds on natural persons, in document order.

    With a pseudonym, only what is known to concern that person: the ground of an answer to
    whoever asks what is held on them. Free text that may speak of them is not among it.

    >>> from territoires_participatifs.organisations import Capacity, Person
    >>> mayor = Person(id="p-7f3a", name="Jeanne Martin", capacity=Capacity.ELECTED_MEMBER)
    >>> [(each.pointer, each.category.value) for each in personal_data(mayor)]
    [('/id', 'pseudonym'), ('/name', 'identity'), ('/capacity', 'capacity')]
    >>> personal_data(mayor, "p-11b0")
    ()

    :raises TypeError: for what is no dataset, entity nor part; of a draft, pass
        ``draft.partial`` or the finished object.

    Source: GDPR, articles 15 (right of access) and 20 (portability).
    """
    found = (each for each in traces(sound_subject(subject)) if person in {None, each.person})
    return tuple(_datum(each) for each in found)


def _datum(trace: Trace) -> PersonalDatum:
    way, value = trace.way, trace.value
    if isinstance(value, Extension):  # it stands where its document has it
        way, value = (*way[:-2], *pointer_tokens(value.at)), value.content
    return PersonalDatum(
        pointer="".join(f"/{pointer_token(each)}" for each in way),
        entity=None if trace.entity is None else trace.entity.id,
        category=trace.category,
        purpose=trace.purpose,
        value=value,
        person=trace.person,
    )
