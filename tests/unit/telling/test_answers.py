"""How what answers a call is told: who, gathered by whom, with which projects."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import pytest

import territoires_participatifs as tp

Told: TypeAlias = Callable[..., tuple[str, str]]

YES, NO, OPEN = tp.Ternary.YES, tp.Ternary.NO, tp.Ternary.UNDETERMINED
CALL: Final = tp.Call(id="c", names=(tp.Name("Agir"),))
LAUNCHED: Final = ("L'appel « Agir » est lancé.\n", "The call “Agir” is launched.\n")
BODIES: Final = tuple(
    tp.Organisation(id=id_, names=(tp.Name(text, article=article),))
    for id_, text, article in (
        ("cerdd", "Cerdd", "le"),
        ("dreal", "DREAL", "la"),
        ("hub", "Assembleurs", "les"),
        ("agency", "Agence Phare", "l’"),
        ("arras", "Arras", None),
        ("vimy", "Vimy", None),
        ("havre", "Le Havre", None),
    )
)


def answer(told: Told, **fields: Any) -> tuple[str, str]:
    """Return what is told after the launch."""
    application = tp.Application(id="a", call=tp.Ref("c"), **fields)
    french, english = told(*BODIES, CALL, application)
    assert french.startswith(LAUNCHED[0])
    assert english.startswith(LAUNCHED[1])
    return french.removeprefix(LAUNCHED[0]), english.removeprefix(LAUNCHED[1])


def together(**members: tp.Ternary) -> tuple[tp.Member, ...]:
    return tuple(tp.Member(organisation=tp.Ref(id_), certain=e) for id_, e in members.items())


def part(id_: str, role: tp.Role, certain: tp.Ternary = YES) -> tp.Participation:
    return tp.Participation(organisation=tp.Ref(id_), role=role, certain=certain)


def test_a_single_applicant_answers(told: Told) -> None:
    assert answer(told, applicant=tp.Ref("agency")) == (
        "L’Agence Phare y répond.",
        "The Agence Phare answers it.",
    )


@pytest.mark.parametrize(
    ("fields", "name"),
    [({}, "Body-7"), ({"description": "une dizaine de structures"}, "Une dizaine de structures")],
)
def test_an_organisation_without_a_name_goes_by_its_description_or_its_id(
    told: Told, fields: dict[str, Any], name: str
) -> None:
    body = tp.Organisation(id="body-7", **fields)
    application = tp.Application(id="a", call=tp.Ref("c"), applicant=tp.Ref("body-7"))
    assert told(body, CALL, application) == (
        f"{LAUNCHED[0]}{name} y répond.",
        f"{LAUNCHED[1]}{name} answers it.",
    )


def test_an_organisation_that_the_dataset_lacks_goes_by_its_id(told: Told) -> None:
    assert answer(told, applicant=tp.Ref("nobody")) == ("Nobody y répond.", "Nobody answers it.")


@pytest.mark.parametrize(
    "fields",
    [
        {"applicant": tp.Ref("arras"), "status": tp.ApplicationStatus.DRAFT},
        {"consortium": tp.Consortium(size=tp.Count(3))},
        {"projects": (tp.Project(id="p"),)},
    ],
)
def test_a_draft_or_an_answer_of_nobody_is_not_told(told: Told, fields: dict[str, Any]) -> None:
    application = tp.Application(id="a", call=tp.Ref("c"), **fields)
    assert told(*BODIES, CALL, application) == tuple(each.strip() for each in LAUNCHED)


@pytest.mark.parametrize(
    ("consortium", "french", "english"),
    [
        (
            tp.Consortium(members=together(cerdd=YES, arras=YES), size=tp.Count(10)),
            "10 organisations y répondent ensemble ; parmi elles, le Cerdd et Arras.",
            "10 organisations answer together; among them, the Cerdd and Arras.",
        ),
        (
            tp.Consortium(members=together(cerdd=YES, arras=YES)),
            "Plusieurs organisations y répondent ensemble ; parmi elles, le Cerdd et Arras.",
            "Several organisations answer together; among them, the Cerdd and Arras.",
        ),
        (
            tp.Consortium(members=together(cerdd=YES, arras=YES, vimy=NO), members_complete=YES),
            "2 organisations y répondent ensemble : le Cerdd et Arras.",
            "2 organisations answer together: the Cerdd and Arras.",
        ),
        (
            tp.Consortium(members=together(cerdd=YES), members_complete=YES),
            "1 organisation y répond : le Cerdd.",
            "1 organisation answers: the Cerdd.",
        ),
        (
            tp.Consortium(members=together(cerdd=YES, dreal=OPEN), members_complete=YES),
            (
                "Plusieurs organisations y répondent ensemble ; parmi elles, le Cerdd ;"
                " pour la DREAL, les sources ne disent pas s'il faut la compter aussi."
            ),
            (
                "Several organisations answer together; among them, the Cerdd;"
                " as for the DREAL, the sources do not say whether to count it too."
            ),
        ),
        (
            tp.Consortium(
                members=together(cerdd=YES, dreal=OPEN, hub=OPEN),
                size=tp.Count(10, tp.Exactness.ABOUT),
            ),
            (
                "Environ 10 organisations y répondent ensemble ; parmi elles, le Cerdd ;"
                " pour la DREAL et les Assembleurs, les sources ne disent pas s'il faut les compter"
                " aussi."
            ),
            (
                "About 10 organisations answer together; among them, the Cerdd;"
                " as for the DREAL and the Assembleurs, the sources do not say whether to count them"
                " too."
            ),
        ),
        (
            tp.Consortium(members=together(dreal=OPEN, hub=OPEN)),
            (
                "Plusieurs organisations y répondent ensemble ; les sources nomment la DREAL et les"
                " Assembleurs."
            ),
            (
                "Several organisations answer together; the sources name the DREAL and the"
                " Assembleurs."
            ),
        ),
        (
            tp.Consortium(members=together(vimy=NO)),
            "Plusieurs organisations y répondent ensemble.",
            "Several organisations answer together.",
        ),
    ],
)
def test_a_consortium_says_no_more_of_its_members_than_the_sources(
    told: Told, consortium: tp.Consortium, french: str, english: str
) -> None:
    assert answer(told, consortium=consortium, applicant=tp.Ref("arras")) == (french, english)


def test_who_gathers_a_consortium_is_told(told: Told) -> None:
    facilitators = (
        part("dreal", tp.Role.FACILITATOR),
        part("hub", tp.Role.FACILITATOR),
        part("vimy", tp.Role.FACILITATOR, OPEN),
    )
    size = tp.Count(2, tp.Exactness.BETWEEN, upper=3)
    consortium = tp.Consortium(members=together(cerdd=YES), size=size)
    assert answer(told, consortium=consortium, participations=facilitators) == (
        (
            "De 2 à 3 organisations y répondent ensemble, rassemblées par la DREAL et les"
            " Assembleurs ; parmi elles, le Cerdd."
        ),
        (
            "From 2 to 3 organisations answer together, brought together by the DREAL and the"
            " Assembleurs; among them, the Cerdd."
        ),
    )
    alone = tp.Consortium(members=together(cerdd=YES), size=tp.Count(1))
    assert answer(told, consortium=alone, participations=facilitators[:1]) == (
        "1 organisation y répond, rassemblée par la DREAL ; parmi elles, le Cerdd.",
        "1 organisation answers, gathered by the DREAL; among them, the Cerdd.",
    )


def project(*parts: tp.Participation, text: str = "Le bien-être") -> tp.Project:
    return tp.Project(id="p", names=(tp.Name(text),), participations=parts or None)


LEAD, OWNER, SUPPORT = tp.Role.LEAD, tp.Role.OWNER, tp.Role.SUPPORT


@pytest.mark.parametrize(
    ("told_project", "french", "english"),
    [
        (
            project(),
            "La réponse comprend « Le bien-être ».",
            "The answer includes “Le bien-être”.",
        ),
        (
            project(part("vimy", LEAD, NO)),
            "La réponse comprend « Le bien-être ».",
            "The answer includes “Le bien-être”.",
        ),
        (
            project(part("cerdd", LEAD)),
            "Le Cerdd y présente « Le bien-être ».",
            "The Cerdd brings “Le bien-être”.",
        ),
        (
            project(part("cerdd", LEAD), part("arras", OWNER), part("vimy", LEAD, OPEN)),
            "Le Cerdd et Arras y présentent « Le bien-être ».",
            "The Cerdd and Arras bring “Le bien-être”.",
        ),
        (
            project(
                part("cerdd", LEAD),
                *(part(each, SUPPORT) for each in ("dreal", "hub", "agency", "arras", "vimy")),
            ),
            (
                "Le Cerdd y présente « Le bien-être », avec l'appui de la DREAL, des Assembleurs,"
                " de l’Agence Phare, d'Arras et de Vimy."
            ),
            (
                "The Cerdd brings “Le bien-être”, with the support of the DREAL, of the Assembleurs,"
                " of the Agence Phare, of Arras and of Vimy."
            ),
        ),
        (
            project(part("arras", OWNER), part("cerdd", SUPPORT), part("havre", SUPPORT)),
            "Arras y présente « Le bien-être », avec l'appui du Cerdd et du Havre.",
            "Arras brings “Le bien-être”, with the support of the Cerdd and of Le Havre.",
        ),
        (
            project(part("arras", OWNER), part("cerdd", SUPPORT, OPEN)),
            "Arras y présente « Le bien-être ».",
            "Arras brings “Le bien-être”.",
        ),
        (
            project(part("cerdd", LEAD, OPEN), part("cerdd", SUPPORT), part("vimy", SUPPORT)),
            (
                "Pour « Le bien-être », les sources nomment le Cerdd et Vimy, sans qu'on sache au"
                " juste qui s'en charge."
            ),
            (
                "For “Le bien-être”, the sources name the Cerdd and Vimy, though who is in charge is"
                " not certain."
            ),
        ),
    ],
)
def test_a_project_says_who_brings_it_only_if_that_is_sure(
    told: Told, told_project: tp.Project, french: str, english: str
) -> None:
    assert answer(told, projects=(told_project, tp.Project(id="q"))) == (french, english)


def test_projects_share_a_sentence(told: Told) -> None:
    projects = (project(part("cerdd", LEAD)), project(text="Le climat"))
    assert answer(told, applicant=tp.Ref("cerdd"), projects=projects) == (
        (
            "Le Cerdd y répond.\nLe Cerdd y présente « Le bien-être » ; la réponse comprend"
            " « Le climat »."
        ),
        "The Cerdd answers it.\nThe Cerdd brings “Le bien-être”; the answer includes “Le climat”.",
    )


def test_an_application_that_only_mentions_a_call_is_not_its_answer(told: Told) -> None:
    mention = tp.Link(text="l'appel", to=tp.Ref("c"))
    application = tp.Application(id="a", applicant=tp.Ref("arras"), links=(mention,))
    assert told(*BODIES, CALL, application) == tuple(each.strip() for each in LAUNCHED)
