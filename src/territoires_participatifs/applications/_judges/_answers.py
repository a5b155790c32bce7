"""Answers: what a demand comes to, the facts that it was held against, and what is missing."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, final

from territoires_participatifs.applications._results import (
    ComparedFact,
    MissingFact,
    Settler,
)
from territoires_participatifs.values.declarations import unchecked
from territoires_participatifs.values.durations import Span
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.money import Amount
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.quantities import Count, Rate
from territoires_participatifs.values.ternary import Ternary


@final
class Answer(NamedTuple):
    """What one demand came to."""

    met: Ternary
    facts: tuple[ComparedFact, ...] = ()
    missing: tuple[MissingFact, ...] = ()
    seen: tuple[str, ...] = ()

    def but(self, met: Ternary) -> "Answer":
        """Return the same answer with another outcome."""
        return self._replace(met=met)


@lru_cache(maxsize=8192)  # the same gaps are named again and again, and answers never change
def lacks(name: str, place: str, by: Settler = Settler.APPLICANT) -> Answer:
    """Return that nobody can tell, for lack of one fact."""
    return Answer(Ternary.UNDETERMINED, missing=(MissingFact(name=name, place=place, by=by),))


def joined(met: Ternary, answers: Iterable[Answer]) -> Answer:
    """Return one answer out of several, whose facts and gaps are all of theirs."""
    held = list(answers)
    return Answer(
        met,
        tuple(fact for each in held for fact in each.facts),
        tuple(gap for each in held if each.met.is_undetermined for gap in each.missing),
        tuple(place for each in held for place in each.seen),
    )


def fact_found(  # noqa: PLR0913  # the forms of a fact
    name: str,
    *,
    place: str | None = None,
    subject: str | None = None,
    amount: Amount | None = None,
    count: Count | None = None,
    rate: Rate | None = None,
    date: PartialDate | None = None,
    instant: Instant | None = None,
    span: Span | None = None,
    answer: Ternary | None = None,
    term: str | None = None,
    text: str | None = None,
) -> ComparedFact:
    """Return a fact that a demand was held against: one of these forms, all known to be right."""
    return unchecked(
        ComparedFact,
        name=name,
        place=place,
        subject=subject,
        amount=amount,
        count=count,
        rate=rate,
        date=date,
        instant=instant,
        span=span,
        answer=answer,
        term=term,
        text=text,
    )
