"""The laws of all values: they are read back, travel, never change, and refuse in order."""

import copy
import pickle
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from typing import Any, Final, TypeAlias, cast

import pytest
from attrs import astuple, fields
from attrs.exceptions import FrozenInstanceError
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.values import (
    Amount,
    Bilingual,
    Count,
    CountingEvent,
    Deadline,
    DeadlineKind,
    Exactness,
    Identifier,
    Instant,
    Money,
    Name,
    NameKind,
    NotApplicable,
    Number,
    PartialDate,
    PartOfPeriod,
    Rate,
    RateBase,
    Raw,
    Ref,
    Rna,
    Siren,
    Siret,
    Span,
    TaxBasis,
    Ternary,
    Window,
    day,
)
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.dates import check_hour, check_zone
from territoires_participatifs.values.texts import (
    EntityId,
    LanguageTag,
    Pointer,
    SchemaVersion,
    Textual,
    Url,
    form_of,
    legible,
    pointer_token,
    pointer_tokens,
)

Value: TypeAlias = Textual | Compound

# Texts that a source may hold: separators of our own, quotation marks, any script

HELD: Final = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from(";=\\\n\r\t «»“”’\u00a0\u202f\u200f\u202e\u2028\u0301\x00\N{SEEDLING}"),
    min_size=1,
    max_size=20,
).filter(lambda text: not text.isspace())
WORDING: Final = st.none() | HELD

# One strategy for each class

IDS: Final = st.from_regex(r"\A[a-z0-9]+(-[a-z0-9]+)*\Z")
DAYS: Final = st.dates().map(date.isoformat)
YEARS: Final = st.integers(1, 9999).map("{:04d}".format)
PERIODS: Final = YEARS | st.builds("{}-{:02d}".format, YEARS, st.integers(1, 12))
DIVISIONS: Final = st.builds(
    "{:04d}-{:d}".format,
    st.integers(2, 9998),
    st.sampled_from([*range(21, 25), *range(33, 42)]),
)
SETS: Final = st.one_of(
    DAYS.map("[..{}]".format),
    PERIODS.map("[{}..]".format),
    st.tuples(DAYS, DAYS).map(lambda pair: "[{}..{}]".format(*sorted(pair))),
)
MONTHS: Final = DAYS.map(lambda text: f"XXXX{text[4:7]}") | DAYS.map(lambda text: f"XXXX{text[4:]}")
DATES: Final = st.one_of(
    st.builds(PartialDate, st.one_of(DAYS, SETS, MONTHS, DAYS.map("{}~".format)), wording=WORDING),
    st.builds(
        PartialDate,
        st.one_of(PERIODS, DIVISIONS, PERIODS.map("{}~".format)),
        st.none() | st.sampled_from(PartOfPeriod),
        WORDING,
    ),
)
SUMS: Final = st.decimals(-(10**15) + 1, 10**15 - 1, places=2) | st.decimals(-10, 10, places=6)
NUMBERS: Final = st.decimals(-(10**15) + 1, 10**15 - 1, places=10) | st.integers(-20, 20)
CURRENCIES: Final = st.from_regex(r"\A[A-Z]{3}\Z")
MONEY: Final = st.builds(Money, SUMS, CURRENCIES)
LONE: Final = st.sampled_from([each for each in Exactness if each is not Exactness.BETWEEN])
WHOLE: Final = st.integers(0, 2**53 - 1)
PARTS: Final = ["{}Y", "{}M", "{}W", "{}D", "T{}H", "T{}M", "T{}H{}M"]
DURATIONS: Final = st.builds(
    lambda number, part: "P" + part.format(number, number),
    st.integers(0, 999),
    st.sampled_from(PARTS),
) | st.sampled_from(["P1Y2M3W4.25DT5H6M", "P0D", "P4.5D"])
HOURS: Final = st.from_regex(r"\A([01][0-9]|2[0-3]):[0-5][0-9]\Z") | st.just("24:00")
ZONES: Final = st.sampled_from(
    ["Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "Etc/GMT+12"]
)
EVENTS: Final = st.none() | st.sampled_from(CountingEvent)
ROLES: Final[dict[str, SearchStrategy[Any]]] = {
    "zone": st.none() | ZONES,
    "event": EVENTS,
    "wording": WORDING,
}
JSON: Final = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        HELD,
        st.floats(allow_nan=False, allow_infinity=False),
        st.decimals(allow_nan=False, allow_infinity=False),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(HELD, inner, max_size=3),
    max_leaves=6,
)


def luhn(digits: str) -> str:
    """Return digits with the check digit that makes Luhn's sum a multiple of ten."""
    doubled = [int(each) * (1 + place % 2) for place, each in enumerate(reversed(f"{digits}0"))]
    total = sum(each // 10 + each % 10 for each in doubled)
    return f"{digits}{-total % 10}"


SIRENS: Final = st.integers(1, 10**8 - 1).map(lambda number: luhn(f"{number:08d}"))
SIRETS: Final = st.builds(
    lambda siren, office: luhn(f"{siren}{office:04d}"),
    SIRENS.filter(lambda siren: siren != "356000000"),
    st.integers(0, 9999),
)


@st.composite
def pairs(draw: st.DrawFn, numbers: SearchStrategy[Any]) -> tuple[Any, Any]:
    """Draw two numbers, the lesser first."""
    one, other = draw(numbers), draw(numbers)
    return (one, other) if one <= other else (other, one)


STRATEGIES: Final[dict[type[Value], SearchStrategy[Any]]] = {
    Siren: SIRENS.map(Siren),
    Siret: SIRETS.map(Siret),
    Rna: st.from_regex(r"\A[Ww][0-9][0-9A-Za-z][0-9]{7}\Z").map(Rna),
    Identifier: st.builds(Identifier, st.from_regex(r"\A[a-z][a-z0-9-]*\Z"), HELD),
    Ref: IDS.map(Ref),
    Raw: JSON.map(Raw.of),
    Money: MONEY,
    PartialDate: DATES,
    Window: st.builds(Window, opens=st.none() | DATES, closes=st.none() | DATES),
    Deadline: st.one_of(
        st.builds(Deadline, day=DATES, hour=st.none() | HOURS, **ROLES),
        st.builds(
            Deadline,
            kind=st.sampled_from([DeadlineKind.ROLLING, DeadlineKind.TO_BE_ANNOUNCED]),
            **ROLES,
        ),
        st.builds(
            Deadline,
            kind=st.just(DeadlineKind.ROLLING),
            day=DATES,
            hour=st.none() | HOURS,
            **ROLES,
        ),
        st.builds(
            Deadline,
            kind=st.just(DeadlineKind.RECURRING),
            recurrence=st.none() | st.just("FREQ=MONTHLY;BYDAY=1MO"),
            **ROLES,
        ),
        st.builds(
            Deadline, kind=st.just(DeadlineKind.UNTIL_EXHAUSTED), day=st.none() | DATES, **ROLES
        ),
    ),
    Count: st.one_of(
        st.builds(Count, WHOLE, LONE, wording=WORDING),
        st.builds(
            lambda pair, wording: Count(pair[0], Exactness.BETWEEN, pair[1], wording),
            pairs(WHOLE),
            WORDING,
        ),
    ),
    Amount: st.one_of(
        st.builds(Amount, MONEY, LONE, basis=st.sampled_from(TaxBasis)),
        st.builds(
            lambda pair, currency: Amount(
                Money(pair[0], currency), Exactness.BETWEEN, Money(pair[1], currency)
            ),
            pairs(SUMS),
            CURRENCIES,
        ),
    ),
    Rate: st.builds(
        Rate,
        st.decimals(0, 999_999, places=2) | st.decimals(0, 1, places=20),
        st.sampled_from(RateBase),
    ),
    Number: NUMBERS.map(Number),
    Instant: st.one_of(
        st.builds(Instant, DATES, zone=st.none() | ZONES),
        st.builds(Instant, st.builds(PartialDate, DAYS, wording=WORDING), HOURS, st.none() | ZONES),
    ),
    Span: st.builds(Span, DURATIONS, wording=WORDING) | st.just(Span("P36M", "P60M")),
    Name: st.builds(
        Name,
        HELD,
        st.sampled_from(NameKind),
        st.sampled_from(["fr", "br", "fr-CA"]),
        st.none() | DATES,
        st.none() | DATES,
        st.none() | st.sampled_from(["le", "la", "l'", "les"]),
    ),
    Bilingual: st.builds(Bilingual, HELD, WORDING),
}
CLASSES: Final = list(STRATEGIES)
VALUES: Final = st.one_of(list(STRATEGIES.values()))


def test_every_class_of_values_is_tried() -> None:
    def descendants(cls: type) -> Iterator[type]:
        for each in cast("list[type]", cls.__subclasses__()):
            yield from [each, *descendants(each)]

    known: set[type] = {*descendants(Textual), *descendants(Compound)}
    ours = {
        each for each in known if each.__module__.startswith("territoires_participatifs.values.")
    }
    # attrs makes a second class for slots; the first may live until it is collected.
    assert {each.__name__ for each in ours} == {each.__name__ for each in CLASSES}


@pytest.mark.parametrize("cls", CLASSES)
@given(data=st.data())
def test_what_is_written_is_read_back(cls: type[Value], data: st.DataObject) -> None:
    value = data.draw(STRATEGIES[cls])
    again = cls.parse(str(value))
    assert again == value
    assert type(again) is cls
    assert str(again) == str(value)


@pytest.mark.parametrize("cls", CLASSES)
@settings(max_examples=20)
@given(data=st.data())
def test_a_value_shows_an_expression_that_makes_it(cls: type[Value], data: st.DataObject) -> None:
    value = data.draw(STRATEGIES[cls])
    names = {each.__name__: each for each in CLASSES}
    name, text = type(value).__name__, str(value)
    if isinstance(value, Compound):
        assert repr(value) == f"{name}.parse({text!r})"
    elif not isinstance(value, Identifier):
        assert repr(value) == f"{name}({text!r})"
    assert eval(repr(value), names) == value  # noqa: S307  # what it shows of itself


@given(VALUES)
def test_a_copy_that_travelled_is_equal_and_hashes_the_same(value: Value) -> None:
    for again in (
        type(value).parse(str(value)),
        copy.deepcopy(value),
        *(pickle.loads(pickle.dumps(value, each)) for each in range(2, 6)),
    ):
        assert again == value
        assert hash(again) == hash(value)
        assert len({again, value}) == 1


WRITTEN: Final[dict[type[Enum], list[str]]] = {
    CountingEvent: ["sent", "received", "complete", "acknowledged"],
    DeadlineKind: ["fixed", "rolling", "recurring", "until-exhausted", "to-be-announced"],
    Exactness: ["exact", "about", "at-least", "at-most", "more-than", "less-than", "between"],
    NameKind: ["official", "usual", "acronym", "former", "misspelt", "slug"],
    NotApplicable: ["not-applicable"],
    PartOfPeriod: ["early", "mid", "late"],
    RateBase: [
        "eligible-expense",
        "total-cost",
        "public-financing",
        "grant",
        "participation",
        "envelope",
        "unspecified",
    ],
    TaxBasis: ["before-tax", "tax-included", "net", "unspecified"],
    Ternary: ["yes", "no", "undetermined"],
}
"""The words of documents: part of the format, and never to be changed."""


@pytest.mark.parametrize("kind", WRITTEN)
def test_documents_hold_these_words(kind: type[Enum]) -> None:
    assert [each.value for each in kind] == WRITTEN[kind]


@pytest.mark.parametrize("cls", [Deadline, Window])
def test_what_has_no_first_field_to_speak_of_takes_no_positions(cls: type[Value]) -> None:
    with pytest.raises(TypeError):
        cast("Any", cls)(PartialDate("2021"))


@given(VALUES, VALUES)
def test_two_values_are_equal_when_they_are_written_the_same(one: Value, other: Value) -> None:
    same = type(one) is type(other) and str(one) == str(other)
    assert (one == other) is same
    assert cast("object", one) != str(one)


def _is_immutable(held: object) -> bool:
    if isinstance(held, tuple):
        return all(_is_immutable(each) for each in held)
    if isinstance(held, Textual | Compound):
        return all(
            _is_immutable(getattr(held, each.name)) for each in fields(cast("Any", type(held)))
        )
    return held is None or isinstance(held, str | int | Decimal | Enum)


@pytest.mark.parametrize("cls", CLASSES)
@settings(max_examples=20)
@given(data=st.data())
def test_a_value_never_changes(cls: type[Value], data: st.DataObject) -> None:
    value = data.draw(STRATEGIES[cls])
    assert _is_immutable(value)
    assert not hasattr(value, "__dict__")
    assert not hasattr(value, "__weakref__")
    for each in fields(cast("Any", type(value))):
        with pytest.raises(FrozenInstanceError):
            setattr(value, each.name, getattr(value, each.name))
        with pytest.raises(FrozenInstanceError):
            delattr(value, each.name)
    with pytest.raises((FrozenInstanceError, AttributeError)):
        cast("Any", value).anything = 1


@given(VALUES)
def test_a_value_that_speaks_does_so_in_both_languages(value: Value) -> None:
    if hasattr(value, "in_words"):
        assert all(cast("Any", value).in_words(each) for each in ("fr", "en"))


@pytest.mark.parametrize("cls", [Siren, Siret, Rna, Identifier, Ref, Raw, Number])
@settings(max_examples=20)
@given(data=st.data())
def test_texts_sort_as_their_fields_do(cls: type[Textual], data: st.DataObject) -> None:
    values = data.draw(st.lists(STRATEGIES[cls], min_size=2))
    for one, other in pairwise(values):
        assert (one < other) is (astuple(one) < astuple(other))
        assert (one >= other) is (astuple(one) >= astuple(other))
    assert sorted(values) == sorted(values, key=astuple)


# Refusals in order

HOSTILE: Final = [
    "",
    " ",
    "\n",
    "\0",
    "\ufeff",
    "\u200b",
    "\ud800",
    "\udfff",
    "12\ud800",
    "\u202e732829320",
    "732829320\u200f",
    "732829320\n",
    "\uff17\uff13\uff12\uff18\uff12\uff19\uff13\uff12\uff10",
    "732\u00a0829\u00a0320",
    "000000000",
    "00000000000000",
    "2024-W01-1",
    "2021-02-29",
    "2021-03-12\n",
    "\uff12021",
    "0000",
    "9999-24",
    "[..]",
    "[2021..2020]",
    "XXXX",
    "now",
    "NaN",
    "sNaN",
    "-Infinity",
    "1e999999999",
    "1E-999999999999999999999",
    "9" * 10_000,
    "-" * 10_000,
    "[" * 10_000,
    "(" * 10_000,
    "{" * 10_000,
    "\\" * 10_001,
    ";" * 10_000,
    "=" * 10_000,
    "a-" * 10_000,
    "/~" * 10_000,
    "P" + "1Y" * 5_000,
    "P99999999Y",
    "1 " * 10_000,
    "50 €\u00a0",
    "\u0665\u0660",
    "²",
    "½",
    "Ⅻ",
    "{value}",
    "%s",
    "None",
    "true",
    "null",
    '{"a":1,"a":1}',
]

SHOTS: Final = st.one_of(
    st.text(),
    st.text(st.characters(categories=["Cs", "Cc", "Cf", "Zs", "Nd", "Nl", "No"])),
    st.text('0123456789-X~.[]PYMWDTH:;=\\/ €EUR,%{}"', max_size=24),
    st.sampled_from(HOSTILE),
)

MAKERS: Final[dict[str, Callable[[str], object]]] = {
    **{f"{each.__name__}.parse": each.parse for each in CLASSES},
    "Siren": Siren,
    "Siret": Siret,
    "Rna": Rna,
    "Ref": Ref,
    "Raw": Raw,
    "Raw.of": Raw.of,
    "Money": Money,
    "Money, currency": lambda text: Money("1", text),
    "Identifier, scheme": lambda text: Identifier(text, "1"),
    "Identifier, value": lambda text: Identifier("uai", text),
    "PartialDate": PartialDate,
    "PartialDate, part": lambda text: PartialDate(text, PartOfPeriod.MID),
    "PartialDate, wording": lambda text: PartialDate("2021", wording=text),
    "Rate": Rate,
    "Number": Number,
    "Instant, hour": lambda text: Instant(PartialDate("2021-03-12"), hour=text),
    "Instant, zone": lambda text: Instant(PartialDate("2021"), zone=text),
    "Span": Span,
    "Span, longest": lambda text: Span("P1D", text),
    "Name": Name,
    "Name, language": lambda text: Name("a", language=text),
    "Name, article": lambda text: Name("a", article=text),
    "Bilingual": Bilingual,
    "Deadline, hour": lambda text: Deadline(day=PartialDate("2021"), hour=text),
    "Deadline, zone": lambda text: Deadline(day=PartialDate("2021"), zone=text),
    "Deadline, recurrence": lambda text: Deadline(kind=DeadlineKind.RECURRING, recurrence=text),
    "day": day,
    "hour": check_hour,
    "zone": check_zone,
    "legible": legible,
    **{
        name: form_of(alias).check
        for name, alias in {
            "EntityId": EntityId,
            "Pointer": Pointer,
            "LanguageTag": LanguageTag,
            "SchemaVersion": SchemaVersion,
            "Url": Url,
        }.items()
    },
}


@pytest.mark.parametrize("maker", MAKERS)
@given(text=SHOTS)
def test_a_text_is_taken_or_refused_and_the_refusal_can_be_told(maker: str, text: str) -> None:
    try:
        value = MAKERS[maker](text)
    except InvalidValue as refused:
        for told in (str(refused), refused.in_words("fr")):
            assert told.encode().decode() == told
        return
    if isinstance(value, Textual | Compound):
        assert type(value).parse(str(value)) == value


@pytest.mark.parametrize("maker", MAKERS)
def test_every_hostile_text_is_taken_or_refused(maker: str) -> None:
    for text in HOSTILE:
        try:
            MAKERS[maker](text)
        except InvalidValue as refused:
            assert len(str(refused)) < 1_000  # noqa: PT017  # either it is taken or told


STRANGERS: Final = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.binary(),
    st.dates(),
    st.lists(st.text()),
    st.dictionaries(st.text(), st.text()),
    st.builds(object),
    VALUES,
)


@pytest.mark.parametrize("cls", CLASSES)
@given(stranger=STRANGERS)
def test_what_is_no_text_is_taken_or_refused_too(cls: type[Value], stranger: object) -> None:
    first = fields(cast("Any", cls))[0].name
    try:
        value = cast("Any", cls)(
            **{first: stranger, **({"value": "1"} if cls is Identifier else {})}
        )
    except (InvalidValue, TypeError):
        return
    assert cls.parse(str(value)) == value


# Texts

STEPS: Final = st.lists(st.text(st.characters(exclude_categories=["Cs"])))


@given(STEPS)
@example(["~1", "/", "~", ""])
def test_the_steps_of_a_pointer_are_read_back(steps: list[str]) -> None:
    pointer = "".join(f"/{pointer_token(each)}" for each in steps)
    assert pointer_tokens(pointer) == steps
    if pointer:
        form_of(Pointer).check(pointer)
