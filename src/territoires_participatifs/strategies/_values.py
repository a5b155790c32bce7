"""Strategies for values whose fields depend on each other, or on a check digit."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, Final, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from territoires_participatifs.calls import UnknownDemand
from territoires_participatifs.errors import InvalidValue
from territoires_participatifs.reference import TerritoryCode, TerritoryKind
from territoires_participatifs.values import (
    Amount,
    Count,
    CountingEvent,
    Deadline,
    DeadlineKind,
    Exactness,
    Identifier,
    Instant,
    Money,
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
)
from territoires_participatifs.values.texts import (
    EntityId,
    Form,
    LanguageTag,
    Pointer,
    SchemaVersion,
    Url,
    form_of,
    pointer_token,
)

T = TypeVar("T")


def texts() -> SearchStrategy[str]:
    """Draw texts that a field may hold: not blank, any script, no half characters."""
    readable = st.characters(exclude_categories=["Cs"])
    return st.text(readable, min_size=1, max_size=12).filter(lambda text: not text.isspace())


def _completed(cls: type[T], digits: str) -> T:
    """Return a number with the check digit that its class accepts."""
    return next(found for last in "0123456789" for found in _accepted(cls, f"{digits}{last}"))


def _accepted(cls: type[T], text: str) -> Iterator[T]:
    with suppress(InvalidValue):
        yield cls(text)  # type: ignore[call-arg]  # numbers take their text


def _numbers(cls: type[T], digits: int) -> SearchStrategy[T]:
    numbers = st.integers(1, 10**digits - 1)
    return numbers.map(lambda number: _completed(cls, f"{number:0{digits}d}"))


def _establishment(siren: Siren, number: int) -> Siret:
    return _completed(Siret, f"{siren}{number:04d}")


_DAYS: Final = st.dates(date(1990, 1, 1), date(2060, 12, 31)).map(date.isoformat)
_MONTHS: Final = _DAYS.map(lambda text: text[:7])
_YEARS: Final = _DAYS.map(lambda text: text[:4])
_DIVISIONS: Final = st.builds(
    "{}-{}".format, _YEARS, st.sampled_from([*range(21, 25), *range(33, 42)])
)
_SETS: Final = st.one_of(
    _DAYS.map("[..{}]".format),
    _MONTHS.map("[{}..]".format),
    st.tuples(_DAYS, _DAYS).map(lambda both: f"[{min(both)}..{max(both)}]"),
)
_WORDING: Final = st.none() | texts()
_DURATIONS: Final = st.integers(1, 400).flatmap(
    lambda n: st.sampled_from([f"P{n}D", f"P{n}W", f"P{n}M", f"P{n}M{n}D", f"PT{n}H30M"])
)


def _partial_dates() -> SearchStrategy[PartialDate]:
    whole = st.one_of(_DAYS, _DIVISIONS, _SETS, _MONTHS.map(lambda text: f"XXXX{text[4:]}"))
    parts = st.none() | st.sampled_from(PartOfPeriod)
    periods = st.one_of(_YEARS, _MONTHS, _MONTHS.map("{}~".format))
    return st.one_of(
        st.builds(PartialDate, whole, wording=_WORDING),
        st.builds(PartialDate, periods, parts, _WORDING),
    )


def _deadlines() -> SearchStrategy[Deadline]:
    hours = st.from_regex(r"\A([01][0-9]|2[0-3]):[0-5][0-9]\Z") | st.just("24:00")
    zones = st.none() | st.sampled_from(["Europe/Paris", "Indian/Reunion", "America/Cayenne"])
    events = st.none() | st.sampled_from(CountingEvent)
    shared = {"zone": zones, "event": events, "wording": _WORDING}
    dated = {"day": _partial_dates(), "hour": st.none() | hours}
    rules = st.none() | st.just("FREQ=MONTHLY;BYDAY=1MO")
    return st.one_of(
        st.builds(Deadline, **dated, **shared),
        st.builds(Deadline, kind=st.just(DeadlineKind.UNTIL_EXHAUSTED), **dated, **shared),
        st.builds(Deadline, kind=st.just(DeadlineKind.RECURRING), recurrence=rules, **shared),
        st.builds(
            Deadline,
            kind=st.sampled_from([DeadlineKind.ROLLING, DeadlineKind.TO_BE_ANNOUNCED]),
            **shared,
        ),
    )


_SUMS: Final = st.decimals(-(10**9), 10**9, places=2)
_EXACTNESS: Final = st.sampled_from([e for e in Exactness if e is not Exactness.BETWEEN])


def _moneys() -> SearchStrategy[Money]:
    return st.builds(Money, _SUMS, st.sampled_from(["EUR", "CHF"]))


def _amounts() -> SearchStrategy[Amount]:
    bases = st.sampled_from(TaxBasis)
    pairs = st.lists(_SUMS, min_size=2, max_size=2).map(sorted)
    return st.one_of(
        st.builds(Amount, _moneys(), _EXACTNESS, basis=bases),
        st.builds(
            lambda pair, basis: Amount(Money(pair[0]), Exactness.BETWEEN, Money(pair[1]), basis),
            pairs,
            bases,
        ),
    )


def _counts() -> SearchStrategy[Count]:
    numbers = st.integers(0, 10**9)
    pairs = st.lists(numbers, min_size=2, max_size=2).map(sorted)
    return st.one_of(
        st.builds(Count, numbers, _EXACTNESS, wording=_WORDING),
        st.builds(
            lambda pair, wording: Count(pair[0], Exactness.BETWEEN, pair[1], wording),
            pairs,
            _WORDING,
        ),
    )


def _spans() -> SearchStrategy[Span]:
    days = st.lists(st.integers(1, 9999), min_size=2, max_size=2).map(sorted)
    return st.one_of(
        st.builds(Span, _DURATIONS, wording=_WORDING),
        days.map(lambda pair: Span(f"P{pair[0]}D", f"P{pair[1]}D")),
    )


def _instants() -> SearchStrategy[Instant]:
    """Draw instants: an hour belongs to a single day."""
    hours = st.none() | st.sampled_from(["09:00", "16:59", "24:00"])
    zones = st.none() | st.sampled_from(["Europe/Paris", "Indian/Reunion"])
    days = st.builds(PartialDate, _DAYS, wording=_WORDING)
    return st.builds(Instant, _partial_dates()) | st.builds(Instant, days, hours, zones)


_CODES: Final[Mapping[TerritoryKind, SearchStrategy[str]]] = {
    TerritoryKind.COMMUNE: st.sampled_from(["59350", "2A004", "97411"]),
    TerritoryKind.INTERMUNICIPAL: st.sampled_from(["245900428", "200071892"]),
    TerritoryKind.DEPARTEMENT: st.sampled_from(["59", "2B", "974"]),
    TerritoryKind.REGION: st.sampled_from(["32", "04"]),
    TerritoryKind.OVERSEAS_COLLECTIVITY: st.sampled_from(["975", "988"]),
    TerritoryKind.MUNICIPAL_ARRONDISSEMENT: st.sampled_from(["75101", "69381", "13216"]),
    TerritoryKind.DELEGATED_COMMUNE: st.sampled_from(["74093", "74011"]),
    TerritoryKind.ASSOCIATED_COMMUNE: st.sampled_from(["59355", "59298"]),
    TerritoryKind.COUNTRY: st.sampled_from(["FR", "BE"]),
    TerritoryKind.PRIORITY_NEIGHBOURHOOD: st.sampled_from(["QP059001", "QN05901M"]),
    TerritoryKind.ARRONDISSEMENT: st.sampled_from(["591", "2A1"]),
    TerritoryKind.NUTS: st.sampled_from(["FR", "FRE1"]),
}


def _territories() -> SearchStrategy[TerritoryCode]:
    vintages, labels = st.none() | st.integers(1990, 2060), st.none() | texts()
    return st.sampled_from(TerritoryKind).flatmap(
        lambda kind: st.builds(
            TerritoryCode, st.just(kind), st.none() | _CODES.get(kind, texts()), labels, vintages
        )
    )


def _unknown_demands() -> SearchStrategy[UnknownDemand]:
    rest = st.dictionaries(texts(), _SCALARS, max_size=2)
    tags = st.from_regex(r"\Ax-[a-z]{1,5}\Z")
    return st.builds(
        lambda tag, more: UnknownDemand(content=Raw.of({**more, "kind": tag})), tags, rest
    )


_SCALARS: Final = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    texts(),
    st.decimals(allow_nan=False, allow_infinity=False, places=2),
)
RAW: Final = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts(), inner, max_size=2),
).map(Raw.of)

FORMED: Final[Mapping[Form, SearchStrategy[str]]] = {
    form_of(EntityId): st.from_regex(r"\A[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}\Z"),
    form_of(Pointer): st.lists(texts().map(pointer_token), min_size=1, max_size=3).map(
        lambda steps: "".join(f"/{each}" for each in steps)
    ),
    form_of(LanguageTag): st.sampled_from(["fr", "en", "br", "oc", "fr-CA"]),
    form_of(Url): st.sampled_from(["https://example.org/appel", "http://example.org/?a=1#b"]),
    form_of(SchemaVersion): st.just("1.0"),
}
"""Texts of each form."""

PLAIN: Final[Mapping[type, SearchStrategy[Any]]] = {
    int: st.integers(0, 10**9),
    bool: st.booleans(),
}

OWN: Final[Mapping[type, Callable[[], SearchStrategy[Any]]]] = {
    Siren: lambda: _numbers(Siren, 8),
    Siret: lambda: st.builds(_establishment, _numbers(Siren, 8), st.integers(0, 9999)),
    Rna: lambda: st.from_regex(r"\AW[0-9][0-9AB][0-9]{7}\Z").map(Rna),
    Identifier: lambda: st.builds(Identifier, st.from_regex(r"\A[a-z]{2,6}\Z"), texts()),
    Ref: lambda: FORMED[form_of(EntityId)].map(Ref),
    Raw: lambda: RAW.filter(lambda raw: raw.json is not None),  # a null would be read as unknown
    Money: _moneys,
    Amount: _amounts,
    Count: _counts,
    Span: _spans,
    Rate: lambda: st.builds(Rate, st.decimals(0, 999, places=2), st.sampled_from(RateBase)),
    PartialDate: _partial_dates,
    Instant: _instants,
    Number: lambda: st.decimals(-(10**6), 10**6, places=2).map(Number),
    TerritoryCode: _territories,
    UnknownDemand: _unknown_demands,
    Deadline: _deadlines,
}
"""Values whose fields depend on each other, or on a check digit."""
