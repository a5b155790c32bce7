"""How to spoil a sound dataset: by one change that one rule alone finds."""

from collections.abc import Callable

import territoires_participatifs as tp
from territoires_participatifs.values.declarations import replaced

Breaker = Callable[[tp.Dataset], tp.Dataset]


def put(*entities: tp.Entity) -> Breaker:
    """Return a breaker that adds some entities, the last of them broken."""

    def breaker(dataset: tp.Dataset) -> tp.Dataset:
        for each in entities:
            dataset = dataset.put(each)
        return dataset

    return breaker


def call(**fields: object) -> Breaker:
    """Return a breaker that adds one call."""
    return put(replaced(tp.Call(id="x-broken"), **fields))
