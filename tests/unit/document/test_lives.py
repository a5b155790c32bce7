"""Every class with a status and a history has a life, whose tables say what they should."""

from enum import Enum
from typing import Final

import pytest

import territoires_participatifs as tp
from territoires_participatifs.document._lives import LIVES
from territoires_participatifs.document._reference_rules import names_a_part, whole_of
from territoires_participatifs.values.declarations import declarations, is_declared

CLASSES: Final = [
    each
    for each in (getattr(tp, name) for name in tp.__all__)
    if isinstance(each, type) and is_declared(each) and each is not tp.Draft
]


def test_whatever_has_a_status_and_a_history_has_a_life() -> None:
    living = {each for each in CLASSES if {"status", "history"} <= set(declarations(each))}
    assert set(LIVES) == living


@pytest.mark.parametrize("kind", LIVES, ids=lambda kind: kind.__name__)
def test_a_life_is_told_in_the_statuses_of_its_class(kind: type) -> None:
    statuses = declarations(kind)["status"].kinds[0]
    life = LIVES[kind]
    for each in [*life.course, *life.ends, *life.reached.values()]:
        assert isinstance(each, statuses)
    assert not set(life.course) & life.ends
    assert len(set(life.course)) == len(life.course)


def led(kind: type, event: tp.EventKind) -> Enum | None:
    return LIVES[kind].reached.get(event)


@pytest.mark.parametrize(
    ("kind", "event", "status"),
    [
        (tp.Call, tp.EventKind.RESUMED, tp.CallStatus.OPEN),
        (tp.Call, tp.EventKind.CLOSED_EARLY, tp.CallStatus.CLOSED),
        (tp.Call, tp.EventKind.UNSUCCESSFUL, tp.CallStatus.UNSUCCESSFUL),
        (tp.Call, tp.EventKind.DECIDED, None),
        (tp.Call, tp.EventKind.EXTENDED, None),
        (tp.Round, tp.EventKind.RESULTS_PUBLISHED, tp.RoundStatus.DECIDED),
        (tp.Round, tp.EventKind.DROPPED, tp.RoundStatus.DROPPED),
        (tp.Application, tp.EventKind.FOUND_ADMISSIBLE, tp.ApplicationStatus.ADMISSIBLE),
        (tp.Application, tp.EventKind.COMPLEMENTS_REQUESTED, None),
        (tp.Application, tp.EventKind.PLACED_ON_RESERVE, None),
        (tp.Laureate, tp.EventKind.SIGNED, tp.LaureateStatus.AGREEMENT_SIGNED),
        (tp.Laureate, tp.EventKind.WITHDRAWN, None),
        (tp.GrantAgreement, tp.EventKind.STARTED, tp.AgreementStatus.IN_FORCE),
        (tp.Instalment, tp.EventKind.FORFEITED, tp.InstalmentStatus.FORFEITED),
        (tp.FundedAction, tp.EventKind.STARTED, tp.ActionStatus.STARTED),
        (tp.QualificationCycle, tp.EventKind.STARTED, tp.CycleStatus.RUNNING),
        (tp.Seat, tp.EventKind.PROMOTED, tp.SeatStatus.OFFERED),
        (tp.Occurrence, tp.EventKind.HELD, tp.SessionStatus.HELD),
        (tp.Occurrence, tp.EventKind.POSTPONED, None),
    ],
)
def test_an_event_leads_to_its_status(kind: type, event: tp.EventKind, status: Enum | None) -> None:
    assert led(kind, event) is status


UNCHECKED: Final = {
    ("TeamMember", "replaces"): "a pseudonym",
    ("Attendance", "person"): "a pseudonym",
    ("Achievement", "person"): "a pseudonym",
    ("Certificate", "person"): "a pseudonym",
    ("CompletionTerms", "sessions"): "sessions of each cohort that follows the cycle",
    ("Entitlement", "person"): "outside of datasets",
    ("Entitlement", "seats"): "outside of datasets",
    ("Judgement", "requirement"): "outside of datasets",
    ("RequirementResult", "requirement"): "outside of datasets",
}


def test_every_field_that_names_a_part_says_where_that_part_is() -> None:
    fields = [(kind, each) for kind in CLASSES for each in declarations(kind).values()]
    naming = {(kind, each.name) for kind, each in fields if names_a_part(each)}
    homeless = {(kind.__name__, name) for kind, name in naming if whole_of(kind, name) is None}
    unchecked = set(UNCHECKED) - {
        ("Judgement", "requirement"),
        ("RequirementResult", "requirement"),
    }
    assert homeless == unchecked
    for kind, name in naming:
        whole = whole_of(kind, name)
        if whole is not None:
            entity, parts = whole
            assert declarations(entity)[parts].many
