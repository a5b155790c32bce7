"""Events: what happened to a call, an application, a laureate, a cycle, and on which day."""

from enum import Enum
from typing import Final, final

from attrs import field, frozen

from territoires_participatifs.sources import Entity, Quote
from territoires_participatifs.values.declarations import PERSONAL, checked
from territoires_participatifs.values.names import Bilingual
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.personal import Personal, PersonalCategory, PersonalPurpose
from territoires_participatifs.values.raw import Raw
from territoires_participatifs.values.records import Record
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.texts import Pointer

_WORDS: Final = {PERSONAL: Personal(PersonalCategory.FREE_TEXT, PersonalPurpose.RECORD)}


@final
class EventKind(Enum):
    """What can happen to whatever has a life. Each life knows some of these."""

    ANNOUNCED = "announced"
    SCHEDULED = "scheduled"
    OPENED = "opened"
    EXTENDED = "extended"
    """The deadline moved: the new one is in the field, the old one in the event."""
    AMENDED = "amended"
    """The rules or the dates changed, by a published *corrigendum*."""
    WIDENED = "widened"
    """More applicants may apply than before."""
    ENVELOPE_CHANGED = "envelope-changed"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    REOPENED = "reopened"
    """For a new time to answer."""
    POSTPONED = "postponed"
    CLOSED = "closed"
    CLOSED_EARLY = "closed-early"
    """The envelope is used up, and a clause allows to close for that."""
    REVIEW_BEGUN = "review-begun"
    DECIDED = "decided"
    RESULTS_PUBLISHED = "results-published"
    CANCELLED = "cancelled"
    DROPPED = "dropped"
    """A conditional round that did not take place."""
    WITHOUT_FOLLOW_UP = "without-follow-up"
    """*Sans suite*."""
    UNSUCCESSFUL = "unsuccessful"
    """*Infructueux*: no admissible or eligible application is left."""
    SUBMITTED = "submitted"
    ACKNOWLEDGED = "acknowledged"
    COMPLETED_FILE = "completed-file"
    """The file was found complete."""
    FOUND_ADMISSIBLE = "found-admissible"
    FOUND_INADMISSIBLE = "found-inadmissible"
    FOUND_ELIGIBLE = "found-eligible"
    FOUND_INELIGIBLE = "found-ineligible"
    COMPLEMENTS_REQUESTED = "complements-requested"
    COMPLEMENTS_RECEIVED = "complements-received"
    SHORTLISTED = "shortlisted"
    INVITED = "invited"
    """To the next stage."""
    HEARD = "heard"
    SCORED = "scored"
    RANKED = "ranked"
    SELECTED = "selected"
    SELECTED_CONDITIONALLY = "selected-conditionally"
    PLACED_ON_RESERVE = "placed-on-reserve"
    PROMOTED = "promoted"
    """From the reserve list."""
    REJECTED = "rejected"
    DEFERRED = "deferred"
    """To the next programming."""
    TRANSFERRED = "transferred"
    """To another call, or to a successor."""
    RESUBMITTED = "resubmitted"
    WITHDRAWN = "withdrawn"
    NOTIFIED = "notified"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    SIGNED = "signed"
    STARTED = "started"
    REDUCED = "reduced"
    INCREASED = "increased"
    LAPSED = "lapsed"
    """*Caducité*: not started in time."""
    TERMINATED = "terminated"
    """*Résiliation*."""
    EXPIRED = "expired"
    REQUESTED = "requested"
    VERIFIED = "verified"
    PAID = "paid"
    REFUSED = "refused"
    FORFEITED = "forfeited"
    """*Forclusion*: requested too late."""
    RECOVERY_ORDERED = "recovery-ordered"
    RECOVERED = "recovered"
    RECRUITMENT_BEGUN = "recruitment-begun"
    COHORT_SET = "cohort-set"
    OFFERED = "offered"
    CONFIRMED = "confirmed"
    REPLACED = "replaced"
    HELD = "held"
    COMPLETED = "completed"
    ABANDONED = "abandoned"
    EVALUATED = "evaluated"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Event(Record):
    """What happened to the thing that carries it: a step of its history.

    A change of a deadline or of an envelope is an event too, and keeps what was there.

    >>> Event(
    ...     kind=EventKind.EXTENDED,
    ...     on=PartialDate("2021-03-01"),
    ...     about="/closes",
    ...     was=Raw.of({"day": "2021-03-12"}),
    ... ).was.json["day"]
    '2021-03-12'
    """

    kind: EventKind
    on: PartialDate | None = None
    about: Pointer | None = None
    """The field that changed, relative to what carries the event."""
    was: Raw | None = None
    """What the field held before, as a document would."""
    reason: Bilingual | None = field(default=None, metadata=_WORDS)
    authority: Ref[Entity] | None = None
    """The organisation that decided it."""
    quote: Quote | None = None
