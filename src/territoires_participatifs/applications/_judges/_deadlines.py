"""How demands on the date of an application are judged."""

from collections.abc import Iterator
from typing import Final, NamedTuple, final

from territoires_participatifs.applications._instants import keeps, misses
from territoires_participatifs.applications._judges._answers import (
    Answer,
    fact_found,
    joined,
    lacks,
)
from territoires_participatifs.applications._judges._facts import Facts
from territoires_participatifs.applications._results import ComparedFact, MissingFact, Settler
from territoires_participatifs.calls import (
    Call,
    Channel,
    DeadlineDemand,
    Round,
    Stage,
    StageKind,
)
from territoires_participatifs.values.deadlines import CountingEvent, Deadline, DeadlineKind
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.ternary import Ternary

_COUNTED: Final = {
    CountingEvent.SENT: "submitted",
    CountingEvent.RECEIVED: "received",
    CountingEvent.COMPLETE: "completed",
    CountingEvent.ACKNOWLEDGED: "acknowledged",
}

ARRIVES_AT_ONCE: Final = frozenset({Channel.ONLINE, Channel.IN_PERSON})
"""The ways by which what is sent is received."""

_ANSWERED: Final = frozenset(
    {
        None,
        StageKind.REGISTRATION,
        StageKind.PRE_PROPOSAL,
        StageKind.FULL_PROPOSAL,
        StageKind.SUBMISSION,
        StageKind.NOMINATION,
        StageKind.OTHER,
    }
)
"""The kinds of stages that an application may answer: nobody applies to a hearing or a vote."""

_UNSETTLED: Final = frozenset({DeadlineKind.RECURRING, DeadlineKind.TO_BE_ANNOUNCED})
"""The deadlines whose day is not told."""


def judge_deadline(demand: DeadlineDemand, facts: Facts) -> Answer:
    """Hold the event that counts against the deadline: its own, of the stage, round or call.

    Where the stage or the round that is answered is not known, the deadlines of all must agree.
    """
    if demand.deadline is not None:
        return _by(demand.deadline, facts)
    stages = facts.call.stages or ()
    if facts.application.stage is None:
        told = [_at(each, facts) for each in stages if each.kind in _ANSWERED]
        return _together(told or [_of_the_round(facts)], "stage")
    named = [each for each in stages if each.id == facts.application.stage]
    if stages and not named:
        return _together([lacks("stage", "/stage"), *(_at(each, facts) for each in stages)])
    return _at(named[0], facts) if named else _of_the_round(facts)


def _together(answers: list[Answer], asked: str | None = None) -> Answer:
    """Return what all answers come to, or that it is asked which of them counts."""
    first, *others = answers
    if all(each.met is first.met for each in others):
        return first
    asking = [] if asked is None else [lacks(asked, f"/{asked}")]
    return joined(Ternary.UNDETERMINED, [first, *asking])


def _at(stage: Stage, facts: Facts) -> Answer:
    """Hold the event that counts against the deadline of a stage, or else of the round.

    A later stage may close after the call does for the first answers; and where the stages
    close one by one, one whose deadline is not told may close before.
    """
    if stage.deadline is not None:
        return _by(stage.deadline, facts)
    stages = facts.call.stages or ()
    answer = _of_the_round(facts)
    later = any(each.kind in _ANSWERED for each in stages[: stages.index(stage)])
    apart = any(each.deadline is not None for each in stages)
    if (answer.met.is_no and later) or (answer.met.is_yes and apart):
        return lacks("deadline", "/stage", Settler.REGISTER)
    return answer


def _of_the_round(facts: Facts) -> Answer:
    rounds = facts.call.rounds or ()
    if facts.round is not None:
        return _of(facts.round, facts)
    if not rounds:
        return _by(facts.call.closes, facts)
    told = [_of(each, facts) for each in rounds]
    if facts.application.round is None:
        return _together(told, "round")
    unlisted = _by(facts.call.closes, facts)
    if not unlisted.met.is_no:  # it may close before the call does
        unlisted = lacks("round", "/round")
    return _together([unlisted, *told], None if unlisted.met.is_undetermined else "round")


def _of(answered: Round, facts: Facts) -> Answer:
    """Hold the event that counts against the deadline of a round, or else of the call.

    Where the rounds close one by one, or sources disagree, one whose deadline is not told
    closes with the call at the latest.
    """
    if answered.deadline is not None:
        return _by(answered.deadline, facts)
    answer = _by(facts.call.closes, facts)
    if answer.met.is_yes and _closes_by_itself(answered, facts.call):
        return lacks("deadline", "/round", Settler.REGISTER)
    return answer


def _closes_by_itself(answered: Round, call: Call) -> bool:
    rounds = call.rounds or ()
    disputed = f"/rounds/{rounds.index(answered)}/deadline" in call.disputed
    return disputed or any(each.deadline is not None for each in rounds)


def _by(deadline: Deadline | None, facts: Facts) -> Answer:
    if deadline is None or deadline.kind in _UNSETTLED:
        return lacks("deadline", "/round", Settler.REGISTER)
    if deadline.kind is DeadlineKind.ROLLING and deadline.day is None:
        return Answer(Ternary.YES)
    if deadline.event is None:
        return _by_some_event(deadline, facts)
    event = _told(_COUNTED[deadline.event], deadline, facts)
    return Answer(event.met, (*event.facts, *_limit(deadline)), event.gaps(deadline), event.seen)


def _limit(deadline: Deadline) -> tuple[ComparedFact, ...]:
    """Return the deadline that is held against, as a fact."""
    if deadline.day is None:
        return ()
    until = Instant(deadline.day, deadline.hour, deadline.zone)
    return (fact_found(name="deadline", instant=until),)


@final
class _Event(NamedTuple):
    """What happened to an application, held against a deadline."""

    name: str
    instant: Instant | None
    met: Ternary

    @property
    def facts(self) -> tuple[ComparedFact, ...]:
        """What is told of it."""
        if self.instant is None:
            return ()
        return (fact_found(name=self.name, instant=self.instant, place=f"/{self.name}"),)

    @property
    def seen(self) -> tuple[str, ...]:
        """Where it is told."""
        return () if self.instant is None else (f"/{self.name}",)

    def gaps(self, deadline: Deadline) -> tuple[MissingFact, ...]:
        """Return what is missing to tell whether it came in time."""
        if self.instant is None:
            return self._lacks()
        if deadline.kind is DeadlineKind.UNTIL_EXHAUSTED:
            return lacks("funds-left", "/round", Settler.REGISTER).missing
        return tuple(self._precisions(self.instant, deadline)) or self._lacks()

    def _precisions(self, instant: Instant, deadline: Deadline) -> Iterator[MissingFact]:
        """Yield what is missing of an instant, or of the deadline, whose day is the same."""
        if instant.day.earliest != instant.day.latest:
            return
        if instant.zone is not None and deadline.zone is None:
            yield from lacks("zone", "/round", Settler.REGISTER).missing
        if deadline.hour is not None and instant.hour is None:
            yield from self._lacks("hour")
        if deadline.hour is not None and deadline.zone is not None and instant.zone is None:
            yield from self._lacks("zone")

    def _lacks(self, part: str | None = None) -> tuple[MissingFact, ...]:
        place = f"/{self.name}" if part is None else f"/{self.name}/{part}"
        return lacks(part or self.name, place).missing


def _told(name: str, deadline: Deadline, facts: Facts) -> _Event:
    instant: Instant | None = getattr(facts.application, name)
    if instant is None:
        return _Event(name, None, Ternary.UNDETERMINED)
    if misses(instant, deadline):
        return _Event(name, instant, Ternary.NO)
    return _Event(name, instant, Ternary.of(True if keeps(instant, deadline) else None))


def _by_some_event(deadline: Deadline, facts: Facts) -> Answer:
    """Return what a deadline comes to that does not tell which event counts.

    What arrived in time was sent in time; what was sent too late arrived too late.
    """
    sent, arrived = (_told(each, deadline, facts) for each in ("submitted", "received"))
    at_once = arrived.met.is_undetermined and facts.application.channel in ARRIVES_AT_ONCE
    found = (*sent.facts, *arrived.facts, *_limit(deadline))
    if at_once and sent.instant is not None:
        return Answer(sent.met, found, sent.gaps(deadline), (*sent.seen, *arrived.seen))
    contradicted = Ternary.NO in {sent.met, arrived.met} and Ternary.YES in {sent.met, arrived.met}
    met = Ternary.UNDETERMINED
    if not contradicted and (arrived.met.is_yes or sent.met.is_no):
        met = arrived.met if arrived.met.is_yes else sent.met
    gaps = [
        gap for each in (sent, arrived) if each.met.is_undetermined for gap in each.gaps(deadline)
    ]
    missing = tuple(gaps) or lacks("counting-event", "/round", Settler.PERSON).missing
    return Answer(met, found, missing, (*sent.seen, *arrived.seen))
