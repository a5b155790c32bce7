"""The story of a dataset in plain sentences, with its sources and its open questions."""

from collections.abc import Iterator
from itertools import islice
from typing import final

from attrs import field, frozen

from territoires_participatifs.actions import Evaluation, FundedAction
from territoires_participatifs.applications import Application
from territoires_participatifs.calls import Call
from territoires_participatifs.document import Dataset
from territoires_participatifs.history import timeline
from territoires_participatifs.language import Language
from territoires_participatifs.laureates import Decision, Laureate
from territoires_participatifs.qualification import Cohort, QualificationCycle
from territoires_participatifs.sources import OpenQuestion
from territoires_participatifs.telling._actions import (
    action_told,
    cohort_told,
    cycle_told,
    events_told,
)
from territoires_participatifs.telling._calls import (
    answer_told,
    call_told,
    decision_told,
    evaluation_told,
)
from territoires_participatifs.telling._words import Words

__all__ = ["tell"]


def tell(dataset: Dataset, language: Language = "en") -> str:
    """Return the story of a dataset, its open questions and its sources.

    The calls come by date, each followed by what answered it, what was decided, what the
    laureates do, and the calls that they open in turn; where the dataset is about one of
    them, the others are told briefly. Every sentence bears the numbers of its sources; what
    was deduced says so; nothing that the sources leave open is settled.

    >>> from territoires_participatifs.examples import example
    >>> print(tell(example("cerdd-ami-2020")).splitlines()[6])
    13 organisations are selected; 12 follow the cycle. [2, 3]
    """
    words = Words(dataset, language)
    sentences = list(_Story(words).lines())
    questions = (q for entity in dataset for q in entity.questions)
    asked = list(dict.fromkeys(_asked(each, words) for each in questions))
    blocks = [
        [] if dataset.title is None else [dataset.title.in_words(language)],
        sentences,
        [words.told("questions"), *asked] if asked else [],
        [words.told("sources"), *words.sources()] if words.numbers else [],
    ]
    return "\n\n".join("\n".join(each) for each in blocks if each)


def _asked(question: OpenQuestion, words: Words) -> str:
    text = question.text.in_words(words.language)
    readings = [each.in_words(words.language) for each in question.readings]
    if not readings:
        return f"– {text}"
    either = "; ".join if len(readings) == 1 else words.either
    return f"– {text} {either(readings)}"


@final
@frozen
class _Story:
    """The order in which a dataset is told. What was told is not told again."""

    words: Words
    told: set[str] = field(factory=set[str])

    def lines(self) -> Iterator[str]:
        """Yield every sentence of the story."""
        dataset = self.words.dataset
        order = {each.entity.id: rank for rank, each in reversed([*enumerate(timeline(dataset))])}
        main = None if dataset.main is None else dataset.main.id
        for call in sorted(dataset.calls, key=lambda each: order.get(each.id, len(order))):
            opener = None if call.opened_by is None else dataset.by_id.get(call.opened_by.id)
            if opener is None:
                brief = isinstance(dataset.by_id.get(main or ""), Call) and call.id != main
                yield from self._call(call, brief=brief)
        for cycle in dataset.cycles:
            yield from self._cycle(cycle)
        for action in dataset.actions:
            yield from events_told(action, self.words)

    def _call(self, call: Call, *, brief: bool = False) -> Iterator[str]:
        """Yield a call and all that comes of it, the calls that its laureates open included."""
        if call.id in self.told:
            return
        self.told.add(call.id)
        dataset, words = self.words.dataset, self.words
        yield from islice(call_told(call, words), 1 if brief else None)
        for application in () if brief else dataset.of(Application, call):
            if application.call is not None and application.call.id == call.id:
                yield from answer_told(application, words)
        if not dataset.of(Cohort, call):
            for decision in dataset.of(Decision, call):
                yield from decision_told(decision, words)
        for evaluation in dataset.of(Evaluation, call):
            yield from evaluation_told(evaluation, words)
        yield from self._actions(call)
        for cycle in dataset.of(QualificationCycle, call):
            yield from self._cycle(cycle)

    def _actions(self, call: Call) -> Iterator[str]:
        """Yield what the laureates of a call do, then the calls that their actions open."""
        dataset = self.words.dataset
        found = (e for one in dataset.of(Laureate, call) for e in dataset.of(FundedAction, one))
        actions = list(dict.fromkeys(found))
        for action in actions:
            opens = dataset.of(Call, action)
            if action.names and action.part_of is None and not opens:
                yield action_told(action, self.words)
        for action in actions:
            for opened in dataset.of(Call, action):
                yield from self._call(opened, brief=not dataset.of(QualificationCycle, opened))

    def _cycle(self, cycle: QualificationCycle) -> Iterator[str]:
        if cycle.id not in self.told:
            self.told.add(cycle.id)
            yield from cycle_told(cycle, self.words)
            for cohort in self.words.dataset.of(Cohort, cycle):
                yield from cohort_told(cohort, self.words)
