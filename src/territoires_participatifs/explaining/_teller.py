"""What a call says under each heading, line by line."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Any, Final, cast, final

from attrs import frozen

from territoires_participatifs.calls import (
    AidTerms,
    AllOf,
    Call,
    Delay,
    Requirement,
    Round,
    asked,
    is_decisive,
    listed,
)
from territoires_participatifs.document import Dataset
from territoires_participatifs.explaining._headings import Heading, heading_of
from territoires_participatifs.labels import label
from territoires_participatifs.language import (
    Language,
    Spoken,
    Whole,
    enumerated,
    printable,
    sentence,
)
from territoires_participatifs.sources import Quote
from territoires_participatifs.values.declarations import declarations
from territoires_participatifs.values.names import Name
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary

_TOLD_APART: Final = frozenset(
    {"tracks", "rounds", "applicants", "when", "clause", "sub_caps", "bonuses", "payments"}
)
"""The fields of aid terms that are no simple facts of theirs."""


@final
@frozen
class Teller:
    """Tells one call in a language."""

    call: Call
    language: Language
    known: Dataset | None

    def lines(self, heading: Heading) -> Iterator[str]:
        """Yield what a call says under a heading."""
        if heading is Heading.MONEY:
            yield from self._envelopes()
            yield from filter(None, (self._aid(each) for each in self.call.aid or ()))
        if heading is Heading.WHEN:
            yield from self._times()
        if heading is Heading.WHERE:
            yield from self._listed(self.call.territories)
        if heading is Heading.LATER:
            yield from self._payments()
            yield from (self._delay(each) for each in self.call.delays or ())
        if heading is Heading.CHOICE:
            yield from self._criteria()
        for each in self.call.requirements or ():
            if heading_of(each) is heading:
                yield self._requirement(each)

    def _said(self, part: str, **facts: object) -> str:
        return sentence("explain", facts, self.language, part)

    def _listed(self, values: Iterable[object] | None) -> Iterator[str]:
        held = [self._value(each) for each in values or ()]
        if held:
            yield enumerated(held, self.language)

    def _value(self, held: object) -> str:
        if isinstance(held, Enum) and not isinstance(held, Ternary):
            return label(held, self.language)
        return printable(cast("Spoken", held).in_words(self.language))

    def _named(self, ref: Ref[Any]) -> str:
        entity = None if self.known is None else self.known.by_id.get(ref.id)
        names: tuple[Name, ...] = getattr(entity, "names", ())
        return names[0].text if names else ref.id

    def _times(self) -> Iterator[str]:
        if self.call.opens is not None:
            yield self._said("opens", day=self.call.opens)
        if self.call.closes is not None:
            yield self._said("closes", day=self.call.closes)
        yield from (self._round(each) for each in self.call.rounds or ())
        for each in self.call.stages or ():
            if each.deadline is not None:
                name = each.id if each.name is None else each.name.text
                yield self._said("round", name=Whole(name), day=each.deadline)

    def _round(self, each: Round) -> str:
        name = _name_of_round(each)
        end = self._said("unknown") if each.deadline is None else each.deadline
        return self._said("round", name=Whole(name), day=end)

    def _envelopes(self) -> Iterator[str]:
        for each in self.call.envelopes or ():
            if each.amount is not None:
                part = "envelope" if each.label is None else "envelope-of"
                yield self._said(part, amount=each.amount, label=each.label)

    def _aid(self, terms: AidTerms) -> str:
        scope = self._scope(terms.tracks, terms.rounds, terms.applicants)
        if terms.when is not None:
            scope.append(self._said("when-only", demand=Whole(asked(terms.when, self.language))))
        facts = [self._pair(each, held) for each, held in self._filled(terms)]
        facts += [self._part(each) for each in (*(terms.sub_caps or ()), *(terms.bonuses or ()))]
        return self._scoped(scope, listed(facts, self.language)) if facts else ""

    def _pair(self, name: str, held: object) -> str:
        value = Whole(self._value(held))
        return self._said("part", name=label(AidTerms, name, self.language), limits=value)

    def _filled(self, terms: AidTerms) -> Iterator[tuple[str, object]]:
        for name, each in declarations(AidTerms).items():
            held = getattr(terms, name)
            if held != each.default and name not in _TOLD_APART:
                yield name, held

    def _part(self, part: Any) -> str:  # noqa: ANN401  # a sub-cap or a bonus
        name = part.label or self._said("expenses")
        limits = [
            self._value(each)
            for each in (part.amount, getattr(part, "rate", None), getattr(part, "points", None))
            if each is not None
        ]
        return self._limited(name, limits)

    def _payments(self) -> Iterator[str]:
        for each in (payment for terms in self.call.aid or () for payment in terms.payments or ()):
            held = (each.rate, each.amount, each.upon)
            told = [self._value(value) for value in held if value is not None]
            yield self._limited(self._value(each.kind), told)

    def _delay(self, delay: Delay) -> str:
        name = self._value(delay.of)
        if delay.after is not None:
            name = self._said("after", what=Whole(name), step=Whole(self._value(delay.after)))
        limits = {"within": delay.within, "at-least": delay.at_least}
        told = [self._said(part, span=span) for part, span in limits.items() if span is not None]
        return self._limited(name, told)

    def _limited(self, name: str, limits: Sequence[str]) -> str:
        """Return a name with its limits; alone, if none is told."""
        if not limits:
            return name
        return self._said("part", name=Whole(name), limits=Whole(", ".join(limits)))

    def _criteria(self) -> Iterator[str]:
        for each in self.call.criteria or ():
            name = each.id if each.name is None else each.name.in_words(self.language)
            weight = "" if each.weight is None else each.weight
            part = "criterion-weight" if weight else "criterion"
            yield self._said(part, name=Whole(printable(name)), weight=weight)

    def _requirement(self, requirement: Requirement) -> str:
        scope = self._scope(requirement.tracks, requirement.rounds, requirement.applicants)
        scope += [self._stage(each) for each in requirement.stages]
        if requirement.funder is not None:
            scope.append(self._named(requirement.funder))
        demand = requirement.demand
        together = demand.demands if isinstance(demand, AllOf) else (demand,)
        text = self._scoped(
            scope, listed((asked(each, self.language) for each in together), self.language)
        )
        return " ".join([text, *self._follows(requirement), *self._clause(requirement.clause)])

    def _stage(self, id_: str) -> str:
        names = {each.id: each.name.text for each in self.call.stages or () if each.name}
        return names.get(id_, id_)

    def _follows(self, requirement: Requirement) -> Iterator[str]:
        if requirement.consequence is not None:
            yield self._said("else", consequence=label(requirement.consequence, self.language))
        elif not is_decisive(requirement):
            return
        if requirement.waivable.is_yes:
            yield self._said("waivable")

    def _clause(self, clause: Quote | None) -> Iterator[str]:
        if clause is not None and clause.text is not None:
            yield self._said("clause", text=Whole(clause.text))

    def _scope(
        self, tracks: Sequence[str], rounds: Sequence[str], applicants: Sequence[Enum]
    ) -> list[str]:
        names = {each.id: each.names[0].text for each in self.call.tracks or () if each.names}
        waves = {each.id: _name_of_round(each) for each in self.call.rounds or ()}
        return [
            *(names.get(each, each) for each in tracks),
            *(waves.get(each, each) for each in rounds),
            *(label(each, self.language) for each in applicants),
        ]

    def _scoped(self, scope: Sequence[str], text: str) -> str:
        if not scope:
            return text
        return self._said("scoped", scope=Whole(", ".join(scope)), text=Whole(text))


def _name_of_round(held: Round) -> str:
    return held.name.text if held.name else held.wording or held.id
