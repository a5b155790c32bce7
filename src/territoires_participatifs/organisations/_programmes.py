"""Programmes: frameworks of money, of policy or of actions."""

from enum import Enum
from typing import final

from attrs import frozen

from territoires_participatifs.organisations._model import Participation
from territoires_participatifs.organisations._subjects import Theme
from territoires_participatifs.sources import Entity
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.durations import Span
from territoires_participatifs.values.names import Name
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.texts import Url


@final
class ProgrammeKind(Enum):
    """What a programme is for."""

    FUNDING = "funding"
    """A framework that money comes from, as the Programme d'investissements d'avenir."""
    POLICY = "policy"
    ACTION = "action"
    """An organisation's own set of actions."""


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Programme(Entity):
    """A framework of money, policy or actions, perhaps inside a larger one.

    >>> Programme(id="pia", names=(Name("Programme d'investissements d'avenir"),))
    Programme(id='pia', names=(Name.parse("Programme d'investissements d'avenir"),))
    """

    names: tuple[Name, ...] = ()
    kind: ProgrammeKind | None = None
    description: str | None = None
    part_of: "Ref[Programme] | None" = None
    follows: "Ref[Programme] | None" = None
    """The programme that it continues under another name."""
    participations: tuple[Participation, ...] | None = None
    themes: tuple[Theme, ...] | None = None
    period: Span | None = None
    """How long it lasts, where its dates are not told."""
    since: PartialDate | None = None
    until: PartialDate | None = None
    url: Url | None = None
