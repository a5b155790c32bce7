"""Gaps: what is missing to tell, by who can tell it, the most useful first."""

from collections.abc import Iterable, Iterator
from typing import final

from attrs import frozen

from territoires_participatifs.applications._results import (
    MissingFact,
    RequirementResult,
    Settler,
)
from territoires_participatifs.calls import is_decisive
from territoires_participatifs.language import Language, sentence, word


@final
@frozen(kw_only=True)
class Gap:
    """A fact that is missing, and the requirements that wait for it.

    >>> gap = Gap(name="headcount", place="/organisations/0/headcount", requirements=("small",))
    >>> gap.in_words("en")
    'staff (/organisations/0/headcount)'
    """

    name: str
    """What it is, by the word of the catalogue."""
    place: str
    """Where it belongs in the application; what a person judges is in its requirement."""
    requirements: tuple[str, ...]
    """The ids of the requirements that wait for it."""

    def in_words(self, language: Language) -> str:
        """Return what is missing, and where; or for which requirement a person must judge."""
        inside = self.place.startswith("/demand")
        place = ", ".join(self.requirements) if inside else self.place
        facts = {"name": word("fact", self.name, language), "place": place}
        return sentence("assessment", facts, language, "gap")


@final
@frozen
class Missing:
    """What would settle an assessment; first what more requirements wait for."""

    ask: tuple[Gap, ...]
    """To be asked of the applicant."""
    look_up: tuple[Gap, ...]
    """To be looked up, in a register or in other files."""
    judge: tuple[Gap, ...]
    """To be judged by a person."""


def missing_of(results: Iterable[RequirementResult]) -> Missing:
    """Return what is missing to settle the requirements that decide, each place once.

    What a person must judge is told for each requirement.
    """
    waiting: dict[tuple[Settler, str, str], list[str]] = {}
    names: dict[tuple[Settler, str, str], str] = {}
    for each in results:
        if each.stands.is_undetermined and each.asked is not None and is_decisive(each.asked):
            for key, name in {_key(gap, each): gap.name for gap in _gaps(each)}.items():
                names.setdefault(key, name)
                waiting.setdefault(key, []).append(each.requirement)
    ranked = sorted(waiting, key=lambda key: -len(waiting[key]))
    ask, look_up, judge = (
        tuple(
            Gap(name=names[key], place=key[1], requirements=tuple(waiting[key]))
            for key in ranked
            if key[0] is by
        )
        for by in (Settler.APPLICANT, Settler.REGISTER, Settler.PERSON)
    )
    return Missing(ask, look_up, judge)


def _key(gap: MissingFact, result: RequirementResult) -> tuple[Settler, str, str]:
    return gap.by, gap.place, result.requirement if gap.by is Settler.PERSON else ""


def _gaps(result: RequirementResult) -> Iterator[MissingFact]:
    yield from result.unscoped
    for each in result.demands:
        yield from each.missing
