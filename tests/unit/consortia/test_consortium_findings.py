"""What rules on consortia say: who, beside whom, and how many."""

from typing import Final

import territoires_participatifs as tp

LEAD, PARTNER = tp.MemberRole.COORDINATOR, tp.MemberRole.PARTNER
SUPPORTER: Final = tp.MemberRole.SUPPORTER


def _member(id_: str, role: tp.MemberRole, percent: str | None = None) -> tp.Member:
    share = None if percent is None else tp.Rate(percent)
    return tp.Member(organisation=tp.Ref(id_), role=role, share=share)


def _found(
    *members: tp.Member, size: int | None = None, complete: tp.Ternary = tp.Ternary.YES
) -> list[str]:
    stated = None if size is None else tp.Count(size)
    together = tp.Consortium(members=members, members_complete=complete, size=stated)
    report = tp.check(tp.Application(id="file", consortium=together))
    return [each.message() for each in report]


def test_the_second_coordinator_is_told_beside_the_first() -> None:
    assert _found(_member("lab", LEAD), _member("city", LEAD)) == [
        "'city' coordinates at the same time as 'lab'."
    ]


def test_the_number_of_members_without_a_coordinator_is_told() -> None:
    assert _found(_member("lab", PARTNER), _member("city", PARTNER)) == [
        "None of the 2 members coordinates the consortium."
    ]


def test_the_shares_are_told_with_their_sum() -> None:
    assert _found(_member("lab", LEAD, "60"), _member("city", PARTNER, "42.5")) == [
        "The shares of the members make 102.5%: 60%, 42.5%."
    ]


def test_the_number_that_is_named_is_told() -> None:
    assert _found(_member("lab", LEAD), _member("city", PARTNER), size=3) == [
        "Members stated: 3; members named: 2."
    ]


def test_the_numbers_that_a_source_may_count_are_told() -> None:
    members = _member("lab", LEAD), _member("city", PARTNER), _member("school", SUPPORTER)
    assert _found(*members, size=4) == ["Members stated: 4; members named: from 2 to 3."]


def test_an_open_list_names_at_least_so_many() -> None:
    members = _member("lab", LEAD), _member("city", PARTNER)
    assert _found(*members, size=1, complete=tp.Ternary.NO) == [
        "Members stated: 1; members named: at least 2."
    ]
