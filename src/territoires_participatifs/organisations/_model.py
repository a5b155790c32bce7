"""Organisations, and the parts that they take."""

from enum import Enum
from typing import final

from attrs import frozen

from territoires_participatifs.organisations._persons import Contact
from territoires_participatifs.organisations._subjects import Theme
from territoires_participatifs.reference import TerritoryCode
from territoires_participatifs.sources import Entity, Quote
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.identifiers import Identifier, Rna, Siren, Siret
from territoires_participatifs.values.names import Name
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.quantities import Count
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import NotApplicable, Ternary
from territoires_participatifs.values.texts import Url


@final
class OrganisationKind(Enum):
    """What an organisation is. A kind that no member names is ``OTHER``."""

    CENTRAL_ADMINISTRATION = "central-administration"
    DECONCENTRATED_SERVICE = "deconcentrated-service"
    """*Service déconcentré de l'État*: DREAL, préfecture…"""
    STATE_OPERATOR = "state-operator"
    COMMUNE = "commune"
    INTERMUNICIPAL_BODY = "intermunicipal-body"
    """*EPCI à fiscalité propre*."""
    DEPARTEMENT = "departement"
    REGION = "region"
    JOINT_SYNDICATE = "joint-syndicate"
    """*Syndicat mixte*, among them regional nature parks."""
    PUBLIC_INTEREST_GROUPING = "public-interest-grouping"
    """*GIP*."""
    PUBLIC_ESTABLISHMENT = "public-establishment"
    SCHOOL = "school"
    """*EPLE*, or another place of education."""
    SOCIAL_LANDLORD = "social-landlord"
    """*Bailleur social*."""
    ASSOCIATION = "association"
    FOUNDATION = "foundation"
    COMPANY = "company"
    COOPERATIVE = "cooperative"
    RESEARCH_BODY = "research-body"
    RESOURCE_CENTRE = "resource-centre"
    INNOVATION_LAB = "innovation-lab"
    """*Laboratoire d'innovation publique*, often without legal personality."""
    PLANNING_AGENCY = "planning-agency"
    """*Agence d'urbanisme*."""
    NETWORK = "network"
    COLLECTIVE = "collective"
    """Organisations that act together without being one."""
    OTHER = "other"


@final
class Role(Enum):
    """The part that an organisation takes; the source's words stand beside it."""

    ORGANISER = "organiser"
    """*Organisateur, lanceur*."""
    COMPETENT_AUTHORITY = "competent-authority"
    FUNDER = "funder"
    CO_FUNDER = "co-funder"
    OPERATOR = "operator"
    """Manages the call for the State: Bpifrance, Banque des Territoires…"""
    MANAGING_AUTHORITY = "managing-authority"
    INTERMEDIATE_BODY = "intermediate-body"
    INSTRUCTING_BODY = "instructing-body"
    PLATFORM = "platform"
    JURY = "jury"
    EXPERT = "expert"
    LABELLING_BODY = "labelling-body"
    RELAY = "relay"
    FACILITATOR = "facilitator"
    """*Facilitateur, mobilisateur*: gathers a collective answer."""
    SUPPORT = "support"
    """*Appui, soutien*."""
    OWNER = "owner"
    """*Porteur* of a programme."""
    PROJECT_HOLDER = "project-holder"
    """*Porteur de projet*."""
    LEAD = "lead"
    """*Chef de file, coordonnateur, organisation mandatée*."""
    PARTNER = "partner"
    ASSOCIATED_PARTNER = "associated-partner"
    """Takes part without money."""
    LINKED = "linked"
    """*En lien avec*."""
    SUBCONTRACTOR = "subcontractor"
    SERVICE_PROVIDER = "service-provider"
    BENEFICIARY = "beneficiary"
    FINAL_BENEFICIARY = "final-beneficiary"
    SUPERVISOR = "supervisor"
    """*Tutelle gestionnaire*."""
    HOST = "host"
    """*Tutelle hébergeante*."""
    PAYEE = "payee"
    """*Mandataire financier*."""
    NOMINATOR = "nominator"
    EXECUTOR = "executor"
    """Carries out what another proposed or receives the aid for."""
    EVALUATOR = "evaluator"
    LAUREATE = "laureate"
    """Said to be one, by itself or by another, beside the laureate of record."""
    VOTER = "voter"
    TRAINING_BODY = "training-body"
    OTHER = "other"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Participation(Record):
    """The part that an organisation takes in what carries it, for a time.

    >>> Participation(organisation=Ref("ditp"), role=Role.ORGANISER, wording="lancé par").role
    <Role.ORGANISER: 'organiser'>
    """

    organisation: "Ref[Organisation]"
    role: Role
    wording: str | None = None
    """The words of the source for that role."""
    certain: Ternary = Ternary.YES
    """Whether it takes that part; undetermined where the sources can be read otherwise."""
    toward: Ref[Entity] | None = None
    """Whom the part is taken with or for, if not the whole."""
    since: PartialDate | None = None
    until: PartialDate | None = None
    quote: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Succession(Record):
    """What an organisation took over from another, from a day on.

    A service may be split: each successor takes over a mission of its own.

    >>> Succession(
    ...     predecessor=Ref("drjscs"), mission="jeunesse", date=PartialDate("2021-01-01")
    ... ).mission
    'jeunesse'
    """

    predecessor: "Ref[Organisation]"
    mission: str | None = None
    """What was taken over; unknown may be all of it or a part."""
    date: PartialDate | None = None
    territories: tuple[TerritoryCode, ...] | None = None
    """Where it took over, if not everywhere."""
    quote: Quote | None = None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Accreditation(Record):
    """A label, certification or agreement that an organisation holds for a time.

    The quality certification of training bodies (*Qualiopi*) and the agreement to train
    elected members are two of them.

    >>> Accreditation(scheme="qualiopi", since=PartialDate("2022-01-01"))
    Accreditation(scheme='qualiopi', since=PartialDate.parse('2022-01-01'))
    """

    scheme: str
    """The name of the label or certification."""
    number: str | None = None
    issuer: "Ref[Organisation] | None" = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    quote: Quote | None = None


@final
class CompanySize(Enum):
    """How large a company is.

    Source: decree n° 2008-1354 of 18 December 2008; ``SMALL_OR_MEDIUM`` for texts that say
    no more than *PME*.
    """

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    SMALL_OR_MEDIUM = "small-or-medium"
    INTERMEDIATE = "intermediate"
    """*ETI*."""
    LARGE = "large"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Organisation(Entity):
    """A legal person, a service of the State, a lab, a network or a grouping.

    Not every actor is a legal person: a lab or a State service may be none, and has then
    no SIREN of its own (*not applicable*, which is not unknown).

    >>> lab = Organisation(
    ...     id="siilab", names=(Name("SIILAB"),), kind=OrganisationKind.INNOVATION_LAB
    ... )
    >>> lab.siren is None, lab.legal_person.is_undetermined
    (True, True)
    """

    names: tuple[Name, ...] = ()
    """A collective may have none."""
    kind: OrganisationKind | None = None
    description: str | None = None
    """What a source says that it is, in its words."""
    legal_person: Ternary = Ternary.UNDETERMINED
    """Whether it can sign, own and be paid by itself."""
    public: Ternary = Ternary.UNDETERMINED
    """Whether it is of the public sector."""
    non_profit: Ternary = Ternary.UNDETERMINED
    """Whether it is non-profit."""
    siren: Siren | NotApplicable | None = None
    """Its number in the Sirene register, if it is a legal unit."""
    siret: Siret | NotApplicable | None = None
    """The number of its establishment in the Sirene register."""
    rna: Rna | NotApplicable | None = None
    """Its number in the register of associations (RNA)."""
    identifiers: tuple[Identifier, ...] = ()
    """Numbers in other registers."""
    themes: tuple[Theme, ...] | None = None
    """What it works on."""
    territories: tuple[TerritoryCode, ...] | None = None
    """Where it acts, or that it administers."""
    seat: TerritoryCode | None = None
    """Where its seat is."""
    size: CompanySize | NotApplicable | None = None
    headcount: Count | None = None
    """The persons that it employs."""
    succeeds: tuple[Succession, ...] | None = None
    """What it took over, from whom."""
    accreditations: tuple[Accreditation, ...] | None = None
    contacts: tuple[Contact, ...] | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    url: Url | None = None
