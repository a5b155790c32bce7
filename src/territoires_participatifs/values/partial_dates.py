"""Dates that are no more precise than their source, and three-valued comparisons."""

from datetime import date
from typing import Final, NoReturn, final

from attrs import field, frozen

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.language import Language, sentence, word
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.dates import (
    Day,
    DayLike,
    day,
    day_in_its_month,
    day_of_ordinal,
)
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.edtf import (
    DIVISIONS,
    HAS_PARTS,
    SET,
    Bounds,
    PartOfPeriod,
    bounds,
)
from territoires_participatifs.values.ternary import Ternary

_NO_BOUND: Final = date.max.toordinal() + 1


def _edtf(value: DayLike) -> str:
    return value if isinstance(value, str) else day(value).isoformat()


@final
@frozen(order=False, weakref_slot=False, repr=False, field_transformer=checked)
class PartialDate(Compound):
    """A date as precise as its source, with the source's words.

    A subset of EDTF: ``2021``, ``2021-03``, ``2021-03-12``, seasons and quarters of a
    year (``2021-21``, ``2021-33``), ``XXXX-02`` for a month whose year is not given,
    ``2020-02~`` for about, ``[..2020-11-09]`` for that day or before, ``[2021..]`` for
    that year or later. Early, mid and late are said beside it, since EDTF has no sign
    for them. Documents write the EDTF text alone where the rest is silent.

    >>> launched = PartialDate("2020-02", PartOfPeriod.EARLY, wording="début février")
    >>> launched.before("2020-02-20")
    <Ternary.YES: 'yes'>
    >>> launched.before("2020-02-10")
    <Ternary.UNDETERMINED: 'undetermined'>
    >>> print(launched)
    2020-02; part=early; wording=début février

    :raises InvalidValue: ``VAL305`` if the text is outside the subset, ``VAL302`` if the
        calendar has no such day, ``VAL306`` for a part of something that has none,
        ``VAL309`` for a set of days whose end comes before its beginning.

    Source: Extended Date/Time Format, Library of Congress, 2019 (ISO 8601-2:2019).
    """

    edtf: str = field(converter=_edtf)
    part: PartOfPeriod | None = None
    wording: str | None = None

    def __attrs_post_init__(self) -> None:
        bounds(self.edtf, self.part)
        if self.part is not None and not HAS_PARTS.fullmatch(self.edtf):
            raise InvalidValue("VAL306", {"value": self.edtf})

    @property
    def bounds(self) -> Bounds:
        """Ordinals of the first and the last possible day; None where there is no bound."""
        return bounds(self.edtf, self.part)

    @property
    def earliest(self) -> Day | None:
        """The first day it may be; None if nothing tells.

        >>> PartialDate("2021-34").earliest
        Date(2021, 4, 1)
        """
        first = self.bounds[0]
        return None if first is None else day_of_ordinal(first)

    @property
    def latest(self) -> Day | None:
        """The last day it may be; None if nothing tells.

        >>> PartialDate("[..2020-11-09]").latest
        Date(2020, 11, 9)
        """
        last = self.bounds[1]
        return None if last is None else day_of_ordinal(last)

    def before(self, other: "PartialDate | DayLike") -> Ternary:
        """Tell whether this date surely lies before the other one."""
        return precedes(self.bounds, partial_date(other).bounds)

    def after(self, other: "PartialDate | DayLike") -> Ternary:
        """Tell whether this date surely lies after the other one."""
        return partial_date(other).before(self)

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """A key that sorts dates: by first day, then by last, those without a bound last."""
        first, last = self.bounds
        return (first or last or _NO_BOUND, last or _NO_BOUND, self.edtf)

    def __lt__(self, other: object) -> NoReturn:
        _refuse_order()

    def __le__(self, other: object) -> NoReturn:
        _refuse_order()

    def __gt__(self, other: object) -> NoReturn:
        _refuse_order()

    def __ge__(self, other: object) -> NoReturn:
        _refuse_order()

    def in_words(self, language: Language) -> str:
        """Return the date as a person says it.

        >>> PartialDate("2020-02", PartOfPeriod.EARLY).in_words("fr")
        'début février 2020'
        >>> PartialDate("[..2020-11-09]").in_words("en")
        '9 November 2020 or before'
        """
        if found := SET.fullmatch(self.edtf):
            return _set_in_words(found[1], found[2], language)
        text = _atom_in_words(self.edtf.rstrip("~"), language)
        if "~" in self.edtf:
            text = _with_article(self.edtf.rstrip("~"), text, language)
        if self.part is not None:
            text = sentence("calendar", {"date": text}, language, self.part.value)
        return sentence("calendar", {"date": text}, language, "about") if "~" in self.edtf else text


def partial_date(value: PartialDate | DayLike) -> PartialDate:
    """Return a partial date from one, or from a day.

    >>> partial_date("2021-03-12")
    PartialDate.parse('2021-03-12')
    """
    return value if isinstance(value, PartialDate) else PartialDate(value)


def surely_before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two dates are known, and the first surely precedes the second.

    >>> surely_before(PartialDate("2021-02"), PartialDate("2021-03-12"))
    True
    >>> surely_before(PartialDate("2021-03"), PartialDate("2021-03-12"))
    False
    """
    return one is not None and other is not None and one.before(other).is_yes


def precedes(one: Bounds, other: Bounds) -> Ternary:
    """Tell whether all that one date may be lies before all that another may be."""
    (first, last), (others_first, others_last) = one, other
    if last is not None and others_first is not None and last < others_first:
        return Ternary.YES
    if first is not None and others_last is not None and first >= others_last:
        return Ternary.NO
    return Ternary.UNDETERMINED


def _refuse_order() -> NoReturn:
    message = "dates may be imprecise: ask .before() or .after(), or sort by .sort_key"
    raise TypeError(message)


def _set_in_words(first: str | None, last: str | None, language: Language) -> str:
    if first and last:
        ends = {"first": first, "last": last}
        facts = {
            name: _with_article(each, _atom_in_words(each, language), language)
            for name, each in ends.items()
        }
        return sentence("calendar", facts, language, "between")
    part, only = ("from", first) if first else ("until", last or "")
    return sentence("calendar", {"date": _atom_in_words(only, language)}, language, part)


def _with_article(atom: str, text: str, language: Language) -> str:
    """Return a day with the article that French puts before it."""
    is_day = atom.count("-") == len(("month", "day"))
    return sentence("calendar", {"date": text}, language, "day") if is_day else text


def _atom_in_words(text: str, language: Language) -> str:
    year, *rest = text.split("-")
    if not rest:
        return year
    number, *days = map(int, rest)
    if number in DIVISIONS:
        period, pattern = word("calendar", f"division-{number}", language), "division"
    else:
        period, pattern = day_in_its_month(number, *days, language=language), "month"
    if year == "XXXX":
        return period
    return sentence("calendar", {"period": period, "year": year}, language, pattern)
