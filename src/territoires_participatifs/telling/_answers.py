"""Sentences on what answers a call: who, gathered by whom, with which projects."""

from collections.abc import Iterator

from territoires_participatifs.applications import Application, Project
from territoires_participatifs.consortia import Consortium
from territoires_participatifs.organisations import Role
from territoires_participatifs.telling._endings import ending
from territoires_participatifs.telling._words import Words, capital, how_many
from territoires_participatifs.values.quantities import Count

_CARRIES = (Role.LEAD, Role.OWNER, Role.PROJECT_HOLDER)


def answer_told(application: Application, words: Words) -> Iterator[str]:
    """Yield who answers, gathered by whom, and the projects of the answer."""
    together = application.consortium
    if together is not None and together.members:
        text = _unless_withdrawn(_together(application, together, words), application, words)
        marks = words.marks(application, "consortium", "status", quotes=[together.quote])
        yield capital(text) + "." + marks
    elif application.applicant is not None:
        text = words.told("alone", who=words.named(application.applicant))
        text = _unless_withdrawn(text, application, words)
        yield capital(text) + "." + words.marks(application, "applicant", "status")
    projects = [each for each in application.projects or () if each.names]
    if projects:
        text = words.told("semicolon").join(_project(each, words) for each in projects)
        quotes = [each.quote for each in projects]
        yield capital(text) + "." + words.marks(application, "projects", quotes=quotes)


def _unless_withdrawn(text: str, application: Application, words: Words) -> str:
    """Return a sentence on an application that says so if it was withdrawn."""
    status = ending(application, words)
    if status is None:
        return text
    return words.told("aside", text=text, more=words.told("withdrawn", status=status))


def _together(application: Application, together: Consortium, words: Words) -> str:
    """Return who answers together, and who may; of a list that may be open, no more."""
    members = together.members or ()
    sure = [each.organisation for each in members if each.certain.is_yes]
    doubtful = [each.organisation for each in members if each.certain.is_undetermined]
    whole = together.members_complete.is_yes and not doubtful
    size = together.size or (Count(len(sure)) if whole else None)
    text = _gathered(application, size, words)
    if sure:
        part = "members" if whole else "members-among"
        text = words.told(part, text=text, names=words.all_named(sure))
    if doubtful:
        facts = {"names": words.all_named(doubtful), "number": len(doubtful)}
        text = words.told("doubtful" if sure else "members-named", text=text, **facts)
    return text


def _gathered(application: Application, size: Count | None, words: Words) -> str:
    gatherers = words.playing(application.participations, Role.FACILITATOR)
    return words.told(
        "gathered" if gatherers else "together",
        who=words.all_named(gatherers),
        size=size or words.told("several"),
        number=how_many(size),
    )


def _project(project: Project, words: Words) -> str:
    """Return who brings a project, with whose support; or who is named, if that is open."""
    parts = [each for each in project.participations or () if not each.certain.is_no]
    carriers = words.playing(parts, *_CARRIES)
    involved = list(dict.fromkeys(each.organisation for each in parts))
    supports = words.playing(parts, Role.SUPPORT) if carriers else []
    part = "project" if carriers else "project-open" if involved else "project-of-nobody"
    return words.told(
        f"{part}-supported" if supports else part,
        who=words.all_named(carriers or involved),
        number=len(carriers),
        name=words.in_marks(project.names[0].text),
        supports=words.enumerated(words.of(each) for each in supports),
    )
