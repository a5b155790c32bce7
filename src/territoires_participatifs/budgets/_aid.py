"""Aid: what a laureate may receive, money or not."""

from enum import Enum
from typing import final


@final
class AidKind(Enum):
    """What is given. Not all aid is money."""

    GRANT = "grant"
    """*Subvention*."""
    REPAYABLE_ADVANCE = "repayable-advance"
    """*Avance remboursable, avance récupérable*."""
    LOAN = "loan"
    EQUITY = "equity"
    PRIZE = "prize"
    ENDOWMENT = "endowment"
    SEAT = "seat"
    """A place in a cohort."""
    LABEL = "label"
    ACCOMPANIMENT = "accompaniment"
    """Advice and support in kind."""
    TRAINING = "training"
    AUTHORISATION = "authorisation"
    """As of places in an establishment."""
    PAIRING = "pairing"
    EXECUTION = "execution"
    """The authority carries out the idea itself."""
    OTHER = "other"


@final
class Nature(Enum):
    """How something is contributed."""

    CASH = "cash"
    IN_KIND = "in-kind"
    VOLUNTEER = "volunteer"
    """*Valorisation du bénévolat*."""


@final
class CostMethod(Enum):
    """How a cost is charged, as an overhead: never both ways at once."""

    FLAT_RATE = "flat-rate"
    """*Forfait*."""
    ACTUAL = "actual"
    """Justified by the accounts."""


@final
class InstalmentKind(Enum):
    """The part of an aid that is paid at one time."""

    ADVANCE = "advance"
    """*Avance*."""
    INTERIM = "interim"
    """*Acompte*."""
    BALANCE = "balance"
    """*Solde*."""
    SINGLE = "single"
    YEARLY = "yearly"
    WORK_PACKAGE = "work-package"
    RETENTION = "retention"
    FLAT_RATE = "flat-rate"
    """A price per unit, times the units done."""
