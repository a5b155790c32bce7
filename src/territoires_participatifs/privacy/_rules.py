"""Rules on personal data: what is looked at before a dataset is published."""

from collections.abc import Iterable
from typing import Final

from territoires_participatifs.checks import Context, Fault, Moment, Severity, fault, rule
from territoires_participatifs.language import Sentence
from territoires_participatifs.laureates import Decision, Laureate
from territoires_participatifs.privacy._texts import leads, passages
from territoires_participatifs.privacy._traces import outermost, traces
from territoires_participatifs.sources import Entity, Source
from territoires_participatifs.values.personal import PersonalCategory, PersonalPurpose

_GDPR: Final = "https://eur-lex.europa.eu/eli/reg/2016/679/oj"

_WHAT_IT_IS: Final = Source(
    id="gdpr-4",
    title="Règlement (UE) 2016/679 (RGPD), articles 4 (définitions) et 5 (minimisation)",
    url=_GDPR,
)
_BY_DESIGN: Final = Source(
    id="gdpr-25",
    title="Règlement (UE) 2016/679 (RGPD), articles 25 (protection par défaut) et 89 (statistiques)",
    url=_GDPR,
)
_MADE_ANONYMOUS: Final = Source(
    id="crpa-l312-1-2",
    title="Code des relations entre le public et l'administration, article L. 312-1-2",
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000033205514",
)
_EXCEPTIONS: Final = Source(
    id="decret-2018-1117",
    title="Décret n° 2018-1117 du 10 décembre 2018 (CRPA, article D. 312-1-3)",
    url="https://www.legifrance.gouv.fr/loda/id/JORFTEXT000037797147/",
)
_GRANTS: Final = Source(
    id="decret-2017-779",
    title="Décret n° 2017-779 du 5 mai 2017 (données essentielles des conventions de subvention)",
    url="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000034600552",
)


def said(group: str, part: str) -> Sentence:
    """Return a phrase of a named group of the catalogues, as a fact."""
    return Sentence(group, part=part)


@rule(
    "PER001",
    "personal.still-there",
    on=Entity,
    moment=Moment.PUBLICATION,
    severity=Severity.WARNING,
    sources=(_WHAT_IT_IS, _BY_DESIGN, _MADE_ANONYMOUS, _EXCEPTIONS),
    since="26.1",
)
def personal_data_still_there(entity: Entity, _: Context) -> Iterable[Fault]:
    """What is published tells nothing of natural persons, unless they agreed or a law says so.

    One finding for each outermost place that tells of persons: a list of them, a contact
    by which one may be reached, a statement that names one. A name and a page alone are
    those of a service. The person of a laureate is told by a rule of its own.
    """
    for way, category in outermost(entity):
        if not (isinstance(entity, Laureate) and way == ("person",)):
            yield fault(*way, what=said("personal-data", category.value))


@rule(
    "PER002",
    "personal.text-that-leads-to-a-person",
    on=Entity,
    moment=Moment.PUBLICATION,
    severity=Severity.INFO,
    sources=(_WHAT_IT_IS, _MADE_ANONYMOUS),
    since="26.1",
)
def text_that_leads_to_a_person(entity: Entity, _: Context) -> Iterable[Fault]:
    """A text that is published holds no e-mail address nor telephone number of a person.

    Silent where the place is found to tell of a person anyway, and on addresses all
    of whose words are a service's. Quotations are looked at too: their sources are
    public, but perhaps for another purpose.
    """
    told = [way for way, _ in outermost(entity)]
    for each in passages(entity, nested=False):
        if each.prose and not any(each.way[: len(way)] == way for way in told):
            for found in leads(each.text):
                yield fault(*each.way, found=said("personal-text", found))


@rule(
    "PER003",
    "laureate.natural-person",
    on=Laureate,
    moment=Moment.PUBLICATION,
    severity=Severity.WARNING,
    sources=(_MADE_ANONYMOUS, _EXCEPTIONS, _GRANTS),
    since="26.1",
)
def natural_person_laureate(laureate: Laureate, _: Context) -> Iterable[Fault]:
    """A natural person who is awarded something is not to be recognised in what is published.

    Award decisions are not among the documents that may be published as they are.
    """
    if laureate.person is not None:
        yield fault("person")


@rule(
    "PER004",
    "personal.free-text",
    on=Decision,
    moment=Moment.PUBLICATION,
    severity=Severity.INFO,
    sources=(_WHAT_IT_IS, _MADE_ANONYMOUS),
    since="26.1",
)
def free_text_on_applicants(decision: Decision, _: Context) -> Iterable[Fault]:
    """What readers and juries write of an application is read again before it is published.

    It may judge or name those who apply, and no machine can tell.
    """
    for each in traces(decision):
        judged = each.purpose is PersonalPurpose.APPRAISAL
        if judged and each.category is PersonalCategory.FREE_TEXT:
            yield fault(*each.way, what=said("personal-data", each.category.value))


RULES: Final = (
    personal_data_still_there,
    text_that_leads_to_a_person,
    natural_person_laureate,
    free_text_on_applicants,
)
