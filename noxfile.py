"""What a contributor runs: `nox` for everything, `nox -s tests-3.12` for one session."""

import os
import shutil
import subprocess
from pathlib import Path

import nox

nox.needs_version = ">=2025.10.16"  # download_python
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["lint", "typing", "contracts", "tests", "minimal", "docs"]

PYTHONS = ("3.11", "3.12", "3.13")
PROJECT = nox.project.load_toml("pyproject.toml")
WITH_EXTRAS = f".[{','.join(PROJECT['project']['optional-dependencies'])}]"


def _runs(python: str | Path) -> bool:
    """Whether an interpreter starts: a shim of pyenv may exist and lead nowhere."""
    return subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0


def _put_on_path(version: str) -> None:
    """Let nox find a Python that pyenv holds, even if it is not the active one."""
    name = f"python{version}"
    found = shutil.which(name)
    if found and _runs(found):
        return
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    for folder in pyenv.glob(f"versions/{version}.*/bin"):
        if (folder / name).exists() and _runs(folder / name):
            os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"
            return


for each in PYTHONS:
    _put_on_path(each)


def _install(session: nox.Session, group: str, *more: str) -> None:
    """Install a dependency group, and what else the session needs."""
    session.install(*nox.project.dependency_groups(PROJECT, group), *more)


@nox.session
def lint(session: nox.Session) -> None:
    """Judge style and layout: ruff, all rules but those that have a reason."""
    _install(session, "lint")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def typing(session: nox.Session) -> None:
    """Check types twice: mypy on sources and tests, pyright on what users see."""
    _install(session, "typing", "--editable", WITH_EXTRAS)
    session.run("mypy")
    session.run("pyright", "--verifytypes", "territoires_participatifs", "--ignoreexternal")


@nox.session
def contracts(session: nox.Session) -> None:
    """Keep imports in their order, and dependencies declared."""
    _install(session, "contracts", "--editable", WITH_EXTRAS)
    session.run("lint-imports")
    session.run("deptry", "src")


SWIFT = "--hypothesis-profile=swift"
"""Fewer drawn examples, where the first interpreter has drawn them all."""

WORKERS = "--numprocesses=auto"
"""As many processes as there are cores, which share the tests."""


def _profile(session: nox.Session) -> tuple[str, ...]:
    return () if session.python == PYTHONS[0] else (SWIFT,)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests and the docstrings' examples with all extras, and measure branches."""
    _install(session, "tests", "--editable", WITH_EXTRAS)
    session.env["COVERAGE_FILE"] = str(Path(session.create_tmp()) / "coverage")
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", WORKERS, *_profile(session), *session.posargs)
    if not session.posargs:
        session.run("coverage", "combine", "--quiet")
        session.run("coverage", "report")


@nox.session(python=PYTHONS[0])
def minimal(session: nox.Session) -> None:
    """Run the tests on the built wheel, with the lowest versions allowed and no extras."""
    lowest = [each.replace(">=", "==") for each in PROJECT["project"]["dependencies"]]
    _install(session, "tests", *lowest)
    session.install("--no-deps", "--force-reinstall", ".")
    session.run("pytest", "tests", WORKERS, SWIFT, *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site, with warnings as errors, and run the examples of its pages."""
    _install(session, "docs", "--editable", WITH_EXTRAS)
    for builder in ("html", "doctest"):
        build = ("-W", "-n", "-E", "-b", builder, "docs", f"docs/_build/{builder}")
        session.run("sphinx-build", *build)


@nox.session
def explore(session: nox.Session) -> None:
    """Draw new examples, many of them, for the laws: not run by default, since each run differs."""
    _install(session, "tests", "--editable", WITH_EXTRAS)
    session.run("pytest", "tests/properties", "--hypothesis-profile=wild", *session.posargs)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Measure speed: not run by default."""
    _install(session, "benchmarks", "--editable", WITH_EXTRAS)
    session.run("pytest", "tests/benchmarks", *session.posargs)


@nox.session(venv_backend="none")
def territories(session: nox.Session) -> None:
    """Build the tables of territories anew, with npm: not run by default, since it fetches.

    It takes the folder of the archives and, for those that are new, the day:
    `nox -s territories -- .nox/archives --day 2027-01-20`.
    """
    session.run("python", "tools/territories.py", *session.posargs, external=True)
