"""Hypothesis strategies: any object of any class, and sound datasets.

They follow the field declarations, so a new class or field is drawn as soon as it
exists. They need Hypothesis (the extra ``strategies``) and are never imported unasked.
"""

from territoires_participatifs.strategies._objects import datasets, from_class
from territoires_participatifs.strategies._values import texts

__all__ = ["datasets", "from_class", "texts"]
