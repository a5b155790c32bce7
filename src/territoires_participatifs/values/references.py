"""References: how one entity names another."""

from typing import Generic, TypeVar, final

from attrs import field, frozen

from territoires_participatifs.values.texts import EntityId, Textual, form_of

T_co = TypeVar("T_co", covariant=True)


def _entity_id(text: str) -> str:
    form_of(EntityId).check(text)
    return text


@final
@frozen(order=True, repr=False, weakref_slot=False)
class Ref(Textual, Generic[T_co]):
    """The id of an entity of a given class, elsewhere in the same dataset.

    The class is for type checkers and for the rule that references resolve; documents
    hold the id alone.

    >>> Ref("ditp")
    Ref('ditp')

    :raises InvalidValue: ``VAL003`` if it is not lower-case letters, digits and single
        hyphens.
    """

    id: EntityId = field(converter=_entity_id)

    def __str__(self) -> str:
        return self.id
