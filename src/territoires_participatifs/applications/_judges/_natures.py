"""How demands on what an applicant is are judged: its kind, and what the law says of that kind."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, final

from territoires_participatifs.applications._judges._answers import (
    Answer,
    fact_found,
    joined,
    lacks,
)
from territoires_participatifs.applications._judges._facts import Facts, Party
from territoires_participatifs.applications._judges._parties import (
    fact_of,
    held,
    lacks_of,
    not_told,
)
from territoires_participatifs.applications._results import ComparedFact, Settler
from territoires_participatifs.calls import ApplicantDemand
from territoires_participatifs.organisations import Organisation, OrganisationKind, territory_of
from territoires_participatifs.reference import TerritoryKind
from territoires_participatifs.values.ternary import Ternary, all_of


@final
class Nature(NamedTuple):
    """What an organisation of a kind surely is, by law."""

    legal_person: Ternary = Ternary.UNDETERMINED
    public: Ternary = Ternary.UNDETERMINED
    non_profit: Ternary = Ternary.UNDETERMINED


_PUBLIC_LEGAL_PERSON: Final = Nature(legal_person=Ternary.YES, public=Ternary.YES)
_OF_THE_STATE: Final = Nature(public=Ternary.YES)
_NON_PROFIT: Final = Nature(non_profit=Ternary.YES)

NATURES: Final[Mapping[OrganisationKind | None, Nature]] = {
    OrganisationKind.COMMUNE: _PUBLIC_LEGAL_PERSON,
    OrganisationKind.DEPARTEMENT: _PUBLIC_LEGAL_PERSON,
    OrganisationKind.REGION: _PUBLIC_LEGAL_PERSON,
    OrganisationKind.INTERMUNICIPAL_BODY: _PUBLIC_LEGAL_PERSON,
    OrganisationKind.JOINT_SYNDICATE: _PUBLIC_LEGAL_PERSON,
    OrganisationKind.PUBLIC_ESTABLISHMENT: _PUBLIC_LEGAL_PERSON,
    OrganisationKind.PUBLIC_INTEREST_GROUPING: _PUBLIC_LEGAL_PERSON,
    OrganisationKind.CENTRAL_ADMINISTRATION: _OF_THE_STATE,
    OrganisationKind.DECONCENTRATED_SERVICE: _OF_THE_STATE,
    OrganisationKind.ASSOCIATION: _NON_PROFIT,
    OrganisationKind.FOUNDATION: _NON_PROFIT,
}
"""What each kind surely is; of the other kinds, the law does not say it of all.

Whether an association is a legal person depends on its declaration, and a service of the State
is no person of its own, though the State is one: neither is said.

Source: Code général des collectivités territoriales, articles L1111-1 (communes, départements,
régions), L5210-1-1 A (EPCI), L5711-1 and L5721-1 (syndicats mixtes); loi n° 2011-525, article
98 (GIP); loi du 1er juillet 1901, article 1; loi n° 87-571, article 18 (fondations).
"""

_NEAR: Final = (
    (OrganisationKind.PUBLIC_ESTABLISHMENT, OrganisationKind.INTERMUNICIPAL_BODY),
    (OrganisationKind.PUBLIC_ESTABLISHMENT, OrganisationKind.JOINT_SYNDICATE),
    (OrganisationKind.PUBLIC_ESTABLISHMENT, OrganisationKind.STATE_OPERATOR),
    (OrganisationKind.PUBLIC_ESTABLISHMENT, OrganisationKind.SCHOOL),
    (OrganisationKind.PUBLIC_ESTABLISHMENT, OrganisationKind.SOCIAL_LANDLORD),
    (OrganisationKind.PUBLIC_ESTABLISHMENT, OrganisationKind.RESEARCH_BODY),
    (OrganisationKind.PUBLIC_ESTABLISHMENT, OrganisationKind.RESOURCE_CENTRE),
    (OrganisationKind.STATE_OPERATOR, OrganisationKind.RESEARCH_BODY),
    (OrganisationKind.STATE_OPERATOR, OrganisationKind.PUBLIC_INTEREST_GROUPING),
    (OrganisationKind.COMPANY, OrganisationKind.COOPERATIVE),
    (OrganisationKind.COMPANY, OrganisationKind.SOCIAL_LANDLORD),
    (OrganisationKind.COOPERATIVE, OrganisationKind.SOCIAL_LANDLORD),
    (OrganisationKind.ASSOCIATION, OrganisationKind.SCHOOL),
    (OrganisationKind.ASSOCIATION, OrganisationKind.RESEARCH_BODY),
    (OrganisationKind.ASSOCIATION, OrganisationKind.RESOURCE_CENTRE),
    (OrganisationKind.ASSOCIATION, OrganisationKind.PLANNING_AGENCY),
    (OrganisationKind.ASSOCIATION, OrganisationKind.NETWORK),
    (OrganisationKind.ASSOCIATION, OrganisationKind.COLLECTIVE),
    (OrganisationKind.ASSOCIATION, OrganisationKind.INNOVATION_LAB),
    (OrganisationKind.FOUNDATION, OrganisationKind.RESEARCH_BODY),
    (OrganisationKind.PUBLIC_INTEREST_GROUPING, OrganisationKind.RESEARCH_BODY),
    (OrganisationKind.PUBLIC_INTEREST_GROUPING, OrganisationKind.RESOURCE_CENTRE),
    (OrganisationKind.PUBLIC_INTEREST_GROUPING, OrganisationKind.PLANNING_AGENCY),
    (OrganisationKind.DECONCENTRATED_SERVICE, OrganisationKind.INNOVATION_LAB),
    (OrganisationKind.CENTRAL_ADMINISTRATION, OrganisationKind.INNOVATION_LAB),
    (OrganisationKind.NETWORK, OrganisationKind.COLLECTIVE),
    (OrganisationKind.NETWORK, OrganisationKind.RESOURCE_CENTRE),
)
"""Kinds that one organisation may well be of at once: in law, and by what it does.

An organisation tells one kind only: that it is one of a pair does not say that it is not the
other, which is then for a person to judge.

Source: deduced from the definitions of the kinds; Code de l'éducation, article L421-1 (EPLE);
Code de la construction et de l'habitation, article L411-2 (bailleurs sociaux); loi n° 47-1775,
article 1 (coopératives); Code de l'urbanisme, article L132-6 (agences d'urbanisme).
"""

_PAIRS: Final = frozenset(frozenset(each) for each in _NEAR)

_KINDS: Final = {
    TerritoryKind.COMMUNE: OrganisationKind.COMMUNE,
    TerritoryKind.INTERMUNICIPAL: OrganisationKind.INTERMUNICIPAL_BODY,
}
_ASPECTS: Final = ("legal_person", "public", "non_profit")


def judge_applicant(demand: ApplicantDemand, facts: Facts) -> Answer:
    """Hold what an applicant is against what may apply.

    Kinds that are unknown ask nothing where something else is asked.
    """
    asks_more = any(not getattr(demand, each).is_undetermined for each in _ASKED)
    if demand.kinds is None and not asks_more:
        return not_told("/applicant")

    def test(party: Party) -> Answer:
        answers = list(_aspects(demand, party, facts))
        return joined(all_of(each.met for each in answers), answers)

    return facts.each_of(demand.of, test)


_ASKED: Final = (*_ASPECTS, "natural_person")


def _aspects(demand: ApplicantDemand, party: Party, facts: Facts) -> Iterator[Answer]:
    natural = _is_a_natural_person(party, facts)
    if demand.kinds is not None and not (natural.is_yes and demand.natural_person.is_yes):
        yield _kind(demand.kinds, party, facts)
    for each in _ASPECTS:
        asked: Ternary = getattr(demand, each)
        if not asked.is_undetermined:
            yield _as_asked(asked, _aspect(each, party, facts))
    if not demand.natural_person.is_undetermined:
        fact = _person(natural)
        gaps = _unnamed(party, facts, "natural_person").missing
        seen = () if fact.place is None else (fact.place,)
        yield _as_asked(demand.natural_person, Answer(natural, (fact,), gaps, seen))


def _as_asked(asked: Ternary, found: Answer) -> Answer:
    return found if asked.is_yes else found.but(~found.met)


def _is_a_natural_person(party: Party, facts: Facts) -> Ternary:
    """Whether persons apply themselves: they are named, and no organisation is."""
    application = facts.application
    if party.member is not None or application.applicant is not None:
        return Ternary.NO
    return Ternary.of(True if application.persons else None)


def _person(natural: Ternary) -> ComparedFact:
    place = "/persons" if natural.is_yes else "/applicant"
    return fact_found(name="natural-person", answer=natural, place=place)


def _unnamed(party: Party, facts: Facts, field: str) -> Answer:
    """Return that a fact is missing: who applies, if that is not even told."""
    if party.member is None and facts.application.applicant is None:
        return lacks("applicant", "/applicant")
    return lacks_of(party, field)


def _aspect(field: str, party: Party, facts: Facts) -> Answer:
    """Return whether an applicant is a legal person, public or non-profit."""
    organisation = party.organisation
    if organisation is None:
        natural = _is_a_natural_person(party, facts)
        if natural.is_yes and field != "non_profit":
            return Answer(Ternary.NO, (_person(natural),), (), ("/persons",))
        return _unnamed(party, facts, field)
    kind, place = kind_of(organisation)
    by_law: Ternary = getattr(NATURES.get(kind, Nature()), field)
    if kind is not None and not by_law.is_undetermined:
        return held(party, by_law, _of_kind(party, kind, place))
    told: Ternary = getattr(organisation, field)
    if told.is_undetermined:
        return lacks_of(party, field)
    return held(party, told, fact_of(party, field, answer=told))


def kind_of(organisation: Organisation) -> tuple[OrganisationKind | None, str]:
    """Return what an organisation is, and by which of its fields: its kind, or else its number."""
    if organisation.kind is not None:
        return organisation.kind, "kind"
    territory = territory_of(organisation)
    number = "siren" if organisation.siren is not None else "siret"
    return (None if territory is None else _KINDS.get(territory.kind)), number


def is_one_of(organisation: Organisation | None, kinds: tuple[OrganisationKind, ...]) -> Ternary:
    """Tell whether an organisation is of one of some kinds, by its own or by its number."""
    kind, place = (None, "") if organisation is None else kind_of(organisation)
    if kind is None:
        return Ternary.UNDETERMINED
    return _is_among(kind, kinds, told=place == "kind")


def _of_kind(party: Party, kind: OrganisationKind, field: str) -> ComparedFact:
    fact = fact_of(party, field, term=f"OrganisationKind.{kind.value}")
    return fact_found(name="kind", subject=fact.subject, place=fact.place, term=fact.term)


def _kind(kinds: tuple[OrganisationKind, ...], party: Party, facts: Facts) -> Answer:
    if party.organisation is None:
        natural = _is_a_natural_person(party, facts)
        if natural.is_yes:
            return Answer(Ternary.NO, (_person(natural),), (), ("/persons",))
        return _unnamed(party, facts, "kind")
    kind, place = kind_of(party.organisation)
    if kind is None:
        return lacks_of(party, "kind")
    met = is_one_of(party.organisation, kinds)
    by = Settler.PERSON if place == "kind" else None
    return held(party, met, _of_kind(party, kind, place), by)


def _is_among(
    kind: OrganisationKind, kinds: tuple[OrganisationKind, ...], *, told: bool
) -> Ternary:
    """Tell whether a kind is one of those that may, or might be.

    What was looked up by its number may be a département as well, as Paris and Lyon are.
    """
    if kind in kinds:
        return Ternary.YES
    as_well = not told and OrganisationKind.DEPARTEMENT in kinds
    near = any(frozenset((kind, each)) in _PAIRS for each in kinds)
    return Ternary.of(None if near or as_well else False)
