"""What every test of the story needs: a dataset of a few entities, told in both languages."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

import territoires_participatifs as tp

Told: TypeAlias = Callable[..., tuple[str, str]]


def _told(*entities: tp.Entity, **root: Any) -> tuple[str, str]:
    """Return the story in French and in English."""
    dataset = tp.Dataset(**root)
    for each in entities:
        dataset = dataset.put(each)
    return tp.tell(dataset, "fr"), tp.tell(dataset, "en")


@pytest.fixture(scope="session")
def told() -> Told:
    return _told
