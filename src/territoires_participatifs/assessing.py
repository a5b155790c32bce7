"""Assessing applications against calls: whether one is eligible, by which rules, and why.

A call compiles once, then assesses many applications. An assessment says what it rests on:
the day, the versions and the hashes of the call and of the application, the library's version.
"""

import hashlib
import json
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from importlib.metadata import version
from typing import Final, final

from attrs import evolve, frozen

from territoires_participatifs.applications import (
    Application,
    Assessment,
    CompiledCall,
    Judgement,
    Outcome,
    RequirementResult,
    appraise,
    compiled,
)
from territoires_participatifs.calls import Call
from territoires_participatifs.consortia import Consortium
from territoires_participatifs.document import Dataset, unstructure
from territoires_participatifs.labels import label
from territoires_participatifs.language import Language, Whole, sentence
from territoires_participatifs.organisations import Organisation
from territoires_participatifs.sources import Entity
from territoires_participatifs.values.dates import Day, DayLike, day
from territoires_participatifs.values.deadlines import Deadline
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary

__all__ = [
    "CallFor",
    "Replay",
    "assess",
    "compile_call",
    "eligible_calls",
    "fingerprint",
    "replay",
]


def compile_call(call: Call | CompiledCall) -> CompiledCall:
    """Return a call made ready to assess many applications.

    >>> ready = compile_call(Call(id="ami-2020", requirements=()))
    >>> assess(Application(id="file-12"), ready).outcome
    <Outcome.ELIGIBLE: 'eligible'>
    """
    return compiled(call)


def assess(
    application: Application,
    call: Call | CompiledCall,
    *,
    on: DayLike | None = None,
    known: Dataset | None = None,
    judgements: Iterable[Judgement] = (),
) -> Assessment:
    """Hold an application against the requirements of a call.

    What is unknown makes an outcome undetermined, never eligible; what would settle it is in
    ``.missing``. The requirements that the call does not tell can't be judged: ``.complete``
    says whether it tells them all.

    :param on: the day by which ages, labels, populations and territories are judged.
    :param known: what the application does not say: other applications, organisations, and the
        waivers that name it as their subject. What it holds is all there is: without it, what
        rests on other applications can't be told.
    :param judgements: what persons decided of what only they can judge; one on each requirement.
    :raises ValueError: if the application names another call.

    A waiver lifts a requirement if it says why, by whom and since when, and if whoever lifts it
    is not the applicant and may do so. The library can't know who wrote it: take the waivers out
    of what an applicant sends.

    >>> call = Call(id="ami-2020")
    >>> assess(Application(id="file-12"), call).outcome
    <Outcome.UNDETERMINED: 'undetermined'>
    """
    ready = compiled(call)
    if application.call not in {None, Ref(ready.call.id)}:
        message = f"{application.id} answers {application.call}, not {ready.call.id}"
        raise ValueError(message)
    found = appraise(
        application,
        ready,
        on=None if on is None else day(on),
        known=known,
        judgements=judgements,
        waivers=() if known is None else known.waivers,
    )
    return evolve(
        found,
        call_hash=_fingerprint_of(ready),
        application_hash=fingerprint(application),
        library_version=_library_version(),
    )


def fingerprint(entity: Entity) -> str:
    """Return a digest of all that an entity says, as ``sha256:…``: it changes if anything does.

    >>> fingerprint(Application(id="a")) == fingerprint(Application(id="a", language="fr"))
    False
    """
    content = json.dumps(unstructure(entity), sort_keys=True, default=_as_it_came)
    return f"sha256:{hashlib.sha256(content.encode()).hexdigest()}"


def _as_it_came(number: Decimal) -> dict[str, str]:
    """Return a number of a raw value, which JSON has no type for that keeps its digits."""
    return {"decimal": str(number)}


@cache
def _library_version() -> str:
    return version("territoires-participatifs")


def _fingerprint_of(ready: CompiledCall) -> str:
    """Return the digest of a call, made once while it is compiled."""
    if ready.fingerprint is None:
        ready.fingerprint = fingerprint(ready.call)
    return ready.fingerprint


@final
@frozen(kw_only=True)
class Replay:
    """One application under two sets of rules: what came out then, and what would now."""

    before: Assessment
    after: Assessment

    @property
    def changed(self) -> tuple[tuple[RequirementResult | None, RequirementResult | None], ...]:
        """The requirements whose result differs, those that came and those that went."""
        old = {each.requirement: each for each in self.before.results}
        new = {each.requirement: each for each in self.after.results}
        pairs = [(old.get(each), new.get(each)) for each in {**old, **new}]
        return tuple(pair for pair in pairs if _differ(*pair))

    def in_words(self, language: Language) -> str:
        """Return what changed, a line for the outcome and for each requirement."""
        facts = {
            "before": label(self.before.outcome, language),
            "after": label(self.after.outcome, language),
        }
        same = self.before.outcome is self.after.outcome
        lines = [sentence("replay", facts, language, "same" if same else "other")]
        lines += [f"- {_change(one, other, language)}" for one, other in self.changed]
        return "\n".join(lines)


def _differ(one: RequirementResult | None, other: RequirementResult | None) -> bool:
    return one is None or other is None or one.stands is not other.stands


def _change(
    one: RequirementResult | None, other: RequirementResult | None, language: Language
) -> str:
    held = other or one
    facts: dict[str, object] = {
        "requirement": "" if held is None else held.requirement,
        "before": None if one is None else one.stands,
        "after": None if other is None else other.stands,
    }
    part = "new" if one is None else "gone" if other is None else "changed"
    return sentence("replay", facts, language, part)


def replay(
    assessment: Assessment,
    call: Call | CompiledCall,
    *,
    application: Application,
    known: Dataset | None = None,
) -> Replay:
    """Assess an application again, under the rules of another version of the call.

    The day and the judgements are those of the assessment.

    :raises ValueError: if the application is not the one that was assessed, to the letter.
    """
    if assessment.application_hash not in {None, fingerprint(application)}:
        message = f"{application.id} is not as it was when it was assessed"
        raise ValueError(message)
    ready = compiled(call)
    on = None if assessment.on is None else assessment.on.earliest
    answer = evolve(application, call=Ref(ready.call.id))
    again = assess(answer, ready, on=on, known=known, judgements=assessment.judgements)
    return Replay(before=assessment, after=evolve(again, application_hash=fingerprint(application)))


@final
@frozen(kw_only=True)
class CallFor:
    """A call as it looks to an organisation: eligible or not, and what would settle it."""

    call: Call
    assessment: Assessment
    deadline: Deadline | None
    """The next one, of a round or of the call; None if none is told."""

    def in_words(self, language: Language) -> str:
        """Return the call, its outcome and its deadline on a line, then what would settle it."""
        name = self.call.names[0].text if self.call.names else self.call.id
        facts: dict[str, object] = {
            "name": Whole(name),
            "outcome": label(self.assessment.outcome, language),
            "deadline": self.deadline,
        }
        part = "call" if self.deadline is None else "call-until"
        return sentence("eligible-calls", facts, language, part)


def eligible_calls(
    organisation: Organisation,
    calls: Iterable[Call],
    on: DayLike,
    *,
    known: Dataset | None = None,
) -> tuple[CallFor, ...]:
    """Return the calls that are not surely over, as they look to an organisation applying alone.

    Eligible ones first, then those that can't be told yet, then the others; in each, by deadline.
    What only an application could tell (its project, its budget) is missing, and said so.
    """
    today = day(on)
    blank = Application(
        id="to-come",
        applicant=Ref(organisation.id),
        organisations=(organisation,),
        consortium=Consortium(members=(), members_complete=Ternary.YES),
    )
    found = [
        CallFor(
            call=each,
            assessment=assess(evolve(blank, call=Ref(each.id)), each, on=today, known=known),
            deadline=_next_deadline(each, today),
        )
        for each in calls
        if not _is_over(each, today)
    ]
    return tuple(sorted(found, key=_order))


_RANKS: Final = {Outcome.ELIGIBLE: 0, Outcome.UNDETERMINED: 1, Outcome.INELIGIBLE: 2}


def _order(found: CallFor) -> tuple[int, bool, tuple[int, int, str]]:
    until = None if found.deadline is None else found.deadline.day
    key = (0, 0, "") if until is None else until.sort_key
    return _RANKS[found.assessment.outcome], until is None, key


def _deadlines(call: Call) -> tuple[Deadline | None, ...]:
    """Return the deadlines by which one may answer: of the rounds, or of the call."""
    return tuple(each.deadline for each in call.rounds or ()) or (call.closes,)


def _is_past(deadline: Deadline | None, today: Day) -> bool:
    return deadline is not None and deadline.day is not None and deadline.day.before(today).is_yes


def _is_over(call: Call, today: Day) -> bool:
    return all(_is_past(each, today) for each in _deadlines(call)) or _is_past(call.closes, today)


def _next_deadline(call: Call, today: Day) -> Deadline | None:
    to_come = [each for each in _deadlines(call) if each and not _is_past(each, today)]
    dated = sorted((each for each in to_come if each.day), key=_day_of)
    return next(iter((*dated, *to_come)), call.closes)


def _day_of(deadline: Deadline) -> tuple[int, int, str]:
    return (0, 0, "") if deadline.day is None else deadline.day.sort_key
