"""Laws of completion: yes and no are sure, nothing more could be told, and order is no matter."""

from collections.abc import Iterator
from itertools import product
from random import Random
from typing import Final, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import replaced

ANSWERS: Final = st.sampled_from(tp.Ternary)
PERSON: Final = "p-1"


class Sheet(NamedTuple):
    """What an attendance sheet tells of each half-day of each session."""

    sessions: tuple[tuple[tp.Ternary, ...], ...]
    share: int

    @property
    def cohort(self) -> tp.Cohort:
        told = enumerate(self.sessions)
        return tp.Cohort(
            id="promotion",
            sessions_complete=tp.Ternary.YES,
            sessions=tuple(
                tp.TrainingSession(
                    id=f"day-{n}", half_days=tp.Count(len(half_days)), optional=tp.Ternary.NO
                )
                for n, half_days in enumerate(self.sessions)
            ),
            attendances=tuple(
                tp.Attendance(session=f"day-{n}", person=PERSON, half_day=index, present=answer)
                for n, half_days in told
                for index, answer in enumerate(half_days, 1)
            ),
        )

    @property
    def cycle(self) -> tp.QualificationCycle:
        terms = tp.CompletionTerms(share=tp.Rate(self.share))
        return tp.QualificationCycle(id="cycle", terms=(terms,))

    def worlds(self) -> Iterator[tuple[bool, ...]]:
        """Yield every way in which it may have been, half-day after half-day."""
        may_be = {tp.Ternary.YES: (True,), tp.Ternary.NO: (False,)}
        half_days = [answer for session in self.sessions for answer in session]
        yield from product(*(may_be.get(each, (True, False)) for each in half_days))


SHEETS: Final = st.builds(
    Sheet,
    st.lists(st.lists(ANSWERS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(
        tuple
    ),
    st.integers(0, 100),
)


@given(SHEETS)
def test_the_answer_is_that_of_every_world_or_undetermined_where_they_differ(sheet: Sheet) -> None:
    enough = {100 * sum(world) >= sheet.share * len(world) for world in sheet.worlds()}
    expected = tp.Ternary.of(enough.pop() if len(enough) == 1 else None)
    (found,) = tp.completion(sheet.cohort, sheet.cycle)
    assert found.entitled is expected


@given(SHEETS, st.randoms(use_true_random=False))
def test_the_order_of_attendances_and_sessions_changes_no_answer(
    sheet: Sheet, random: Random
) -> None:
    cohort = sheet.cohort
    mixed = {
        "attendances": tuple(
            random.sample(cohort.attendances or (), len(cohort.attendances or ()))
        ),
        "sessions": tuple(random.sample(cohort.sessions or (), len(cohort.sessions or ()))),
    }
    assert tp.completion(replaced(cohort, **mixed), sheet.cycle) == tp.completion(
        cohort, sheet.cycle
    )


@given(SHEETS)
def test_figures_count_every_half_day_once(sheet: Sheet) -> None:
    answers = [each for session in sheet.sessions for each in session]
    told = tp.cohort_figures(sheet.cohort, sheet.cycle)
    assert told.everybody.half_days == tp.Tally(
        *(answers.count(each) for each in (tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED))
    )
    ((_, completed),) = told.everybody.completion
    assert completed.total == told.everybody.persons == 1
