"""What an action or a call is about, and whom it is for, in the words of the sources."""

from typing import final

from attrs import frozen

from territoires_participatifs.language import Language
from territoires_participatifs.organisations._persons import Capacity
from territoires_participatifs.sources import Quote
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.identifiers import Identifier
from territoires_participatifs.values.quantities import Count
from territoires_participatifs.values.records import Record


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Theme(Record):
    """A subject, in the words of the source and perhaps by the code of a list.

    >>> Theme(label="bien-être territorial")
    Theme(label='bien-être territorial')
    """

    label: str
    codes: tuple[Identifier, ...] = ()
    """Its codes in lists of themes."""
    quote: Quote | None = None

    def in_words(self, language: Language) -> str:  # noqa: ARG002  # the words of the source
        """Return the theme by its label."""
        return self.label


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Audience(Record):
    """Those that a call or an action is for, or who take part in it.

    >>> Audience(label="élu.es", capacity=Capacity.ELECTED_MEMBER)
    Audience(label='élu.es', capacity=<Capacity.ELECTED_MEMBER: 'elected-member'>)
    """

    label: str
    capacity: Capacity | None = None
    number: Count | None = None
    """How many of them, as persons."""
    part: str | None = None
    """What they do or are for, in the words of the source."""
    quote: Quote | None = None

    def in_words(self, language: Language) -> str:  # noqa: ARG002  # the words of the source
        """Return the audience by its label."""
        return self.label
