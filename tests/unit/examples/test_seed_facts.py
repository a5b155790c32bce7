"""The story holds every fact of its page, where the map beside this file says.

The page and the list of its facts do not travel with the repository: the tests that need
them are skipped where they are not at hand.
"""

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import territoires_participatifs as tp
from territoires_participatifs.checks import walk
from territoires_participatifs.document import NOTHING_THERE, value_at
from territoires_participatifs.values.declarations import declarations

STORY = tp.example("participation-citoyenne-2020")
PAGE = "cerdd-laureat"

FACTS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("seed-map.toml").read_text(encoding="utf-8")
)["facts"]

SEED = Path(__file__).parents[3].parent / "shared" / "seed" / "seed-facts.json"
with_the_page = pytest.mark.skipif(
    not SEED.exists(), reason="the page and the list of its facts are not at hand"
)

# Each fact is held


def _written(value: object) -> Any:
    """Return a value as a document holds it, with lists for tuples."""
    return json.loads(json.dumps(tp.unstructure(value)))


def _has(whole: Any, part: Any) -> bool:
    """Tell whether all that a part says is in the whole, word for word."""
    return all(whole.get(key) == value for key, value in part.items())


def _holds(entity: tp.Entity, held: dict[str, Any]) -> bool:
    found = value_at(entity, held["at"])
    if found is None or found is NOTHING_THERE:
        return found is None and bool(held.get("unknown"))
    return "value" in held and bool(_written(found) == held["value"])


def _says(entity: tp.Entity, held: dict[str, Any]) -> bool:
    written = [{"standing": "preferred", **_written(each)} for each in entity.statements]
    return any(each["about"] == held["about"] and _has(each, held["said"]) for each in written)


def _asks(entity: tp.Entity, held: dict[str, Any]) -> bool:
    found = [each for each in entity.questions if list(each.about) == held["asked"]]
    asked = [(each.text.fr, [reading.fr for reading in each.readings]) for each in found]
    return asked == [(held["question"], held["readings"])]


def _is_held(entity: tp.Entity, held: dict[str, Any]) -> bool:
    look = _says if "about" in held else _asks if "asked" in held else _holds
    return look(entity, held)


def _missing(dataset: tp.Dataset) -> set[str]:
    """Return the facts of the map that a dataset does not hold."""
    return {
        fact["fact"]
        for fact in FACTS
        if not all(_is_held(dataset[held["entity"]], held) for held in fact["held"])
    }


@pytest.mark.parametrize("fact", FACTS, ids=[each["fact"] for each in FACTS])
def test_the_story_holds_a_fact_where_the_map_says(fact: dict[str, Any]) -> None:
    assert fact["held"]
    for held in fact["held"]:
        assert _is_held(STORY[held["entity"]], held), held


def test_a_changed_value_is_seen() -> None:
    call = STORY.get(tp.Call, "ditp-2020")
    dated = evolve(call, announced=tp.PartialDate("2020-02", wording="début février"))
    assert _missing(STORY.put(dated)) == {
        "call/launch/year_in_seed",
        "call/launch/precision",
        "dates/1",
    }


def test_a_statement_that_is_gone_is_seen() -> None:
    decision = STORY.get(tp.Decision, "laureats-2020")
    assert _missing(STORY.put(evolve(decision, statements=()))) == {"call/award_date/inferred"}


def test_a_reading_that_is_gone_is_seen() -> None:
    laureate = STORY.get(tp.Laureate, "citoyens-en-communs")
    (question,) = laureate.questions
    resolved = evolve(question, readings=question.readings[:1])
    assert _missing(STORY.put(evolve(laureate, questions=(resolved,)))) == {"ambiguities/amb04"}


def test_an_unknown_that_becomes_known_is_seen() -> None:
    efficience = STORY.get(tp.Organisation, "efficience")
    guessed = evolve(efficience, kind=tp.OrganisationKind.COMPANY)
    assert _missing(STORY.put(guessed)) == {"actors/efficience/type", "unknown_in_seed/6"}


def _is_of_the_page(entity: tp.Entity | None) -> bool:
    return entity is not None and (entity.source is None or str(entity.source) == PAGE)


def _leaves(entity: tp.Entity) -> Iterator[str]:
    for name, each in declarations(type(entity)).items():
        value = getattr(entity, name)
        if not each.provenance and name != "id" and value != each.default:
            yield from [f"/{name}/{i}" for i in range(len(value))] if each.many else [f"/{name}"]


def _is_from_elsewhere(entity: tp.Entity, leaf: str) -> bool:
    """Tell whether all that is said of a leaf comes from other sources than the page."""
    quotes = [getattr(value_at(entity, leaf), "quote", None)]
    quotes += [each.quote for each in entity.statements if each.about == leaf]
    sources = {str(each.source or PAGE) for each in quotes if each}
    return bool(sources) and PAGE not in sources


def _without(entity: tp.Entity, leaf: str) -> tp.Entity:
    name, _, index = leaf.removeprefix("/").partition("/")
    held = getattr(entity, name)
    rest = held[: int(index)] + held[int(index) + 1 :] if index else None
    change: Any = {name: rest or declarations(type(entity))[name].default}
    return evolve(entity, **change)


def _is_missed(entity: tp.Entity) -> bool:
    """Tell whether the map wants something of an entity that this one does not hold."""
    wanted = (held for fact in FACTS for held in fact["held"] if held["entity"] == entity.id)
    return any(not _is_held(entity, held) for held in wanted)


def _required(entity: tp.Entity) -> set[str]:
    return {f"/{name}" for name, each in declarations(type(entity)).items() if each.required}


def test_nothing_that_the_page_tells_can_go_unseen() -> None:
    unseen = [
        (entity.id, leaf)
        for entity in STORY
        if _is_of_the_page(entity)
        for leaf in sorted({*_leaves(entity)} - _required(entity))
        if not _is_from_elsewhere(entity, leaf)
        if not _is_missed(_without(entity, leaf))
    ]
    assert unseen == []


# The map is the list, no more and no less

PLACES = {"sentence", "sentences", "note", "schema", "seed_file", "id"}
"""What the list says of itself, and where its facts stand in the page."""

SINGLE = {
    "ambiguities",
    "audiences",
    "call/kind/wordings",
    "call/names",
    "dates",
    "external_context_not_in_seed",
    "relations",
    "territories",
    "themes",
}
"""The lists whose items are one fact each, whatever their number of words."""


@cache
def _seed() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(SEED.read_text(encoding="utf-8"))
    return found


def _steps(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        yield from ((key, each) for key, each in value.items() if key not in PLACES)
    else:
        for index, each in enumerate(value):
            yield (each.get("id", str(index)) if isinstance(each, dict) else str(index)), each


def _listed(value: Any, path: str = "") -> Iterator[str]:
    """Return the path of each fact of the list."""
    single = path.rpartition("/")[0] in SINGLE
    if single or not isinstance(value, dict | list):
        yield path
    else:
        for step, each in _steps(value):
            yield from _listed(each, f"{path}/{step}".removeprefix("/"))


@with_the_page
def test_every_fact_of_the_list_is_in_the_map_and_nothing_else() -> None:
    assert sorted(each["fact"] for each in FACTS) == sorted(_listed(_seed()))


def test_a_fact_is_in_the_map_once() -> None:
    names = [each["fact"] for each in FACTS]
    assert len(names) == len(set(names))


# Nothing is invented


def _is_from_the_page(quote: tp.Quote, entity: tp.Entity | None) -> bool:
    return str(quote.source) == PAGE if quote.source else _is_of_the_page(entity)


def _quoted(dataset: tp.Dataset) -> Iterator[str]:
    """Return all the words that the page is said to hold."""
    for visit in walk(dataset):
        quote = visit.subject
        if isinstance(quote, tp.Quote) and quote.text and _is_from_the_page(quote, visit.entity):
            yield quote.text


def _invented(dataset: tp.Dataset) -> list[str]:
    sentences = [each["text"] for each in _seed()["sentences"]]
    return [text for text in _quoted(dataset) if not any(text in each for each in sentences)]


def test_the_default_source_is_the_page() -> None:
    assert str(STORY.source) == PAGE


@with_the_page
def test_every_quotation_of_the_page_is_in_one_of_its_sentences() -> None:
    assert len(list(_quoted(STORY))) > 150
    assert _invented(STORY) == []


@with_the_page
def test_a_word_that_the_page_does_not_say_is_seen() -> None:
    page = STORY.get(tp.Source, PAGE)
    link = evolve(page.links[0], quote=tp.Quote(text="douze projets"))
    assert _invented(STORY.put(evolve(page, links=(link,)))) == ["douze projets"]


VERBS = {"avec l'appui de", "lancé par"}
"""Verbs that the page cuts or contracts: « avec l'appui du », « lancé début février par »."""


def _worded(dataset: tp.Dataset) -> Iterator[str]:
    """Return the words that a part of the page gives as the source's own."""
    for visit in walk(dataset):
        part = visit.subject
        quote = getattr(part, "quote", None)
        own = part.part if isinstance(part, tp.Audience) else getattr(part, "wording", None)
        if quote and own and _is_from_the_page(quote, visit.entity):
            yield own


@with_the_page
def test_the_wording_of_a_part_is_the_wording_of_the_page() -> None:
    words = " ".join(each["text"] for each in _seed()["sentences"]).casefold()
    reworded = {each for each in _worded(STORY) if each.casefold() not in words}
    assert reworded == VERBS


def _speaks(statement: tp.Statement) -> bool:
    """Tell whether a statement shows the words of the page, another source, or a deduction."""
    quote = statement.quote
    return statement.standing is tp.Standing.INFERRED or (
        quote is not None and (quote.text is not None or str(quote.source or PAGE) != PAGE)
    )


def test_what_is_said_beyond_the_page_is_inferred_or_has_another_source() -> None:
    silent = [
        (entity.id, each.about)
        for entity in STORY
        if _is_of_the_page(entity)
        for each in entity.statements
        if not _speaks(each)
    ]
    assert silent == []


def _is_told_apart(entity: tp.Entity, leaf: str) -> bool:
    quote = getattr(value_at(entity, leaf), "quote", None)
    return quote is not None or any(_speaks(e) for e in entity.statements if e.about == leaf)


def test_every_leaf_of_the_page_shows_its_words_or_says_that_it_has_none() -> None:
    told = [each for each in STORY if _is_of_the_page(each) and not isinstance(each, tp.Source)]
    assert len(told) == 19
    bare = [(e.id, leaf) for e in told for leaf in _leaves(e) if not _is_told_apart(e, leaf)]
    assert bare == []


# What the page does not say is unknown


def _told_by_the_page(kind: type[tp.Entity]) -> list[Any]:
    return [each for each in STORY if isinstance(each, kind) and _is_of_the_page(each)]


def test_the_page_gives_no_sum_and_no_rate() -> None:
    sums = tp.Amount | tp.Money | tp.Rate | tp.Budget | tp.FundingPlan | tp.Envelope
    assert [
        visit.pointer
        for visit in walk(STORY)
        if isinstance(visit.subject, sums) and _is_of_the_page(visit.entity)
    ] == []


def test_the_page_gives_neither_closing_date_nor_envelope_nor_criteria() -> None:
    call = STORY.get(tp.Call, "ditp-2020")
    assert (call.opens, call.closes, call.rounds, call.delays) == (None, None, None, None)
    assert (call.envelopes, call.criteria, call.requirements) == (None, None, None)
    assert (call.quota, call.tracks) == (None, None)
    assert call.collective.is_undetermined
    assert call.requirements_complete.is_undetermined


def test_the_award_has_no_date_but_the_day_before_which_it_was_known() -> None:
    decision = STORY.get(tp.Decision, "laureats-2020")
    assert decision.announced == tp.PartialDate("[..2020-11-09]")
    assert (decision.decided, decision.expected) == (None, None)
    assert all(each.selected is None for each in STORY.of(tp.Laureate, "ditp-2020"))


def test_the_page_names_no_jury_and_no_one_who_holds_the_money() -> None:
    roles = {
        visit.subject.role
        for visit in walk(STORY)
        if isinstance(visit.subject, tp.Participation) and _is_of_the_page(visit.entity)
    }
    assert roles == {
        tp.Role.EVALUATOR,  # by another source
        tp.Role.FACILITATOR,
        tp.Role.PROJECT_HOLDER,
        tp.Role.LINKED,
        tp.Role.ORGANISER,
        tp.Role.OWNER,
        tp.Role.SUPPORT,
    }
    assert STORY.get(tp.Decision, "laureats-2020").reviews is None


def test_the_page_tells_of_no_agreement() -> None:
    consortium = STORY.get(tp.Application, "reponse-collective").consortium
    assert consortium is not None
    assert consortium.agreement.is_undetermined
    assert STORY.agreements == ()


def test_the_list_of_members_stays_open_after_those_that_the_page_names() -> None:
    consortium = STORY.get(tp.Application, "reponse-collective").consortium
    assert consortium is not None
    members = consortium.members or ()
    assert consortium.members_complete.is_no
    assert {str(e.organisation) for e in members if e.certain.is_yes} == {
        "aulm",
        "cerdd",
        "cofluens",
        "crajep",
        "efficience",
        "mouvement-associatif",
    }
    assert {str(e.organisation) for e in members if e.certain.is_undetermined} == {
        "dreal",
        "drjscs",
        "hub-les-assembleurs",
        "siilab",
    }
    assert all(each.role is None and each.share is None for each in members)


def test_no_actor_of_the_page_has_a_legal_form() -> None:
    actors: list[tp.Organisation] = _told_by_the_page(tp.Organisation)
    assert len(actors) == 12
    assert all(each.legal_person.is_undetermined for each in actors)
    numbers = {n for each in actors for n in (each.siren, each.siret, each.rna, each.size)}
    assert numbers == {None}


def test_the_announced_actions_have_no_day_and_no_number_of_participants() -> None:
    actions: list[tp.FundedAction] = _told_by_the_page(tp.FundedAction)
    assert [each.id for each in actions] == ["actions-du-cerdd", "mise-en-recit", "cycle-annonce"]
    for each in actions:
        assert (each.since, each.until, each.status) == (None, None, None)
        assert each.planned == tp.PartialDate("2021", wording="imaginées pour 2021")
        assert (each.indicators, each.deliverables) == (None, None)
        assert all(audience.number is None for audience in each.audiences or ())


def test_the_projects_of_the_answer_have_no_day() -> None:
    projects = STORY.get(tp.Application, "reponse-collective").projects or ()
    assert len(projects) == 4
    assert {(each.since, each.until, each.duration) for each in projects} == {(None, None, None)}
