"""From the jury to the last payment: reviews, decisions, laureates, agreements."""

from territoires_participatifs.laureates._agreements import (
    ActKind,
    AgreementStatus,
    Amendment,
    AmendmentForm,
    AmendmentKind,
    GrantAgreement,
    Instalment,
    InstalmentStatus,
)
from territoires_participatifs.laureates._decisions import (
    Decision,
    Figure,
    Opinion,
    Review,
    Ruling,
    Score,
    Verdict,
)
from territoires_participatifs.laureates._laureates import Benefit, Laureate, LaureateStatus

__all__ = [
    "ActKind",
    "AgreementStatus",
    "Amendment",
    "AmendmentForm",
    "AmendmentKind",
    "Benefit",
    "Decision",
    "Figure",
    "GrantAgreement",
    "Instalment",
    "InstalmentStatus",
    "Laureate",
    "LaureateStatus",
    "Opinion",
    "Review",
    "Ruling",
    "Score",
    "Verdict",
]
