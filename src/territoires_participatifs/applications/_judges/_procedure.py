"""How demands on the procedure are judged: languages, channels and what is vowed."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from territoires_participatifs.applications._judges._answers import Answer, fact_found, lacks
from territoires_participatifs.applications._judges._deadlines import judge_deadline
from territoires_participatifs.applications._judges._documents import (
    judge_document,
    judge_previous_report,
)
from territoires_participatifs.applications._judges._facts import Facts, Party
from territoires_participatifs.applications._judges._words import folded
from territoires_participatifs.applications._projects import Commitment
from territoires_participatifs.applications._results import Settler
from territoires_participatifs.calls import (
    ApplicantSide,
    ChannelDemand,
    CommitmentDemand,
    CommitmentKind,
    DeadlineDemand,
    DocumentDemand,
    LanguageDemand,
    PreviousReportDemand,
)
from territoires_participatifs.organisations import Organisation
from territoires_participatifs.values.names import Bilingual
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary, all_of, any_of


def judge_language(demand: LanguageDemand, facts: Facts) -> Answer:
    """Hold the languages of the application against those that are asked."""
    if not demand.languages:
        return lacks("asked-languages", "/language", Settler.PERSON)
    application = facts.application
    places = {} if application.language is None else {"/language": application.language}
    places |= {f"/languages/{i}": each for i, each in enumerate(application.languages)}
    unsure = [Ternary.UNDETERMINED] if application.language is None else []
    found = [
        any_of([*(_speaks(held, each) for held in places.values()), *unsure])
        for each in demand.languages
    ]
    compared = tuple(
        fact_found(name="language", text=held, place=place) for place, held in places.items()
    )
    missing = lacks("language", "/language").missing
    if not unsure:
        missing = lacks("asked-languages", "/language", Settler.PERSON).missing
    return Answer(_of_each(demand.every, found), compared, missing, tuple(places))


def _of_each(every: Ternary, found: list[Ternary]) -> Ternary:
    """Return whether all are there, one is, or, where nobody says which is asked, both."""
    one, each = any_of(found), all_of(found)
    if every.is_undetermined:
        return one if one is each else Ternary.UNDETERMINED
    return each if every.is_yes else one


def _speaks(held: str, asked: str) -> Ternary:
    """Whether a language is the one that is asked, of which it may be a variant."""
    held, asked = held.casefold(), asked.casefold()
    if held == asked or held.startswith(f"{asked}-"):
        return Ternary.YES
    return Ternary.UNDETERMINED if asked.startswith(f"{held}-") else Ternary.NO


def judge_channel(demand: ChannelDemand, facts: Facts) -> Answer:
    """Hold the way by which the application was sent against those that are admitted."""
    held = facts.application.channel
    if not demand.channels:
        return lacks("asked-channels", "/channel", Settler.PERSON)
    if held is None:
        return lacks("channel", "/channel")
    fact = fact_found(name="channel", term=f"Channel.{held.value}", place="/channel")
    return Answer(Ternary.of(held in demand.channels), (fact,), seen=("/channel",))


def judge_commitment(demand: CommitmentDemand, facts: Facts) -> Answer:
    """Look for the commitment that is asked, by the applicant for all or by each member."""
    if facts.application.commitments is None:
        return lacks("commitments", "/commitments")

    def test(party: Party) -> Answer:
        return _committed(demand, facts, party)

    alone = test(facts.applicant)
    if demand.every_member.is_no:
        return alone
    each = facts.each_of(ApplicantSide.EVERY_MEMBER, test)
    if demand.every_member.is_yes or each.met is alone.met:
        return each
    asked = lacks("asked-of-members", "/commitments", Settler.PERSON)
    return each._replace(met=asked.met, missing=each.missing or asked.missing)


def _committed(demand: CommitmentDemand, facts: Facts, party: Party) -> Answer:
    """Return whether one organisation commits itself to what is asked."""
    held = [
        (f"/commitments/{index}", each, _is_by(each, party, facts) & _is_to(each, demand))
        for index, each in enumerate(facts.application.commitments or ())
        if each.to is demand.to
    ]
    met = any_of(each.made & fits for _, each, fits in held)
    telling = [
        (place, each)
        for place, each, fits in held
        if (each.made & fits) is met and (fits.is_yes or not met.is_no)
    ]
    compared = tuple(
        fact_found(name="commitment", answer=each.made, subject=party.id, place=place)
        for place, each in telling
    )
    none = (
        fact_found(name="commitment", answer=Ternary.NO, subject=party.id, place="/commitments"),
    )
    return Answer(
        met,
        compared or none,
        tuple(gap for place, each in telling for gap in _gaps(place, each, demand)),
        tuple(place for place, _, _ in held) or ("/commitments",),
    )


def _gaps(place: str, held: Commitment, demand: CommitmentDemand) -> tuple[Any, ...]:
    """Return what would settle a commitment: whether it is made, to what, and by whom."""
    if held.made.is_undetermined:
        return lacks("commitment", f"{place}/made").missing
    if _is_to(held, demand).is_undetermined:
        return lacks("commitment-text", f"{place}/text", Settler.PERSON).missing
    return lacks("committed", f"{place}/by").missing


def _is_by(held: Commitment, party: Party, facts: Facts) -> Ternary:
    """Whether a commitment is made by an organisation; one by nobody is the applicant's."""
    named = facts.application.applicant if party.member is None else party.member.organisation
    if held.by is not None:
        return Ternary.of(None if named is None else held.by.id == named.id)
    if party.place == facts.applicant.place and party.id == facts.applicant.id:
        return Ternary.YES
    return Ternary.of(True if named is not None and named == _leads(facts) else None)


def _leads(facts: Facts) -> Ref[Organisation] | None:
    """Return who applies: alone, or the coordinator for the others."""
    lead = facts.applicant.member
    return facts.application.applicant if lead is None else lead.organisation


def _is_to(held: Commitment, demand: CommitmentDemand) -> Ternary:
    """Whether a commitment of the right kind is to the very thing that is asked."""
    if demand.text is None:
        return Ternary.of(None if demand.to is CommitmentKind.OTHER else True)
    same = held.text is not None and not _words(held.text).isdisjoint(_words(demand.text))
    return Ternary.of(True if same else None)


def _words(text: Bilingual) -> set[str]:
    return {folded(each) for each in (text.fr, text.en) if each is not None}


JUDGES: Final[Mapping[type, Callable[[Any, Facts], Answer]]] = {
    DeadlineDemand: judge_deadline,
    DocumentDemand: judge_document,
    LanguageDemand: judge_language,
    ChannelDemand: judge_channel,
    CommitmentDemand: judge_commitment,
    PreviousReportDemand: judge_previous_report,
}
