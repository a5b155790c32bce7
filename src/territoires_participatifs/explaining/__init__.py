"""Calls in plain words: who may apply, where, for how much, until when, with what, and if not.

What a call demands is data; this says it as a person would, in French or English, under the
same headings for every call, so that several can be set side by side.
"""

from territoires_participatifs.explaining._calls import compare, explain

__all__ = ["compare", "explain"]
