"""What the most that may be granted comes to, and each step that led there."""

from typing import Final, final

from attrs import frozen

from territoires_participatifs.applications._model import Application
from territoires_participatifs.applications._results import MissingFact
from territoires_participatifs.calls import Call
from territoires_participatifs.language import Language, Sentence, sentence
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.quantities import Exactness, Rate
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary
from territoires_participatifs.values.texts import Pointer

NO_TERMS: Final = "no-terms"
"""The step that tells that no terms of the call are for the application."""

_UNKNOWN: Final = Sentence("aid-computation", part="unknown")
_UNNAMED: Final = Sentence("aid-computation", part="unnamed")


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class AidStep(Record):
    """One step towards the most that may be granted, in sums that are not rounded yet.

    A sum that is told in more than six decimals is cut there; what follows from it is not.

    >>> from territoires_participatifs.values import Money
    >>> step = AidStep(name="cap", applied=Amount(Money("30000")), after=Amount(Money("30000")))
    >>> step.in_words("en")
    'Cap (€30,000): unknown amount before, €30,000 after.'
    """

    name: str
    """What is done, by the word of the catalogue."""
    term: Pointer | None = None
    """The term of the call that is applied, as ``/aid/0/cap``."""
    place: Pointer | None = None
    """Where the application tells what it is applied to."""
    label: str | None = None
    """The category of expense, or the bonus, in the words of the call."""
    before: Amount | None = None
    applied: Amount | None = None
    """The sum that is applied."""
    rate: Rate | None = None
    """The share that is applied, and of what."""
    after: Amount | None = None

    def in_words(self, language: Language) -> str:
        """Return the step as a sentence."""
        facts = {
            "label": self.label or _UNNAMED,
            "before": self.before or _UNKNOWN,
            "applied": self.applied or _UNKNOWN,
            "rate": self.rate or _UNKNOWN,
            "points": _UNKNOWN if self.rate is None else self.rate.percent,
            "after": self.after or _UNKNOWN,
        }
        return sentence("aid-step", facts, language, self.name)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class AidComputation(Record):
    """The most that a call may grant to an application, and how it is found.

    The sums are exact; only the last one is rounded down to the cent. It is a ceiling: nobody
    has a right to it. Where something is missing, it is told from what to what it may be.

    >>> AidComputation(application=Ref("file"), call=Ref("call")).in_words("en")
    'What may be granted at most is not known.'
    """

    application: Ref[Application]
    call: Ref[Call]
    most: Amount | None = None
    """The most that may be granted, whatever is requested; unknown if nothing limits it,
    or if no terms of the call are for the application."""
    floor_reached: Ternary = Ternary.UNDETERMINED
    """Whether it reaches the least that may be granted; if not, nothing can be."""
    terms: tuple[Pointer, ...] = ()
    """The terms of the call that apply, or may."""
    steps: tuple[AidStep, ...] = ()
    missing: tuple[MissingFact, ...] = ()
    """What would settle it if it were known, and who can tell it."""

    def in_words(self, language: Language) -> str:
        """Return the steps, what they come to and what is missing, one sentence a line."""
        lines = [each.in_words(language) for each in self.steps]
        if all(each.name != NO_TERMS for each in self.steps):
            lines.append(sentence("aid-computation", {"most": self.most}, language, self._end))
        if self.missing:
            names = tuple(Sentence("fact", part=each) for each in self._gaps)
            lines.append(sentence("aid-computation", {"names": names}, language, "missing"))
        return "\n".join(lines)

    @property
    def _end(self) -> str:
        if self.most is None:
            return "no-most"
        if self.floor_reached.is_no or self._is_nothing:
            return "nothing"
        return "most"

    @property
    def _is_nothing(self) -> bool:
        most = self.most
        return most is not None and most.money.sum == 0 and most.exactness is Exactness.EXACT

    @property
    def _gaps(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.name for each in self.missing))
