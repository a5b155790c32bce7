"""How to spoil what is to be published: by telling of persons."""

from typing import Final

from breakers.base import Breaker, call, put

import territoires_participatifs as tp

PERSON: Final = tp.Person(id="p-7f3a")
FILE: Final = tp.Application(id="x-file")
REVIEW: Final = tp.Review(application=tp.Ref("x-file"), comment="Dossier solide.")

BREAKERS: Final[dict[str, Breaker]] = {
    "PER001": put(tp.Application(id="x-broken", persons=(PERSON,))),
    "PER002": call(purpose=tp.Bilingual("Écrire à jeanne.martin@example.org.")),
    "PER003": put(tp.Laureate(id="x-broken", person=PERSON)),
    "PER004": put(FILE, tp.Decision(id="x-broken", reviews=(REVIEW,))),
}
