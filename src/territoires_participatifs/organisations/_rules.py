"""Rules on organisations and the parts that they take."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.organisations._model import Organisation, Participation
from territoires_participatifs.sources import Source
from territoires_participatifs.values.identifiers import Siren, Siret
from territoires_participatifs.values.partial_dates import surely_before

_SIRENE: Final = Source(
    id="sirene",
    title="Insee, répertoire Sirene (SIREN, NIC, SIRET)",
)
_SUCCESSIONS: Final = Source(
    id="direction-changes",
    title="DRJSCS, scindée puis fondue en DRAJES et DREETS au 1er janvier et au 1er avril 2021",
    url="http://www.c2rp.fr/actualites/de-nouveaux-services-deconcentres-de-letat-en-2021",
)


@rule(
    "ORG001",
    "participation.of-one-that-is-no-more",
    on=Participation,
    moment=Moment.INSTRUCTION,
    severity=Severity.WARNING,
    sources=(_SUCCESSIONS,),
    since="26.1",
)
def of_one_that_is_no_more(participation: Participation, context: Context) -> Iterable[Fault]:
    """Who takes a part exists at that time: it was there before its part ended, and is not gone.

    A change of name or of status is a succession, and the successor is an organisation of its
    own. Silent where the dates are unknown, or too imprecise to tell.
    """
    organisation = context.find(participation.organisation.id)
    if isinstance(organisation, Organisation):
        since, until = participation.since, participation.until
        if surely_before(organisation.until, since):
            yield fault("since", part=since, limit=organisation.until)
        if surely_before(until, organisation.since):
            yield fault("until", part=until, limit=organisation.since)


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


RULES: Final = (of_one_that_is_no_more, siret_of_another_siren)
