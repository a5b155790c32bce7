"""Consortia: who answers together, in which part, with which share."""

from territoires_participatifs.consortia._model import Consortium, Member, MemberRole

__all__ = ["Consortium", "Member", "MemberRole"]
