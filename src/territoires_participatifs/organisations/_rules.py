"""Rules on organisations and the parts that they take."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.organisations._model import Organisation, Participation
from territoires_participatifs.sources import Source
from territoires_participatifs.values.identifiers import Siren, Siret

_SIRENE: Final = Source(
    id="sirene",
    title="Insee, répertoire Sirene (SIREN, NIC, SIRET)",
)
_PARTNERS_CHANGE: Final = Source(
    id="particip-action",
    title="Particip'Action en Île-de-France (témoignage du 10 juillet 2024), ordre déduit",
    url="https://www.participation-citoyenne.gouv.fr/analyses-et-actualites/190_temoignage-participaction-un-dispositif-pour-developper-la-participation",
)


@rule(
    "ORG001",
    "participation.ends-before-it-begins",
    on=Participation,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_PARTNERS_CHANGE,),
    since="26.1",
)
def ends_before_it_begins(participation: Participation, _: Context) -> Iterable[Fault]:
    """A part is taken from one day to a later one, or to the same.

    Silent where the dates are too imprecise to tell.
    """
    since, until = participation.since, participation.until
    if since is not None and until is not None and until.before(since).is_yes:
        yield fault("until", since=since, until=until)


@rule(
    "ORG002",
    "organisation.siret-of-another-siren",
    on=Organisation,
    moment=Moment.DRAFT,
    severity=Severity.ERROR,
    sources=(_SIRENE,),
    since="26.1",
)
def siret_of_another_siren(organisation: Organisation, _: Context) -> Iterable[Fault]:
    """The first nine digits of a SIRET are the SIREN of the same organisation."""
    siren, siret = organisation.siren, organisation.siret
    if isinstance(siren, Siren) and isinstance(siret, Siret) and siret.siren != siren:
        yield fault("siret", siren=siren, siret=siret)


RULES: Final = (ends_before_it_begins, siret_of_another_siren)
