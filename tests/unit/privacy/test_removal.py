"""To take places out: what goes with them, what stays, where pointers lead afterwards."""

import pytest

import territoires_participatifs as tp
from territoires_participatifs.privacy._removal import without

RAW = tp.Raw.of(1)


def ways(*pointers: str) -> list[tuple[str, ...]]:
    return [tuple(each.split("/")[1:]) for each in pointers]


def member(id_: str) -> tp.Member:
    return tp.Member(organisation=tp.Ref(id_), part=id_)


def test_nothing_taken_leaves_the_object_itself() -> None:
    call = tp.Call(id="appel")
    assert without(call, []) is call
    assert without(call, ways("/names/3", "/nowhere")) is call


def test_a_field_becomes_unknown() -> None:
    round_ = tp.Round(id="one", opens=tp.Instant(tp.PartialDate("2021")))
    assert without(round_, ways("/opens")) == tp.Round(id="one")


def test_an_answer_becomes_undetermined() -> None:
    call = tp.Call(id="appel", collective=tp.Ternary.YES)
    assert without(call, ways("/collective")) == tp.Call(id="appel")


def test_an_item_leaves_its_list() -> None:
    consortium = tp.Consortium(members=(member("a"), member("b"), member("c")))
    assert without(consortium, ways("/members/1")) == tp.Consortium(
        members=(member("a"), member("c"))
    )


def test_a_list_that_lost_all_its_items_is_unknown() -> None:
    consortium = tp.Consortium(description="Une dizaine.", members=(member("a"), member("b")))
    left = without(consortium, ways("/members/0", "/members/1"))
    assert left == tp.Consortium(description="Une dizaine.")


def test_a_list_that_can_t_be_unknown_is_empty() -> None:
    call = tp.Call(id="appel", names=(tp.Name("Appel"),))
    assert without(call, ways("/names/0")) == tp.Call(id="appel")


def test_a_list_known_to_be_empty_stays_so() -> None:
    call = tp.Call(id="appel", rounds=(), edition="2")
    assert without(call, ways("/edition")) == tp.Call(id="appel", rounds=())


def test_a_part_goes_with_what_it_can_t_do_without() -> None:
    consortium = tp.Consortium(members=(member("a"), member("b")))
    assert without(consortium, ways("/members/0/organisation")) == tp.Consortium(
        members=(member("b"),)
    )


def test_a_part_that_is_left_with_nothing_goes() -> None:
    call = tp.Call(id="appel", contacts=(tp.Contact(label="A"), tp.Contact(email="b@c.org")))
    assert without(call, ways("/contacts/1/email")) == tp.Call(
        id="appel", contacts=(tp.Contact(label="A"),)
    )


def test_what_goes_takes_with_it_whatever_held_nothing_else() -> None:
    seat = tp.Seat(id="s", team=(tp.TeamMember(quote=tp.Quote(text="Elle")),))
    assert without(seat, ways("/team/0/quote/text")) == tp.Seat(id="s")


def test_nothing_may_be_left() -> None:
    assert without(tp.Contact(email="a@b.org"), ways("/email")) is None
    assert without(member("a"), ways("/organisation")) is None


def test_a_single_part_goes_from_its_field() -> None:
    review = tp.Review(application=tp.Ref("a"), reader=tp.Person(id="p"))
    assert without(review, ways("/reader/id")) == tp.Review(application=tp.Ref("a"))


@pytest.mark.parametrize("about", ["/tracks/1", "/tracks/1/names", "/tracks/1/names/0/text"])
def test_what_is_said_of_a_place_goes_with_it(about: str) -> None:
    call = tp.Call(
        id="appel",
        tracks=(tp.Track(id="a"), tp.Track(id="b")),
        statements=(tp.Statement(about=about), tp.Statement(about="/tracks/0")),
        disputed=(about, "/tracks/0/quota"),
        questions=(
            tp.OpenQuestion(about=("/edition", about), text=tp.Bilingual("Qui ?")),
            tp.OpenQuestion(about=("/edition",), text=tp.Bilingual("Quoi ?")),
            tp.OpenQuestion(text=tp.Bilingual("Et sinon ?")),
        ),
        extensions=(tp.Extension(at=f"{about}/x", content=RAW), tp.Extension(at="/x", content=RAW)),
        history=(
            tp.Event(
                kind=tp.EventKind.AMENDED,
                about=about,
                was=RAW,
                reason=tp.Bilingual("Il est parti."),
                quote=tp.Quote(text="il est parti"),
            ),
            tp.Event(kind=tp.EventKind.AMENDED, about="/edition", was=RAW),
            tp.Event(kind=tp.EventKind.AMENDED, was=RAW),
        ),
    )
    assert without(call, ways("/tracks/1")) == tp.Call(
        id="appel",
        tracks=(tp.Track(id="a"),),
        statements=(tp.Statement(about="/tracks/0"),),
        disputed=("/tracks/0/quota",),
        questions=call.questions[1:],
        extensions=(tp.Extension(at="/x", content=RAW),),
        history=(tp.Event(kind=tp.EventKind.AMENDED), *call.history[1:]),
    )


def test_pointers_to_what_follows_in_a_list_are_counted_anew() -> None:
    call = tp.Call(
        id="appel",
        tracks=tuple(tp.Track(id=f"t-{each}") for each in range(12)),
        statements=(tp.Statement(about="/tracks/11/names"), tp.Statement(about="/tracks/0")),
        disputed=("/tracks/2/quota",),
        questions=(tp.OpenQuestion(about=("/tracks/4", "/tracks"), text=tp.Bilingual("?")),),
        extensions=(
            tp.Extension(at="/tracks/11/x", content=RAW),
            tp.Extension(at="/tracks/8/a~1b", content=RAW),
            tp.Extension(at="/x/7", content=RAW),
        ),
        history=(tp.Event(kind=tp.EventKind.AMENDED, about="/tracks/10/names/0"),),
    )
    left = without(call, ways("/tracks/1", "/tracks/3", "/tracks/9"))
    assert left is not None
    assert [each.about for each in left.statements] == ["/tracks/8/names", "/tracks/0"]
    assert left.disputed == ("/tracks/1/quota",)
    assert left.questions[0].about == ("/tracks/2", "/tracks")
    assert [each.at for each in left.extensions] == ["/tracks/6/a~1b", "/tracks/8/x", "/x/7"]
    assert left.history[0].about == "/tracks/7/names/0"


def test_the_pointer_of_an_event_starts_from_what_carries_it() -> None:
    team = (tp.TeamMember(capacity=tp.Capacity.OFFICER), tp.TeamMember(replaces="p-1"))
    seat = tp.Seat(
        id="b",
        team=team[::-1],
        history=(
            tp.Event(kind=tp.EventKind.REPLACED, about="/team/1"),
            tp.Event(kind=tp.EventKind.REPLACED, about="/team/0", was=RAW),
        ),
    )
    cohort = tp.Cohort(id="c", seats=(tp.Seat(id="a", team=team), seat))
    left = without(cohort, ways("/seats/1/team/0"))
    assert left is not None
    assert left.seats == (
        tp.Seat(id="a", team=team),
        tp.Seat(
            id="b",
            team=team[:1],
            history=(
                tp.Event(kind=tp.EventKind.REPLACED, about="/team/0"),
                tp.Event(kind=tp.EventKind.REPLACED),
            ),
        ),
    )


def test_what_is_said_starts_from_the_nearest_entity() -> None:
    nested = tp.Organisation(
        id="nested",
        contacts=(tp.Contact(email="a@b.org"), tp.Contact(label="A")),
        statements=(tp.Statement(about="/contacts/0"), tp.Statement(about="/contacts/1")),
    )
    application = tp.Application(
        id="file",
        organisations=(nested,),
        statements=(
            tp.Statement(about="/organisations/0/contacts/1"),
            tp.Statement(about="/organisations/0/contacts/0"),
        ),
        disputed=("/organisations/0/contacts/0/url", "/organisations/0/contacts/1/url"),
    )
    dataset = tp.Dataset(calls=(tp.Call(id="appel"),), applications=(application,))
    left = without(dataset, ways("/applications/0/organisations/0/contacts/0"))
    assert left is not None
    assert left.calls == dataset.calls
    assert [each.about for each in left.applications[0].statements] == [
        "/organisations/0/contacts/0"
    ]
    assert left.applications[0].disputed == ("/organisations/0/contacts/0/url",)
    (organisation,) = left.applications[0].organisations
    assert organisation.contacts == (tp.Contact(label="A"),)
    assert [each.about for each in organisation.statements] == ["/contacts/0"]


def test_what_the_root_of_a_dataset_holds_beyond_is_kept() -> None:
    dataset = tp.Dataset(
        title=tp.Bilingual("Jeu"),
        calls=(tp.Call(id="appel", edition="2"),),
        extensions=(tp.Extension(at="/x", content=RAW),),
    )
    assert without(dataset, ways("/calls/0/edition")) == tp.Dataset(
        title=tp.Bilingual("Jeu"),
        calls=(tp.Call(id="appel"),),
        extensions=(tp.Extension(at="/x", content=RAW),),
    )


def test_what_is_left_can_be_written_and_read_again() -> None:
    document = (
        b'{"calls": [{"id": "a", "tracks": [{"id": "t", "x": 1}, {"id": "u", "x": 2}],'
        b' "contacts": [{"email": "a@b.org", "fax": "1"}, {"label": "B", "fax": "2"}]}]}'
    )
    left = without(tp.read(document), ways("/calls/0/tracks/0", "/calls/0/contacts/0/email"))
    assert left is not None
    assert tp.read(tp.write(left)) == left
    assert (
        tp.read(
            b'{"calls": [{"id": "a", "tracks": [{"id": "u", "x": 2}],'
            b' "contacts": [{"label": "B", "fax": "2"}]}]}'
        )
        == left
    )
