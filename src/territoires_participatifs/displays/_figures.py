"""The figures of a cohort as a table: what people report, with the unknown beside it."""

from collections.abc import Iterator
from typing import Final

from territoires_participatifs.displays._table import Table
from territoires_participatifs.displays._words import Words
from territoires_participatifs.document import Dataset
from territoires_participatifs.labels import label
from territoires_participatifs.language import Language
from territoires_participatifs.organisations import Organisation
from territoires_participatifs.qualification import (
    CertificateKind,
    Cohort,
    CohortFigures,
    GroupFigures,
    QualificationCycle,
    SeatStatus,
    Tally,
    cohort_figures,
)
from territoires_participatifs.values.quantities import Count

_STATED: Final = ("selected", "attended", "persons")
"""The numbers that sources publish of a cohort, whatever its lists come to."""


def figures_table(dataset: Dataset, cohort: Cohort | str, language: Language = "en") -> Table:
    """Return the figures of a cohort: as a whole, by capacity and by territory.

    No person is named; a group of one is still a person, so that the table of a small cohort
    is no more public than its attendances.

    :param cohort: a cohort, or the id of one.
    :raises KeyError: if the dataset holds no cohort of that id.

    >>> from territoires_participatifs.examples import example
    >>> print(figures_table(example("cerdd-ami-2020"), "cohorte-2021").notes[0])
    Stated by the sources — organisations selected: 13; organisations that took part: 12; number of persons: unknown.
    """
    if isinstance(cohort, str):
        cohort = dataset.get(Cohort, cohort)
    words = Words(dataset, language)
    cycle = None if cohort.cycle is None else dataset.by_id.get(cohort.cycle.id)
    known = cycle if isinstance(cycle, QualificationCycle) else None
    places = (each for each in dataset.by_id.values() if isinstance(each, Organisation))
    figures = cohort_figures(cohort, known, places)
    kinds = [kind for kind, _ in figures.everybody.completion]
    columns = ("group", "persons", "came", "missed", "came-unknown", "rate")
    return Table(
        caption=words.told("figures", cohort=words.quoted(cohort)),
        headings=(
            *(words.told(f"figures-{each}") for each in columns),
            *(_certificate(each, words) for each in kinds),
        ),
        rows=tuple(_row(name, each, words) for name, each in _groups(figures, words)),
        notes=tuple(_notes(cohort, figures, words)),
        language=language,
    )


def _certificate(kind: CertificateKind | None, words: Words) -> str:
    return words.told("figures-completed") if kind is None else label(kind, words.language)


def _groups(figures: CohortFigures, words: Words) -> Iterator[tuple[str, GroupFigures]]:
    yield words.told("figures-everybody"), figures.everybody
    for capacity, each in figures.by_capacity:
        unknown = words.told("capacity-unknown")
        yield unknown if capacity is None else label(capacity, words.language), each
    for territory, each in figures.by_territory:
        unknown = words.told("territory-unknown")
        yield unknown if territory is None else territory.in_words(words.language), each


def _row(name: str, group: GroupFigures, words: Words) -> tuple[str, ...]:
    half_days = group.half_days
    counts = (group.persons, half_days.yes, half_days.no, half_days.unknown)
    completed = (_completed(each, words) for _, each in group.completion)
    return (name, *map(str, counts), _rate(half_days, words), *completed)


def _rate(tally: Tally, words: Words) -> str:
    """Return a share, or from which to which it may be."""
    if tally.shares is None:
        return words.told("not-applicable")
    least, most = (each.in_words(words.language) for each in tally.shares)
    return least if least == most else words.told("figures-between", least=least, most=most)


def _completed(tally: Tally, words: Words) -> str:
    return words.told("figures-tally", yes=tally.yes, no=tally.no, unknown=tally.unknown)


def _notes(cohort: Cohort, figures: CohortFigures, words: Words) -> Iterator[str]:
    stated: dict[str, Count | None] = {each: getattr(cohort, each) for each in _STATED}
    told = (
        (
            label(Cohort, name, words.language),
            words.told("untold") if held is None else held.in_words(words.language),
        )
        for name, held in stated.items()
    )
    yield words.told("figures-stated", facts=words.pairs(told))
    seats = ((_status(status, words), str(number)) for status, number in figures.seats)
    listed = words.pairs(seats) if figures.seats else words.told("untold")
    yield words.told("figures-seats", facts=listed, organisations=figures.organisations)
    if figures.seats_without_team:
        yield words.told("figures-teams", number=figures.seats_without_team)
    yield words.told(
        "figures-sessions",
        sessions=figures.sessions,
        unknown=figures.sessions_of_unknown_length,
    )
    if figures.everybody.persons:
        yield words.told("figures-personal")


def _status(status: SeatStatus | None, words: Words) -> str:
    return words.told("status-unknown") if status is None else label(status, words.language)
