"""`territoires check --against`: applications held against the call that they answer."""

from typing import Final, final

from attrs import evolve, frozen

from territoires_participatifs.applications import Application, Assessment
from territoires_participatifs.assessing import assess
from territoires_participatifs.calls import Call
from territoires_participatifs.checks import Finding, Place, Report
from territoires_participatifs.cli._documents import opened_file
from territoires_participatifs.cli._terminal import complain
from territoires_participatifs.cli._words import told
from territoires_participatifs.document import Dataset, entity_fields
from territoires_participatifs.language import Language
from territoires_participatifs.values.dates import Day
from territoires_participatifs.values.declarations import replaced
from territoires_participatifs.values.references import Ref


@final
@frozen
class Against:
    """The calls of a document, to hold applications against."""

    calls: tuple[Call, ...]
    known: Dataset
    on: Day

    def assessed(self, held: Dataset) -> tuple[tuple[Assessment, ...], Report]:
        """Return what the applications of a document come to, and the findings of that.

        One that answers no call of the document is a finding, and so is a document without any.
        """
        known = _together(self.known, held)
        found: list[Assessment] = []
        report = Report()
        for index, each in enumerate(held.applications):
            call = self._call_of(each)
            if call is None:
                report += _not_assessed(f"/applications/{index}", each.id)
            else:
                answer = each if each.call is not None else evolve(each, call=Ref(call.id))
                found.append(assess(answer, call, on=self.on, known=known))
                report += _findings(index, found[-1])
        return tuple(found), report if held.applications else _not_assessed("", None)

    def _call_of(self, application: Application) -> Call | None:
        """Return the call that an application names; the only one there is, if it names none."""
        if application.call is None:
            return self.calls[0] if len(self.calls) == 1 else None
        return next((each for each in self.calls if each.id == application.call.id), None)


NOT_ASSESSED: Final = "ASM004"


def _not_assessed(pointer: str, entity: str | None) -> Report:
    return Report((Finding(code=NOT_ASSESSED, place=Place(pointer=pointer), entity=entity),))


def opened_against(name: str, on: Day, language: Language) -> Against | None:
    """Return the calls of a file, or the one of `FILE#ID`; None, having said why, if it has none."""
    file, separator, id_ = name.rpartition("#")
    opened = opened_file(file if separator else name)
    held = opened.value
    if not isinstance(held, Dataset):
        complain(opened.report.in_file(name).render(language), language)
        return None
    calls = tuple(each for each in held.calls if not separator or each.id == id_)
    if not calls:
        complain(told("no-call", language, file=name), language)
        return None
    return Against(calls, held, on)


def _findings(index: int, assessment: Assessment) -> Report:
    """Return the findings of an assessment at their places in the document of its application."""
    return Report(tuple(_moved(each, index, assessment) for each in assessment.report))


def _moved(finding: Finding, index: int, assessment: Assessment) -> Finding:
    place = evolve(finding.place, pointer=f"/applications/{index}{finding.pointer}")
    return evolve(finding, place=place, entity=assessment.application.id)


def _together(known: Dataset, held: Dataset) -> Dataset:
    """Return what both documents hold; the one of the call tells of what both do."""
    more = {
        name: (
            *getattr(known, name),
            *(each for each in getattr(held, name) if each.id not in known.by_id),
        )
        for name in entity_fields()
    }
    return replaced(known, **more, waivers=(*known.waivers, *held.waivers))
