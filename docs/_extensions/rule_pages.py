"""One page per rule, made of the rulebook, the two catalogues and the cases that test it.

Pages go to ``rules/codes``, which git ignores: their words have one source each, the
catalogues in ``messages/`` and the case files in ``tests/cases/``.
"""

import json
import re
import shutil
import tomllib
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, Final

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

import territoires_participatifs as tp
from territoires_participatifs.language import catalogue

CASES: Final = Path(__file__).parents[2] / "tests" / "cases"
FOLDER: Final = Path("rules") / "codes"

_FAMILIES: Final = (
    ("VAL", "Valeurs · Values", "Ce qu'un constructeur refuse.", "What a constructor refuses."),
    (
        "DOC",
        "Documents",
        "Ce qui empêche de lire un document, ou une de ses parties.",
        "What keeps a document, or a part of it, from being read.",
    ),
    (
        "ASM",
        "Examens · Assessments",
        "Ce qu'une candidature donne face aux exigences d'un appel.",
        "What an application comes to under the requirements of a call.",
    ),
    (
        "CHK",
        "Contrôles · Checks",
        "Ce que la vérification dit d'elle-même.",
        "What the check says of itself.",
    ),
)
_FACT: Final = re.compile(r"\{(\w+)(?::[^|{}]*\|([^{}]*))?\}")
_MARKDOWN: Final = re.compile(r"([\\`*_<>\[\]$])")


def write_pages(app: Sphinx) -> None:
    """Write every page, before Sphinx looks for sources."""
    pages = dict(_pages())
    folder = Path(app.srcdir) / FOLDER
    if folder.exists() and {each.name for each in folder.iterdir()} - set(pages):
        shutil.rmtree(folder)  # a rule that is gone leaves no page
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in pages.items():
        text = "\n".join(lines) + "\n"
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _pages() -> Iterator[tuple[str, Iterable[str]]]:
    yield "table.inc", _table()
    yield "others.inc", _others()
    for path in sorted((CASES / "base").glob("*.json")):
        yield f"base-{path.stem}.md", _base(path)
    for rule in tp.RULEBOOK.rules:
        yield f"{rule.code}.md", _page(rule)


# The list of rules, and the codes that are no rules


def _table() -> Iterator[str]:
    yield "| Code | Règle · Rule | Gravité · Severity | Dès · From |"
    yield "|---|---|---|---|"
    for rule in tp.RULEBOOK.rules:
        french, english = (catalogue(each)[rule.code]["title"] for each in tp.LANGUAGES)
        yield (
            f"| [{rule.code}](codes/{rule.code}.md) | {french} · *{english}* "
            f"| {_both(rule.severity)} | {_both(rule.moment)} |"
        )


def _others() -> Iterator[str]:
    for prefix, title, french, english in _FAMILIES:
        yield from ["", f"## {title}", "", *_paragraphs(french, english)]
        for code in catalogue("fr"):
            if code.startswith(prefix) and code not in tp.RULEBOOK and code[3:].isdecimal():
                titles = [_filled(catalogue(each)[code]["title"]) for each in tp.LANGUAGES]
                yield from ["", f"({code})=", f"### {code} · {' · '.join(titles)}", ""]
                for language in tp.LANGUAGES:
                    yield from _sentences(code, language)


def _sentences(code: str, language: tp.Language) -> list[str]:
    parts = catalogue(language)[code]
    found, remedy = ("Constat :", "À faire :") if language == "fr" else ("Finding:", "To do:")
    text = f"**{found}** {_filled(parts['message'])}\\\n**{remedy}** {_filled(parts['remedy'])}"
    return _in_language(text, language)


# The page of a rule


def _page(rule: tp.Rule[Any]) -> Iterator[str]:
    french, english = (catalogue(each)[rule.code] for each in tp.LANGUAGES)
    yield from [f"# {rule.code} · {french['title']} · {english['title']}", ""]
    yield from _facts(rule)
    for language in tp.LANGUAGES:
        yield from ["", "## En français" if language == "fr" else "## In English", ""]
        yield from _in_language(_filled(catalogue(language)[rule.code]["why"]), language)
        yield from _sentences(rule.code, language)
    yield from _cases(rule.code)


def _facts(rule: tp.Rule[Any]) -> Iterator[str]:
    room = "territoires_participatifs" if rule.on.__name__ in tp.__all__ else rule.on.__module__
    subject = f"{{py:class}}`{rule.on.__name__} <{room}.{rule.on.__name__}>`"
    rows = {
        "Gravité · Severity": _both(rule.severity),
        "Dès le moment · From the moment of": _both(rule.moment),
        "Porte sur · Speaks of": subject,
        "D'après · Rests on": "; ".join(map(_source, rule.sources)),
        "Nom · Name": f"`{rule.name}`",
        "Depuis la version · Since version": rule.since,
    }
    yield from ["```{list-table}", ":header-rows: 0", ":stub-columns: 1", ""]
    for name, value in rows.items():
        yield from [f"* - {name}", f"  - {value}"]
    yield "```"


def _source(source: tp.Source) -> str:
    title = _MARKDOWN.sub(r"\\\1", source.title)
    return title if source.url is None else f"[{title}]({source.url})"


def _cases(code: str) -> Iterator[str]:
    if not CASES.exists():  # a distribution without its tests
        return
    path = CASES / f"{code}.toml"
    if not path.exists():
        message = f"the rule {code} has no cases: {path} is missing"
        raise ExtensionError(message)
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    base = document["base"]
    yield from _example(code, base, document["fails"][0])
    yield from ["", "## Cas · Cases", ""]
    yield from _paragraphs(
        f"Chaque cas change le [document de base](base-{base}.md) ; les tests les posent tous.",
        f"Each case changes the [base document](base-{base}.md); the tests try them all.",
    )
    for kind, title in (("passes", "Ce qui passe · Passes"), ("fails", "Ce qui échoue · Fails")):
        yield from ["", f"### {title}", ""]
        for case in document[kind]:
            yield from _case(case)


def _case(case: dict[str, Any]) -> Iterator[str]:
    yield f"- {case['why_fr']} · *{case['why']}*"
    lines = [f'"{at}" = {_toml(value)}' for at, value in case.get("set", {}).items()]
    lines += [f'"{at}" retiré · removed' for at in case.get("remove", ())]
    lines += [f"moment = {case['moment']}"] if "moment" in case else []
    lines += [f"on = {case['on']}"] if "on" in case else []
    lines += [f"→ {at}" for at in case.get("at", ())]
    if lines:
        yield from ["", "  ```text", *(f"  {line}" for line in lines), "  ```", ""]


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _example(code: str, base: str, case: dict[str, Any]) -> Iterator[str]:
    """Show what the first failing case makes the library say."""
    report = tp.check(
        _spoilt(base, case), on=case.get("on"), moment=case.get("moment", "publication")
    )
    found = [each for each in report if each.code == code]
    yield from ["", "## Ce qui s'affiche · What is shown", ""]
    for language in tp.LANGUAGES if found else ():
        text = f"```text\n{found[0].render(language)}\n```"
        yield from _in_language(text, language)


def _spoilt(base: str, case: dict[str, Any]) -> bytes:
    text = (CASES / "base" / f"{base}.json").read_text(encoding="utf-8")
    document = json.loads(text)
    for pointer, value in case.get("set", {}).items():
        holder, step = _holder(document, pointer)
        holder[step] = value
    for pointer in case.get("remove", ()):
        holder, step = _holder(document, pointer)
        del holder[step]
    return json.dumps(document, ensure_ascii=False, indent=2).encode()


def _holder(document: Any, pointer: str) -> tuple[Any, Any]:  # noqa: ANN401  # JSON
    *way, last = pointer.split("/")[1:]
    for step in way:
        document = document[int(step) if isinstance(document, list) else step]
    return document, int(last) if isinstance(document, list) else last


def _base(path: Path) -> Iterator[str]:
    yield from [
        "---",
        "orphan: true",
        "---",
        f"# Document de base · Base document: {path.stem}",
        "",
        "```json",
        path.read_text(encoding="utf-8").rstrip(),
        "```",
    ]


# Words


def _both(member: Enum) -> str:
    return " · ".join(dict.fromkeys(tp.label(member, each) for each in tp.LANGUAGES))


def _filled(template: str) -> str:
    """Return a sentence of the catalogue with the names of its facts in italics."""
    pieces, end = [], 0
    for found in _FACT.finditer(template):
        pieces += [_plain(template[end : found.start()]), found[2] or f"*{found[1]}*"]
        end = found.end()
    return "".join([*pieces, _plain(template[end:])])


def _plain(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text.replace("{{", "{").replace("}}", "}"))


def _in_language(text: str, language: str) -> list[str]:
    return [f"::::{{container}} language-{language}", text, "::::", ""]


def _paragraphs(french: str, english: str) -> list[str]:
    return [*_in_language(french, "fr"), *_in_language(english, "en")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""
    app.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
