"""Samples of the demands on the file: when and how it comes, with what, and what is vowed."""

from typing import Any, Final

from attrs import evolve

import territoires_participatifs as tp
from demands.sample import Change, Sample

DEADLINE: Final = tp.Deadline(
    day=tp.PartialDate("2021-03-12"),
    hour="17:00",
    zone="Europe/Paris",
    event=tp.CountingEvent.RECEIVED,
)
BEFORE: Final = tp.Call(id="call-2019")
NOW: Final = tp.Call(id="call", follows=tp.Ref("call-2019"))


def file(**fields: Any) -> tp.Application:
    """Return an application to the call, by a body that it declares."""
    organisations = (tp.Organisation(id="town"), tp.Organisation(id="club"))
    return tp.Application(
        id="file",
        call=tp.Ref("call"),
        applicant=tp.Ref("town"),
        organisations=organisations,
        **fields,
    )


def with_fields(**fields: Any) -> Change:
    """Return what gives an application other fields."""
    return lambda each: evolve(each, **fields)


def at(day: str, hour: str | None = None, zone: str | None = "Europe/Paris") -> tp.Instant:
    """Return an instant of Paris."""
    return tp.Instant(tp.PartialDate(day), hour=hour, zone=zone)


def together(*ids: str) -> tp.Consortium:
    """Return a consortium of some organisations and no others, led by the first."""
    roles = (tp.MemberRole.COORDINATOR, *(tp.MemberRole.PARTNER for _ in ids[1:]))
    members = zip(ids, roles, strict=True)
    return tp.Consortium(
        members=tuple(tp.Member(organisation=tp.Ref(each), role=role) for each, role in members),
        members_complete=tp.Ternary.YES,
    )


_REPORT: Final = tp.Document(kind=tp.DocumentKind.FINANCIAL_REPORT)
_LETTER: Final = tp.Document(
    kind=tp.DocumentKind.LETTER_OF_INTENT,
    title="Lettre d’intention du maire",
    pages=tp.Count(4),
    signed=tp.PartialDate("2021-03-01"),
)
_VOW: Final = tp.Commitment(to=tp.CommitmentKind.REPUBLICAN)


SAMPLES: Final = (
    Sample(
        name="deadline-of-its-own",
        demand=tp.DeadlineDemand(deadline=DEADLINE),
        application=file(received=at("2021-03-12", "16:59")),
        breaks=with_fields(received=at("2021-03-12", "17:01")),
        forgets=with_fields(received=None),
    ),
    Sample(
        name="deadline-of-the-round",
        demand=tp.DeadlineDemand(),
        application=file(round="second", received=at("2021-05-01")),
        breaks=with_fields(round="first"),
        forgets=with_fields(round=None),
        call=tp.Call(
            id="call",
            rounds=(
                tp.Round(id="first", deadline=DEADLINE),
                tp.Round(id="second", deadline=evolve(DEADLINE, day=tp.PartialDate("2021-06-01"))),
            ),
        ),
    ),
    Sample(
        name="deadline-of-the-stage",
        demand=tp.DeadlineDemand(),
        application=file(stage="second", received=at("2021-05-01")),
        breaks=with_fields(stage="first"),
        forgets=with_fields(stage=None),
        call=tp.Call(
            id="call",
            stages=(
                tp.Stage(id="first", deadline=DEADLINE),
                tp.Stage(id="second", deadline=evolve(DEADLINE, day=tp.PartialDate("2021-06-01"))),
            ),
        ),
    ),
    Sample(
        name="documents-with-pages",
        demand=tp.DocumentDemand(
            kinds=(tp.DocumentKind.LETTER_OF_INTENT,),
            titles=("lettre d'intention",),
            pages=tp.Count(4, tp.Exactness.AT_MOST),
        ),
        application=file(documents=(_LETTER,)),
        breaks=with_fields(documents=(evolve(_LETTER, pages=tp.Count(5)),)),
        forgets=with_fields(documents=(evolve(_LETTER, pages=None),)),
    ),
    Sample(
        name="documents-signed",
        demand=tp.DocumentDemand(kinds=(tp.DocumentKind.LETTER_OF_INTENT,), signed=tp.Ternary.YES),
        application=file(documents=(_LETTER,)),
        breaks=with_fields(documents=(_REPORT,)),
        forgets=with_fields(documents=(evolve(_LETTER, signed=None),)),
    ),
    Sample(
        name="language",
        demand=tp.LanguageDemand(languages=("fr", "en")),
        application=file(language="fr-BE"),
        breaks=with_fields(language="nl"),
        forgets=with_fields(language=None),
    ),
    Sample(
        name="languages-each",
        demand=tp.LanguageDemand(languages=("fr", "nl"), every=tp.Ternary.YES),
        application=file(language="fr", languages=("nl",)),
        breaks=with_fields(languages=()),
        forgets=with_fields(language=None),
    ),
    Sample(
        name="channel",
        demand=tp.ChannelDemand(channels=(tp.Channel.PAPER,)),
        application=file(channel=tp.Channel.PAPER),
        breaks=with_fields(channel=tp.Channel.EMAIL),
        forgets=with_fields(channel=None),
    ),
    Sample(
        name="channel-one-of-two",
        demand=tp.ChannelDemand(channels=(tp.Channel.PAPER, tp.Channel.ONLINE)),
        application=file(channel=tp.Channel.ONLINE),
        breaks=with_fields(channel=tp.Channel.IN_PERSON),
        forgets=with_fields(channel=None),
    ),
    Sample(
        name="commitment",
        demand=tp.CommitmentDemand(to=tp.CommitmentKind.REPUBLICAN),
        application=file(commitments=(_VOW,)),
        breaks=with_fields(commitments=(evolve(_VOW, made=tp.Ternary.NO),)),
        forgets=with_fields(commitments=None),
    ),
    Sample(
        name="commitment-of-every-member",
        demand=tp.CommitmentDemand(to=tp.CommitmentKind.REPUBLICAN, every_member=tp.Ternary.YES),
        application=file(
            consortium=together("town", "club"),
            commitments=(_VOW, evolve(_VOW, by=tp.Ref("club"))),
        ),
        breaks=with_fields(commitments=(evolve(_VOW, by=tp.Ref("town")),)),
        forgets=with_fields(commitments=None),
    ),
    Sample(
        name="previous-report-of-a-renewal",
        demand=tp.PreviousReportDemand(),
        application=file(renewal=tp.Ternary.YES, documents=(_REPORT,)),
        breaks=with_fields(documents=(_LETTER,)),
        forgets=with_fields(documents=None),
    ),
    Sample(
        name="previous-report-of-an-edition",
        demand=tp.PreviousReportDemand(),
        application=file(documents=(_REPORT,)),
        breaks=with_fields(documents=()),
        forgets=with_fields(documents=None),
        call=NOW,
        known=tp.Dataset(
            calls=(BEFORE, NOW),
            applications=(
                tp.Application(
                    id="earlier",
                    call=tp.Ref("call-2019"),
                    applicant=tp.Ref("town"),
                    status=tp.ApplicationStatus.SELECTED,
                ),
            ),
        ),
    ),
)
