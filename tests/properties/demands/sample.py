"""A demand with an application that meets it, and what spoils that."""

from collections.abc import Callable
from typing import TypeAlias

from attrs import field, frozen

import territoires_participatifs as tp

Change: TypeAlias = Callable[[tp.Application], tp.Application]


@frozen(kw_only=True)
class Sample:
    """A demand, and an application that meets it with the call and what is known beside it.

    ``breaks`` spoils the application so that the demand is surely not met; ``forgets`` takes
    from it one fact without which nobody can tell; None where none can be taken.
    """

    name: str
    demand: object
    application: tp.Application
    breaks: Change
    forgets: Change | None
    call: tp.Call = field(factory=lambda: tp.Call(id="call"))
    known: tp.Dataset | None = None
    on: str = "2021-03-12"
