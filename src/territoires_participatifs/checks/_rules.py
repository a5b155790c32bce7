"""Rules as values, and the book that runs them."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from string import Formatter
from typing import Any, Final, Generic, TypeVar, cast, final

from attrs import evolve, field, frozen

from territoires_participatifs.checks._findings import (
    Finding,
    Moment,
    Place,
    Severity,
    Words,
)
from territoires_participatifs.checks._report import Report, in_order
from territoires_participatifs.checks._waivers import Waiver
from territoires_participatifs.checks._walk import Visit, walk
from territoires_participatifs.sources import Entity, Source
from territoires_participatifs.values.dates import Day
from territoires_participatifs.values.texts import pointer_token

T = TypeVar("T")

CRASHED = "CHK001"
"""The code of the finding that a rule leaves when it fails by its own fault."""


@final
@frozen
class Fault:
    """What a rule found: where, relative to its subject, and the facts of its sentence."""

    path: tuple[str | int, ...]
    facts: Mapping[str, object]

    @property
    def pointer(self) -> str:
        """The place, relative to the subject of the rule."""
        return "".join(f"/{pointer_token(str(each))}" for each in self.path)


def fault(*path: str | int, **facts: object) -> Fault:
    """Return a fault at a field, or deeper.

    >>> fault("rounds", 0, "deadline").pointer
    '/rounds/0/deadline'
    """
    return Fault(path, facts)


@final
@frozen(kw_only=True)
class Context:
    """What a rule may know beyond its subject. There is no clock: the day is given."""

    on: Day | None = None
    """The day of the check; unknown makes rules about today silent."""
    moment: Moment = Moment.PUBLICATION
    entities: Mapping[str, Entity] = field(factory=dict[str, Entity])
    referrers: Mapping[str, tuple[Entity, ...]] = field(factory=dict[str, tuple[Entity, ...]])
    unbuilt: frozenset[str] = frozenset()
    """Ids that the document holds but that could not be built."""
    at_hand: bool = False
    """Whether what the subject refers to is at hand: it is not, of an entity checked alone."""
    waivers: tuple[Waiver, ...] = ()
    """What was let pass, beyond what the subject says itself."""

    def find(self, id: str) -> Entity | None:  # noqa: A002  # the field's word
        """Return the entity of that id, or None."""
        return self.entities.get(id)

    def referring(self, id: str) -> tuple[Entity, ...]:  # noqa: A002
        """Return the entities that refer to that id, in the order of the document."""
        return self.referrers.get(id, ())


@final
@frozen(kw_only=True, eq=False)
class Rule(Generic[T]):
    """One question about one class, with a code for ever.

    It is asked of every object of its class from its moment on, and answers with faults;
    it is silent where its premise is unknown.
    """

    code: str
    name: str
    on: type[T]
    moment: Moment
    severity: Severity
    sources: tuple[Source, ...]
    since: str
    """The version of the library that brought it."""
    check: Callable[[T, Context], Iterable[Fault]]
    words: Words = field(factory=dict[str, Mapping[str, str]])
    """Its sentences, if the catalogues have none for its code."""

    @property
    def reason(self) -> str:
        """What the rule asks and why, in English."""
        return inspect.cleandoc(self.check.__doc__ or "")

    def findings(self, visit: Visit, context: Context) -> Iterator[Finding]:
        """Ask the question of one object; a crash of the rule is a finding of its own."""
        entity = None if visit.entity is None else visit.entity.id
        whole = visit.subject is visit.entity or not visit.pointer
        subject = cast("T", visit.subject)  # the book picks by class
        try:
            for each in self.check(subject, context):
                yield Finding(
                    code=self.code,
                    severity=self.severity,
                    place=Place(pointer=visit.pointer + each.pointer),
                    facts=each.facts,
                    entity=entity,
                    sources=self.sources,
                    subject=None if whole else visit.pointer,
                    words=self.words,
                )
        except Exception as error:  # noqa: BLE001  # the one place: others go on
            yield Finding(
                code=CRASHED,
                severity=Severity.WARNING,
                place=Place(pointer=visit.pointer),
                facts={"rule": self.code, "error": f"{type(error).__name__}: {error}"},
                entity=entity,
            )


def rule(  # noqa: PLR0913  # a rule is its properties
    code: str,
    name: str,
    *,
    on: type[T],
    moment: Moment,
    severity: Severity,
    sources: tuple[Source, ...],
    since: str,
    words: Words | None = None,
) -> Callable[[Callable[[T, Context], Iterable[Fault]]], Rule[T]]:
    """Make a rule of a function that yields faults.

    :param words: the title, the message and the remedy of its findings, by language, for a
        code of yours: ``{"en": {"message": "It opens on {opens}."}, …}``.
    :raises ValueError: for a sentence whose braces don't match.
    """
    for sentences in (words or {}).values():
        for each in sentences.values():
            list(Formatter().parse(each))

    def decorate(check: Callable[[T, Context], Iterable[Fault]]) -> Rule[T]:
        return Rule(
            code=code,
            name=name,
            on=on,
            moment=moment,
            severity=severity,
            sources=sources,
            since=since,
            check=check,
            words=words or {},
        )

    return decorate


@final
class Rulebook:
    """An immutable collection of rules, sorted by code.

    >>> (Rulebook() | Rulebook()).rules
    ()
    """

    def __init__(self, rules: Iterable["Rule[Any]"] = ()) -> None:
        by_code: dict[str, Rule[Any]] = {}
        for each in rules:
            if by_code.setdefault(each.code, each) is not each:
                message = f"two rules {each.code}: keep one, by without({each.code!r})"
                raise ValueError(message)
        self._rules = tuple(by_code[code] for code in sorted(by_code))
        self._by_kind: dict[tuple[type, Moment], tuple[Rule[Any], ...]] = {}

    @property
    def rules(self) -> tuple["Rule[Any]", ...]:
        """The rules, by code."""
        return self._rules

    def __getitem__(self, code: str) -> "Rule[Any]":
        return {each.code: each for each in self._rules}[code]

    def __contains__(self, code: object) -> bool:
        return any(each.code == code for each in self._rules)

    def __iter__(self) -> Iterator["Rule[Any]"]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    def __repr__(self) -> str:
        return f"Rulebook({', '.join(each.code for each in self._rules)})"

    def __or__(self, other: "Rulebook") -> "Rulebook":
        """Join two books.

        :raises ValueError: if they hold different rules of one code.
        """
        return Rulebook((*self._rules, *other.rules))

    def without(self, *codes: str) -> "Rulebook":
        """Return the book less some rules."""
        return Rulebook(each for each in self._rules if each.code not in codes)

    def check(self, root: object, context: Context) -> Report:
        """Ask every rule of every part of an object, and return all that is found."""
        order: dict[str, int] = {}
        carriers: dict[str, str] = {}
        lifted: dict[tuple[str, str], Waiver] = {}
        for waiver in context.waivers:
            lifted |= _lifted(waiver, None, context.on)
        found: list[Finding] = []
        for visit in walk(root):
            order[visit.pointer] = len(order)
            if isinstance(visit.subject, Entity):
                carriers[visit.pointer] = visit.subject.id
            elif isinstance(visit.subject, Waiver):
                lifted |= _lifted(visit.subject, visit.entity, context.on)
            for each in self._asked_of(type(visit.subject), context.moment):
                found.extend(each.findings(visit, context))
        carried = (_carried(each, carriers) for each in found)
        return in_order((_waived(each, lifted) for each in carried), order)

    def _asked_of(self, kind: type, moment: Moment) -> tuple["Rule[Any]", ...]:
        if (kind, moment) not in self._by_kind:
            asked = (e for e in self._rules if issubclass(kind, e.on) and e.moment <= moment)
            self._by_kind[kind, moment] = tuple(asked)
        return self._by_kind[kind, moment]


def _carried(finding: Finding, carriers: Mapping[str, str]) -> Finding:
    """Return a finding with the nearest entity around its place, if its rule named none."""
    around = finding.pointer
    while finding.entity is None and around:
        if around in carriers:
            return evolve(finding, entity=carriers[around])
        around = around.rpartition("/")[0]
    return finding


def _lifted(
    waiver: Waiver, carrier: Entity | None, on: Day | None
) -> dict[tuple[str, str], Waiver]:
    """Return what a waiver lifts: a code, of the entity that it names or that carries it.

    One that is granted later lifts nothing yet; none lifts what is said of waivers and of
    rules that crash.
    """
    named = waiver.subject or carrier
    later = waiver.on is not None and on is not None and waiver.on.after(on).is_yes
    if named is None or not waiver.is_grounded or later:
        return {}
    code = waiver.code or ""
    return {} if code[:3] in _NEVER_LIFTED else {(code, named.id): waiver}


_NEVER_LIFTED: Final = {"", "CHK", "WAI"}


def _waived(finding: Finding, lifted: Mapping[tuple[str, str], Waiver]) -> Finding:
    waiver = lifted.get((finding.code, finding.entity or ""))
    return finding if waiver is None else evolve(finding, waiver=waiver)
