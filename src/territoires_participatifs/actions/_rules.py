"""Rules on funded actions."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.actions._model import FundedAction
from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.laureates import Laureate
from territoires_participatifs.sources import Source
from territoires_participatifs.values.references import Ref

_ONE_PROJECT: Final = Source(
    id="cerdd-2020",
    title="Cerdd, actions du projet lauréat « Citoyens en communs », règle déduite",
    url="http://www.cerdd.org/Actualites/Territoires-durables/Le-Cerdd-laureat-en-collectif-de-l-appel-a-projet-Participation-citoyenne",
)


@rule(
    "ACT001",
    "action.part-of-another-laureate",
    on=FundedAction,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_ONE_PROJECT,),
    since="26.1",
)
def part_of_another_laureate(action: FundedAction, context: Context) -> Iterable[Fault]:
    """An action and the larger one that it is part of are done under the same laureate.

    Or under its successor. Silent where a laureate is not known.
    """
    whole = None if action.part_of is None else context.find(action.part_of.id)
    if not isinstance(whole, FundedAction):
        return
    own, other = _with_predecessor(action, context), _with_predecessor(whole, context)
    if own and other and own[0] not in other and other[0] not in own:
        yield fault("laureate", laureate=own[0], whole=whole.id, other=other[0])


def _with_predecessor(action: FundedAction, context: Context) -> tuple[Ref[Laureate] | None, ...]:
    """Return the laureate that an action is done under, and the one whose place it took."""
    found = None if action.laureate is None else context.find(action.laureate.id)
    if not isinstance(found, Laureate):
        return ()
    return (Ref(found.id), found.succeeds)


RULES: Final = (part_of_another_laureate,)
