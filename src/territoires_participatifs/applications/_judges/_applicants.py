"""How demands on who applies are judged."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple, final

from territoires_participatifs.applications._judges._answers import (
    Answer,
    fact_found,
    joined,
    lacks,
)
from territoires_participatifs.applications._judges._deadlines import ARRIVES_AT_ONCE
from territoires_participatifs.applications._judges._facts import Facts, Party
from territoires_participatifs.applications._judges._natures import judge_applicant
from territoires_participatifs.applications._judges._parties import (
    fact_of,
    held,
    lacks_of,
    not_told,
    place_in,
)
from territoires_participatifs.applications._judges._populations import judge_population
from territoires_participatifs.applications._judges._sizes import is_of_size
from territoires_participatifs.applications._judges._words import same_words
from territoires_participatifs.applications._model import Application, ApplicationStatus
from territoires_participatifs.applications._results import ComparedFact, MissingFact, Settler
from territoires_participatifs.calls import (
    AccreditationDemand,
    ApplicantDemand,
    HeadcountDemand,
    PopulationDemand,
    SeniorityDemand,
    SizeDemand,
)
from territoires_participatifs.organisations import Accreditation
from territoires_participatifs.values.bounds import count_fits
from territoires_participatifs.values.dates import Day
from territoires_participatifs.values.elapsed import lasted_at_least, lasted_at_most
from territoires_participatifs.values.instants import Instant
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.ternary import NotApplicable, Ternary, all_of, any_of


def judge_headcount(demand: HeadcountDemand, facts: Facts) -> Answer:
    """Hold the persons that an organisation employs against the number asked."""

    def test(party: Party) -> Answer:
        count = None if party.organisation is None else party.organisation.headcount
        if count is None:
            return lacks_of(party, "headcount")
        met = count_fits(demand.number, count)
        return held(party, met, fact_of(party, "headcount", count=count))

    return facts.each_of(demand.of, test)


def judge_size(demand: SizeDemand, facts: Facts) -> Answer:
    """Hold the size of a company against those that may; what is no company has none of them."""

    def test(party: Party) -> Answer:
        size = None if party.organisation is None else party.organisation.size
        if size is None:
            return lacks_of(party, "size")
        if isinstance(size, NotApplicable):
            term = f"NotApplicable.{size.value}"
            return held(party, Ternary.NO, fact_of(party, "size", term=term))
        fact = fact_of(party, "size", term=f"CompanySize.{size.value}")
        return held(party, is_of_size(party.organisation, demand.sizes), fact)

    return facts.each_of(demand.of, test)


def judge_seniority(demand: SeniorityDemand, facts: Facts) -> Answer:
    """Hold since when an organisation exists against the day of submission.

    Where that is not told, what holds on the first and on the last day that it may be is sure.
    """
    days = _days_of_submission(facts)

    def test(party: Party) -> Answer:
        since = None if party.organisation is None else party.organisation.since
        if since is None:
            return lacks_of(party, "since")
        found = held(
            party, _is_old_enough(demand, since, days), fact_of(party, "since", date=since)
        )
        return found._replace(
            facts=(*found.facts, *days.facts),
            missing=(*days.missing, *(() if _is_one_day(since) else found.missing)),
            seen=(*found.seen, *(each.place for each in days.facts if each.place is not None)),
        )

    return facts.each_of(demand.of, test)


@final
class _Days(NamedTuple):
    """The first and the last day on which an application may have been sent."""

    first: PartialDate | None
    last: PartialDate | None
    facts: tuple[ComparedFact, ...]
    missing: tuple[MissingFact, ...]


def _days_of_submission(facts: Facts) -> _Days:
    """Return when an application was sent: on its day, or between those that are known.

    A draft is sent on the day of the assessment at the earliest, and nothing before the call
    opens; what was received had been sent by then.
    """
    told = _told_day(facts.application)
    gaps = lacks("submitted", "/submitted", Settler.REGISTER).missing
    if told is not None and told.date is not None:
        return _Days(told.date, told.date, (told,), () if _is_one_day(told.date) else gaps)
    first, last = _first_day(facts), facts.application.received
    arrived = () if last is None else (_at("received", last),)
    sent = () if first is None else (first,)
    return _Days(
        None if first is None else first.date,
        None if last is None else last.day,
        (*sent, *arrived),
        gaps,
    )


def _told_day(application: Application) -> ComparedFact | None:
    """Return the day on which an application was sent, as told or by its arrival at once."""
    if application.submitted is not None:
        return _at("submitted", application.submitted)
    at_once = application.channel in ARRIVES_AT_ONCE
    held = application.received if at_once else None
    return None if held is None else _at("received", held)


def _at(field: str, instant: Instant) -> ComparedFact:
    return fact_found(name=field, date=instant.day, place=f"/{field}")


def _first_day(facts: Facts) -> ComparedFact | None:
    opens, application = facts.call.opens, facts.application
    draft = application.status is ApplicationStatus.DRAFT and application.received is None
    if draft and facts.on is not None:
        return fact_found(name="day", date=PartialDate(facts.on.isoformat()))
    return None if opens is None else fact_found(name="opens", date=opens.day)


def _is_one_day(date: PartialDate) -> bool:
    return date.earliest is not None and date.earliest == date.latest


def _is_old_enough(demand: SeniorityDemand, since: PartialDate, days: _Days) -> Ternary:
    met = [_comes(lambda by: ~since.after(by), days)]
    if (least := demand.at_least) is not None:
        met.append(_comes(lambda by: lasted_at_least(since, by, least), days))
    if (most := demand.at_most) is not None:
        met.append(~_comes(lambda by: ~lasted_at_most(since, by, most), days))
    return all_of(met)


def _comes(test: Callable[[PartialDate], Ternary], days: _Days) -> Ternary:
    """Tell whether what comes true with time is so on the day of submission."""
    if days.first is not None and test(days.first).is_yes:
        return Ternary.YES
    return Ternary.of(False if days.last is not None and test(days.last).is_no else None)


def judge_accreditation(demand: AccreditationDemand, facts: Facts) -> Answer:
    """Look for one of the labels among those that an organisation holds on the day.

    A label of another name may be the same one: only who holds none at all surely lacks it.
    """
    if not demand.schemes:
        return not_told("/applicant")

    def test(party: Party) -> Answer:
        listed = None if party.organisation is None else party.organisation.accreditations
        if listed is None:
            return lacks_of(party, "accreditations")
        answers = list(_accreditations(demand.schemes, listed, party, facts.on))
        return joined(any_of(each.met for each in answers), answers)

    return facts.each_of(demand.of, test)


def _accreditations(
    schemes: tuple[str, ...], listed: tuple[Accreditation, ...], party: Party, on: Day | None
) -> Iterator[Answer]:
    for index, each in enumerate(listed):
        fact = fact_of(party, f"accreditations/{index}", text=each.scheme, date=each.until)
        if any(same_words(each.scheme, scheme) for scheme in schemes):
            yield held(party, _is_in_force(each, on), fact, Settler.REGISTER)
        else:
            yield held(party, Ternary.UNDETERMINED, fact, Settler.PERSON)
    if not listed and (place := place_in(party, "accreditations")) is not None:
        yield Answer(Ternary.NO, seen=(place,))


def _is_in_force(accreditation: Accreditation, on: Day | None) -> Ternary:
    """Tell whether a label holds on a day: until when must be told, since labels expire."""
    if on is None:
        return Ternary.UNDETERMINED
    since, until = accreditation.since, accreditation.until
    begun = Ternary.UNDETERMINED if since is None else ~since.after(on)
    running = Ternary.UNDETERMINED if until is None else ~until.before(on)
    return begun & running


JUDGES: Final[Mapping[type, Callable[[Any, Facts], Answer]]] = {
    ApplicantDemand: judge_applicant,
    SizeDemand: judge_size,
    HeadcountDemand: judge_headcount,
    SeniorityDemand: judge_seniority,
    PopulationDemand: judge_population,
    AccreditationDemand: judge_accreditation,
}
