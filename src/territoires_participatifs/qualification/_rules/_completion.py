"""Rules on what completion comes to: who is given a certificate, by the terms of the cycle."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.labels import Labelled
from territoires_participatifs.qualification._cohorts import Cohort
from territoires_participatifs.qualification._completion import completion
from territoires_participatifs.qualification._known import cycle_of, is_unsettled
from territoires_participatifs.sources import Source

_ON_TERMS: Final = Source(
    id="sciences-po-aix",
    title="Sciences Po Aix, formation des élus locaux : certificat pour le programme complet, sous condition d'assiduité",
    url="https://www.sciencespo-aix.fr/?p=32096",
)


@rule(
    "QUA026",
    "certificate.terms-not-met",
    on=Cohort,
    moment=Moment.DECISION,
    severity=Severity.WARNING,
    sources=(_ON_TERMS,),
    since="26.1",
)
def terms_not_met(cohort: Cohort, context: Context) -> Iterable[Fault]:
    """Who is given a certificate meets the terms on which the cycle gives it.

    Silent where that can't be told, where one of several terms for it may be met, and where the
    sources leave the certificate open. How often a person came stays out of the finding.
    """
    cycle = cycle_of(cohort, context)
    if cycle is None or not cohort.certificates:
        return
    told = completion(cohort, cycle)
    for index, each in enumerate(cohort.certificates):
        own = [e for e in told if (e.person, e.certificate) == (each.person, each.kind)]
        unsettled = is_unsettled(cohort, f"/certificates/{index}")
        if own and not unsettled and all(e.entitled.is_no for e in own):
            yield fault("certificates", index, "person", kind=Labelled(each.kind))


RULES: Final = (terms_not_met,)
