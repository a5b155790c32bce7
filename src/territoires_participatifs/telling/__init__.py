"""The story of a dataset in plain sentences, with its sources and its open questions."""

from collections.abc import Iterator
from itertools import islice
from typing import final

from attrs import field, frozen

from territoires_participatifs.actions import Evaluation, FundedAction
from territoires_participatifs.applications import Application, ApplicationStatus
from territoires_participatifs.calls import Call
from territoires_participatifs.checks import walk
from territoires_participatifs.document import Dataset
from territoires_participatifs.history import timeline
from territoires_participatifs.language import Language
from territoires_participatifs.laureates import Decision, Laureate
from territoires_participatifs.qualification import Cohort, QualificationCycle
from territoires_participatifs.sources import Entity, OpenQuestion
from territoires_participatifs.telling._actions import (
    action_told,
    cohort_told,
    cycle_told,
    events_told,
)
from territoires_participatifs.telling._answers import answer_told
from territoires_participatifs.telling._calls import call_told
from territoires_participatifs.telling._decisions import (
    evaluation_told,
    figures_told,
    laureates_told,
    selection_told,
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
    entities = (each.subject for each in walk(dataset) if isinstance(each.subject, Entity))
    questions = (question for each in entities for question in each.questions)
    asked = list(dict.fromkeys(_asked(each, words) for each in questions))
    blocks = [
        [] if dataset.title is None else [words.said(dataset.title)],
        sentences,
        [words.told("questions"), *asked] if asked else [],
        [words.told("sources"), *words.sources()] if words.numbers else [],
    ]
    return "\n\n".join("\n".join(each) for each in blocks if each)


def _asked(question: OpenQuestion, words: Words) -> str:
    text = words.said(question.text)
    readings = [words.said(each).removesuffix(".") for each in question.readings]
    if not readings:
        return f"– {text}"
    if len(readings) == 1:
        return f"– {text} {words.told('reading', text=readings[0])}"
    return f"– {text} {words.either(readings)}"


@final
@frozen
class _Story:
    """The order in which a dataset is told. What was told is not told again."""

    words: Words
    told: set[str] = field(factory=set[str])

    def lines(self) -> Iterator[str]:
        """Yield every sentence of the story."""
        for call in self._calls():
            yield from self._call(call)
        for cycle in self.words.dataset.cycles:
            yield from self._cycle(cycle)
        for action in self.words.dataset.actions:
            yield from events_told(action, self.words)

    def _calls(self) -> list[Call]:
        """Return the calls by date, those that something opens last: mostly told by then."""
        dataset = self.words.dataset
        order = {each.entity.id: rank for rank, each in reversed([*enumerate(timeline(dataset))])}
        calls = sorted(dataset.calls, key=lambda each: order.get(each.id, len(order)))
        return sorted(calls, key=lambda each: each.opened_by is not None)

    def _call(self, call: Call) -> Iterator[str]:
        """Yield a call and all that comes of it, the calls that its laureates open included."""
        if call.id in self.told:
            return
        self.told.add(call.id)
        words, brief = self.words, self._is_brief(call)
        yield from islice(call_told(call, words), 1 if brief else None)
        for application in () if brief else words.naming(Application, "call", call):
            if application.status is not ApplicationStatus.DRAFT:
                yield from answer_told(application, words)
        yield from self._decisions(call)
        for evaluation in words.naming(Evaluation, "subjects", call):
            yield from evaluation_told(evaluation, call, words)
        yield from self._actions(call)
        for cycle in words.naming(QualificationCycle, "recruits", call):
            yield from self._cycle(cycle)

    def _is_brief(self, call: Call) -> bool:
        """Tell whether the dataset is about another call, and this one recruits for no cycle."""
        dataset = self.words.dataset
        main = None if dataset.main is None else dataset.by_id.get(dataset.main.id)
        of_another = isinstance(main, Call) and main.id != call.id
        return of_another and not self.words.naming(QualificationCycle, "recruits", call)

    def _decisions(self, call: Call) -> Iterator[str]:
        """Yield what is decided; how many are selected, unless a cohort tells it."""
        words = self.words
        cohorts = words.naming(Cohort, "call", call)
        seated = any(each.cycle is not None and each.selected is not None for each in cohorts)
        for decision in words.naming(Decision, "call", call):
            if not seated or decision.received is not None:
                yield from selection_told(decision, words)
            laureates = words.naming(Laureate, "decision", decision)
            yield from laureates_told(laureates, decision.selected, words)
            yield from figures_told(decision, words)
        others = [each for each in words.naming(Laureate, "call", call) if each.decision is None]
        yield from laureates_told(others, None, words)

    def _actions(self, call: Call) -> Iterator[str]:
        """Yield what the laureates of a call do, then the calls that their actions open."""
        words = self.words
        laureates = words.naming(Laureate, "call", call)
        actions = [e for one in laureates for e in words.naming(FundedAction, "laureate", one)]
        opened = [e for action in actions for e in words.naming(Call, "opened_by", action)]
        openers = {each.opened_by.id for each in opened if each.opened_by is not None}
        wholes = {each.id for each in actions} - openers
        for action in actions:
            is_part = action.part_of is not None and action.part_of.id in wholes
            if action.names and action.id not in openers and not is_part:
                yield action_told(action, words)
        for each in opened:
            yield from self._call(each)

    def _cycle(self, cycle: QualificationCycle) -> Iterator[str]:
        if cycle.id not in self.told:
            self.told.add(cycle.id)
            yield from cycle_told(cycle, self.words)
            for cohort in self.words.naming(Cohort, "cycle", cycle):
                yield from cohort_told(cohort, self.words)
