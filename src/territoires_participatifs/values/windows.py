"""Windows: from one date to another, both as imprecise as their sources."""

from typing import ClassVar, final

from attrs import frozen

from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.dates import DayLike
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.partial_dates import PartialDate, partial_date
from territoires_participatifs.values.ternary import Ternary


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Window(Compound):
    """From one date to another, either of which may be unknown.

    A window whose end surely precedes its beginning can be held: it is a finding, since
    real documents have some.

    >>> Window(opens=PartialDate("2020-12-10"), closes=PartialDate("2021-03-12")).holds("2021-01")
    <Ternary.YES: 'yes'>
    """

    short: ClassVar[bool] = False

    opens: PartialDate | None = None
    closes: PartialDate | None = None

    @property
    def inverted(self) -> Ternary:
        """Whether the window ends before it begins."""
        if self.opens is None or self.closes is None:
            return Ternary.UNDETERMINED
        return self.closes.before(self.opens)

    def holds(self, when: PartialDate | DayLike) -> Ternary:
        """Tell whether a date lies within the window, its two ends included."""
        date_ = partial_date(when)
        begun = Ternary.UNDETERMINED if self.opens is None else ~date_.before(self.opens)
        ended = Ternary.UNDETERMINED if self.closes is None else date_.after(self.closes)
        return begun & ~ended
