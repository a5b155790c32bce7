"""Names, and sentences that exist in French and perhaps in English."""

from enum import Enum
from typing import final

from attrs import frozen

from territoires_participatifs.language import Language
from territoires_participatifs.values.compounds import Compound
from territoires_participatifs.values.declarations import checked
from territoires_participatifs.values.partial_dates import PartialDate
from territoires_participatifs.values.texts import LanguageTag


@final
class NameKind(Enum):
    """What a name is to the thing that bears it."""

    OFFICIAL = "official"
    USUAL = "usual"
    ACRONYM = "acronym"
    FORMER = "former"
    MISSPELT = "misspelt"
    """As a source writes it, wrongly."""
    SLUG = "slug"
    """As it stands in a web address."""


@final
@frozen(weakref_slot=False, repr=False, field_transformer=checked)
class Name(Compound):
    """One name of an organisation, a programme or a call.

    Documents write the text alone where the rest is silent. Who says so is told by a
    statement on the entity, not here.

    >>> Name("DITP", NameKind.ACRONYM)
    Name.parse('DITP; kind=acronym')

    :raises InvalidValue: ``VAL001`` if it is empty, ``VAL005`` if the language is not a tag.
    """

    text: str
    kind: NameKind = NameKind.USUAL
    language: LanguageTag = "fr"
    since: PartialDate | None = None
    until: PartialDate | None = None
    article: str | None = None
    """The word that goes before it in a French sentence: *le, la, l', les*."""


@final
@frozen(weakref_slot=False, repr=False, field_transformer=checked)
class Bilingual(Compound):
    """A sentence in French, and in English where somebody translated it.

    Documents write the French alone where there is no English.

    >>> Bilingual("Six projets", "Six projects").in_words("en")
    'Six projects'
    >>> Bilingual("Six projets").in_words("en")
    'Six projets'
    """

    fr: str
    en: str | None = None

    def in_words(self, language: Language) -> str:
        """Return the sentence in that language, else in French."""
        return self.en if language == "en" and self.en is not None else self.fr
