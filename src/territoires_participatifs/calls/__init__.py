"""Calls for projects: what is asked, of whom, and until when."""

from territoires_participatifs.calls._model import Call, CallKind, Reach, Round

__all__ = ["Call", "CallKind", "Reach", "Round"]
