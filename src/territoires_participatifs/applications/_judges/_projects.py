"""How demands on the projects are judged."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from territoires_participatifs.applications._judges._answers import (
    Answer,
    fact_found,
    joined,
    lacks,
)
from territoires_participatifs.applications._judges._calendar import (
    judge_duration,
    judge_end,
    judge_start,
)
from territoires_participatifs.applications._judges._facts import Facts
from territoires_participatifs.applications._judges._parties import lacks_of, not_told
from territoires_participatifs.applications._judges._territories import judge_territory
from territoires_participatifs.applications._judges._words import same_words
from territoires_participatifs.applications._results import Settler
from territoires_participatifs.calls import (
    AudienceDemand,
    DurationDemand,
    EndDemand,
    StartDemand,
    Subject,
    TerritoryDemand,
    ThemeDemand,
)
from territoires_participatifs.organisations import Audience, Capacity, Theme
from territoires_participatifs.values.ternary import Ternary, all_of, any_of

Listed: TypeAlias = tuple[Theme, ...] | tuple[Audience, ...] | None


def judge_theme(demand: ThemeDemand, facts: Facts) -> Answer:
    """Compare what each project, or the applicant, is about with the themes that are asked."""

    def test(theme: Theme) -> Ternary:
        return any_of(_is_theme(theme, each) for each in demand.themes)

    if not demand.themes:
        return not_told("/projects" if demand.of is Subject.PROJECT else "/applicant")
    if demand.of is Subject.PROJECT:
        listed = ((each.themes, each.id) for each in facts.application.projects or ())
        return _of_projects("themes", listed, test)
    party = facts.applicant
    themes = None if party.organisation is None else party.organisation.themes
    if themes is None:
        return lacks_of(party, "themes")
    pointer = f"{party.place}/themes" if party.declared else None
    return _one_of(_named(themes, pointer, party.id, "theme", test), pointer)


def _is_theme(theme: Theme, asked: Theme) -> Ternary:
    """Tell whether two themes are one: by codes of one list, else by what they are called."""
    if not set(theme.codes).isdisjoint(asked.codes):
        return Ternary.YES
    lists = {each.scheme for each in theme.codes} & {each.scheme for each in asked.codes}
    if lists:
        return Ternary.NO
    return Ternary.of(same_words(theme.label, asked.label) or None)


def judge_audience(demand: AudienceDemand, facts: Facts) -> Answer:
    """Compare whom each project is for with those that are asked."""

    def test(audience: Audience) -> Ternary:
        return any_of(_is_audience(audience, each) for each in demand.audiences)

    if not demand.audiences:
        return not_told("/projects")
    listed = ((each.audiences, each.id) for each in facts.application.projects or ())
    return _of_projects("audiences", listed, test)


def _is_audience(audience: Audience, asked: Audience) -> Ternary:
    """Tell whether two audiences are one; they surely differ where two capacities are told."""
    if same_words(audience.label, asked.label):
        return Ternary.YES
    told = {audience.capacity, asked.capacity}
    differ = len(told) > 1 and told.isdisjoint({None, Capacity.OTHER})
    return Ternary.of(False if differ else None)


def _of_projects(
    field: str, listed: Iterable[tuple[Listed, str]], test: Callable[[Any], Ternary]
) -> Answer:
    """Return whether every project names one of what is asked in a field."""
    answers: list[Answer] = []
    for index, (named, project) in enumerate(listed):
        pointer = f"/projects/{index}/{field}"
        if named is None:
            answers.append(lacks(field, pointer))
        else:
            told = _named(named, pointer, project, field.removesuffix("s"), test)
            answers.append(_one_of(told, pointer))
    if not answers:
        return lacks("projects", "/projects")
    return joined(all_of(each.met for each in answers), answers)


def _one_of(answers: Iterable[Answer], pointer: str | None) -> Answer:
    """Return whether one of what is named is what is asked; nothing at all is not."""
    held = list(answers)
    found = joined(any_of(each.met for each in held), held)
    return found if held or pointer is None else found._replace(seen=(pointer,))


def _named(
    named: Iterable[Theme | Audience],
    pointer: str | None,
    subject: str | None,
    name: str,
    test: Callable[[Any], Ternary],
) -> Iterator[Answer]:
    for index, each in enumerate(named):
        place = None if pointer is None else f"{pointer}/{index}"
        fact = fact_found(name=name, subject=subject, place=place, text=each.label)
        gaps = lacks(name, place or "/applicant", Settler.PERSON).missing
        yield Answer(test(each), (fact,), gaps, () if place is None else (place,))


JUDGES: Final[Mapping[type, Callable[[Any, Facts], Answer]]] = {
    TerritoryDemand: judge_territory,
    ThemeDemand: judge_theme,
    AudienceDemand: judge_audience,
    DurationDemand: judge_duration,
    StartDemand: judge_start,
    EndDemand: judge_end,
}
