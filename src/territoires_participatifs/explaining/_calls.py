"""A call told alone, and several of them side by side."""

from collections.abc import Iterable, Sequence

from territoires_participatifs.calls import Call
from territoires_participatifs.document import Dataset
from territoires_participatifs.explaining._headings import Heading
from territoires_participatifs.explaining._teller import Teller
from territoires_participatifs.language import Language, sentence


def explain(call: Call, language: Language = "en", *, known: Dataset | None = None) -> str:
    r"""Return the rules of a call in plain words, heading by heading, each with its clause.

    A heading under which the call tells nothing is there, and says so.

    :param known: the dataset that names the organisations and programmes that it speaks of.

    >>> from territoires_participatifs import Name
    >>> print(explain(Call(id="ami-2020", names=(Name("AMI"),)), "en").partition("\n")[0])
    AMI
    """
    teller = Teller(call, language, known)
    paragraphs = [_name(call)]
    for each in Heading:
        lines = list(teller.lines(each)) or [sentence("explain", {}, language, "nothing")]
        head = sentence("explain", {}, language, each.value)
        paragraphs.append("\n".join([head, *(f"  - {line}" for line in lines)]))
    return "\n\n".join(paragraphs)


def compare(
    calls: Iterable[Call], language: Language = "en", *, known: Dataset | None = None
) -> str:
    r"""Return several calls side by side, under the same headings, as a table in Markdown.

    >>> print(compare([Call(id="a"), Call(id="b")], "en").partition("\n")[0])
    |  | a | b |
    """
    tellers = [Teller(each, language, known) for each in calls]
    head = _row("", _names([each.call for each in tellers]))
    rule = "|".join(["", *[" --- "] * (len(tellers) + 1), ""])
    rows = [
        _row(
            sentence("explain", {}, language, each.value),
            ["<br>".join(teller.lines(each)) or "—" for teller in tellers],
        )
        for each in Heading
    ]
    return "\n".join([head, rule, *rows])


def _row(head: str, cells: Iterable[str]) -> str:
    return f"| {' | '.join([head, *map(_cell, cells)])} |"


def _cell(text: str) -> str:
    return "<br>".join(text.replace("|", "\\|").splitlines())


def _names(calls: Sequence[Call]) -> list[str]:
    """Return the names of calls; with their ids and versions, where two have one name."""
    names = [_name(each) for each in calls]
    return [
        name if names.count(name) == 1 else " ".join(filter(None, (name, each.id, each.version)))
        for name, each in zip(names, calls, strict=True)
    ]


def _name(call: Call) -> str:
    return call.names[0].text if call.names else call.id
