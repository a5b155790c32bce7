"""Rules on seats: how many hold a place, for whom, and which one takes over another."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.applications import Application
from territoires_participatifs.checks import (
    Context,
    EventKind,
    Fault,
    Moment,
    Severity,
    fault,
    rule,
)
from territoires_participatifs.language import Sentence
from territoires_participatifs.laureates import Laureate, LaureateStatus
from territoires_participatifs.organisations import Organisation
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._cycles import PlaceUnit, QualificationCycle
from territoires_participatifs.qualification._known import cycle_of, is_unsettled
from territoires_participatifs.qualification._places import GIVEN_UP, are_apart, holding, settled
from territoires_participatifs.qualification._seats import Seat, SeatStatus
from territoires_participatifs.qualification._teams import at_once, staying, who
from territoires_participatifs.sources import Source
from territoires_participatifs.values.bounds import count_fits
from territoires_participatifs.values.quantities import Count, Exactness
from territoires_participatifs.values.references import Ref

_LIMITED: Final = Source(
    id="fdva-rhone",
    title="FDVA « formation des bénévoles » dans le Rhône : de 12 à 25 personnes par formation, règle déduite",
    url="https://www.ac-lyon.fr/vie-associative-dans-le-rhone-fdva-124112",
)
_SELECTED: Final = Source(
    id="cerdd-bilan-2022",
    title="Cerdd, bilan après six mois : les treize collectivités retenues, une place chacune, règle déduite",
    url="https://cerdd.org/index.php/Actualites/Territoires-durables/Accompagnement-des-territoires-participatifs-bilan-apres-six-mois-de-travail",
)
_SHARED_OUT: Final = Source(
    id="cnfpt-midi-pyrenees-2012",
    title="CNFPT Midi-Pyrénées, règlement des formations « intra » et « inter » : les places des grandes collectivités contingentées, règle déduite",
    url="https://doczz.fr/doc/5308292/reglement-formations-%C2%AB-intra-%C2%BB-et-%C2%AB-inter",
)
_IN_ORDER: Final = Source(
    id="arrete-2021-12-01",
    title="Arrêté du 1er décembre 2021 (JORF du 8 décembre 2021), article 13 : liste complémentaire appelée dans l'ordre du classement, règle déduite",
    url="https://juriblio.fr/arretes/arrete-du-1er-decembre-2021/178664817/chapitre-iii/article-13",
)


@rule(
    "QUA006",
    "cohort.more-than-its-places",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_LIMITED,),
    since="26.1",
)
def more_than_its_places(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """The seats that hold a place are no more than the cohort has, or else its cycle.

    A place that is only offered is not taken. Where places are for persons, those of the known
    teams count who are surely there at once. A target is no limit. Silent where the capacity is unsettled, approximate short of its
    double, or has no upper end, and where it is unknown what a place is for.
    """
    limit, unit = _capacity(cohort, context)
    taken = _taken(cohort, unit)
    if limit is not None and count_fits(limit, Count(taken, Exactness.AT_LEAST)).is_no:
        yield fault("seats", taken=taken, capacity=limit)


def _capacity(cohort: Cohort, context: Context) -> tuple[Count | None, PlaceUnit | None]:
    """Return how many places there are, unless it is unsettled, and what each is for."""
    cycle = cycle_of(cohort, context)
    holders: list[Cohort | QualificationCycle] = [cohort] if cycle is None else [cohort, cycle]
    unsettled = any(is_unsettled(each, "/capacity") for each in holders)
    told = (each.capacity for each in holders if each.capacity is not None)
    units = (each.places_for for each in holders if each.places_for is not None)
    return None if unsettled else next(told, None), next(units, None)


def _taken(cohort: Cohort, unit: PlaceUnit | None) -> int:
    """Return how many places are surely taken; none where it is unknown what a place is for."""
    seats = holding(cohort)
    members = [
        (who(position, each, seat.id), each)
        for _, seat in seats
        for position, each in staying(seat.team or ())
    ]
    return {PlaceUnit.ORGANISATIONS: len(seats), PlaceUnit.PERSONS: at_once(members), None: 0}[unit]


@rule(
    "QUA007",
    "cohort.organisation-twice",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_SELECTED, _SHARED_OUT),
    since="26.1",
)
def organisation_twice(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """An organisation holds one seat of a cohort at a time, whoever and however many it sends.

    Another may take over the first. Silent unless places are for organisations: it may hold
    several of those that are for persons.
    """
    unit = _capacity(cohort, context)[1]
    seats = holding(cohort) if unit is PlaceUnit.ORGANISATIONS else []
    first: dict[Ref[Organisation], str] = {}
    for index, each in seats:
        if each.organisation in first:
            facts = {"id": each.organisation, "first": first[each.organisation]}
            yield fault("seats", index, "organisation", **facts)
        elif each.organisation is not None:
            first[each.organisation] = each.id


@rule(
    "QUA008",
    "seat.of-another-organisation",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_SELECTED,),
    since="26.1",
)
def of_another_organisation(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """The award that a seat is was won by the organisation that holds it.

    Who won with it, or took over from it, may hold it as well. Silent where one of the two
    organisations is unknown, where it is unknown who won with it or a consortium may have
    further members, and where the award was transferred.
    """
    for index, seat in settled(cohort):
        laureate = None if seat.laureate is None else context.find(seat.laureate.id)
        winners = _winners(laureate, context) if isinstance(laureate, Laureate) else []
        if winners and all(are_apart(seat.organisation, each, context) for each in winners):
            facts = {"organisation": seat.organisation, "laureate": seat.laureate}
            yield fault("seats", index, "laureate", **facts)


def _winners(laureate: Laureate, context: Context) -> list[Ref[Organisation]]:
    """Return whose award it is; none where others may be."""
    answered = _answered(laureate, context)
    transferred = laureate.status is LaureateStatus.TRANSFERRED
    if laureate.organisation is None or answered is None or transferred:
        return []
    beside = [each.organisation for each in laureate.participations or ()]
    return [laureate.organisation, *beside, *answered]


def _answered(laureate: Laureate, context: Context) -> list[Ref[Organisation]] | None:
    """Return who answered the call for an award, as its application tells; None for others too.

    Where no application is told of, those who take part with the laureate are all that is known:
    others may if these are unknown.
    """
    if laureate.application is None:
        return None if laureate.participations is None else []
    application = context.find(laureate.application.id)
    if not isinstance(application, Application) or application.applicant is None:
        return None
    named = [application.applicant, *(e.organisation for e in application.participations or ())]
    together = application.consortium
    if together is None:
        return named
    members = [each.organisation for each in together.members or ()]
    return [*named, *members] if together.members_complete.is_yes else None


@rule(
    "QUA009",
    "seat.takes-over-one-that-stays",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_SELECTED,),
    since="26.1",
)
def takes_over_one_that_stays(cohort: Cohort, _: Context) -> Iterable[Fault]:
    """The seat that another takes over was given up, and is not that other itself.

    Silent where its status is unknown.
    """
    statuses = {each.id: each.status for _, each in settled(cohort)}
    for index, seat in settled(cohort):
        status = statuses.get(seat.replaces or "")
        itself = seat.replaces == seat.id
        if itself or (status is not None and status not in GIVEN_UP):
            reason = Sentence("seat-taken-over", part="itself" if itself else "stays")
            yield fault("seats", index, "replaces", seat=seat.replaces, reason=reason)


@rule(
    "QUA011",
    "cohort.passed-over-on-the-waiting-list",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.INFO,
    sources=(_IN_ORDER,),
    since="26.1",
)
def passed_over_on_the_waiting_list(cohort: Cohort, _: Context) -> Iterable[Fault]:
    """A place that is free goes to the first on the waiting list: nobody before still waits.

    Silent where a rank is unknown: who waits without one comes last, as in `waiting_list`, and
    who left the list without one may have been the first.
    """
    ranked = [(e.rank, index, e) for index, e in settled(cohort) if e.rank is not None]
    waiting = [(rank, e.id) for rank, _, e in ranked if e.status is SeatStatus.WAITING]
    for rank, index, seat in ranked:
        before = [(earlier, id_) for earlier, id_ in waiting if earlier < rank]
        if before and _was_promoted(seat):
            earlier, id_ = min(before)
            yield fault("seats", index, "rank", rank=rank, first=earlier, seat=id_)


def _was_promoted(seat: Seat) -> bool:
    return any(each.kind is EventKind.PROMOTED for each in seat.history)


RULES: Final = (
    more_than_its_places,
    organisation_twice,
    of_another_organisation,
    takes_over_one_that_stays,
    passed_over_on_the_waiting_list,
)
