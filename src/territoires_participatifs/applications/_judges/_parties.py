"""What one organisation that applies tells, and where."""

from typing import Any

from territoires_participatifs.applications._judges._answers import Answer, fact_found, lacks
from territoires_participatifs.applications._judges._facts import Party
from territoires_participatifs.applications._results import ComparedFact, Settler
from territoires_participatifs.values.ternary import Ternary


def place_in(party: Party, field: str) -> str | None:
    """Return where the application tells a field of an organisation; None if it was looked up."""
    return f"{party.place}/{field}" if party.declared else None


def fact_of(party: Party, field: str, **form: Any) -> ComparedFact:  # noqa: ANN401  # as its fields
    """Return a fact of an organisation: its name, whose it is and where it stands."""
    name = field.partition("/")[0].replace("_", "-")
    return fact_found(name=name, subject=party.id, place=place_in(party, field), **form)


def lacks_of(party: Party, field: str, by: Settler | None = None) -> Answer:
    """Return that a fact of an organisation is missing, by the word of the catalogue."""
    if not party.declared:
        return party.lacks(field.replace("_", "-"), by)
    place = f"{party.place}/{field}"
    return lacks(field.replace("_", "-"), place, by or Settler.APPLICANT)


def held(party: Party, met: Ternary, fact: ComparedFact, by: Settler | None = None) -> Answer:
    """Return what a fact of an organisation comes to, and that it is to be told better if unsure."""
    seen = () if fact.place is None else (fact.place,)
    field = fact.name.replace("-", "_")
    return Answer(met, (fact,), lacks_of(party, field, by).missing, seen)


def not_told(place: str) -> Answer:
    """Return that the call itself does not tell what it asks: a person must judge it."""
    return lacks("asked", place, Settler.PERSON)
