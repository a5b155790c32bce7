"""What an organisation is told to be, in three values: its size, its sector."""

from collections.abc import Collection
from typing import Final

from territoires_participatifs.applications._judges._natures import NATURES, Nature, kind_of
from territoires_participatifs.organisations import CompanySize, Organisation
from territoires_participatifs.values.ternary import NotApplicable, Ternary

_SMALL_OR_MEDIUM: Final = frozenset({CompanySize.MICRO, CompanySize.SMALL, CompanySize.MEDIUM})
"""What *PME* takes in.

Source: loi n° 2008-776, article 51; décret n° 2008-1354, article 3.
"""


def is_of_size(organisation: Organisation | None, sizes: Collection[CompanySize]) -> Ternary:
    """Tell whether an organisation is of one of some sizes.

    *PME* takes in micro, small and medium companies; one that is told to be a *PME* may be
    any of the three. What has no size is of none.

    >>> shop = Organisation(id="shop", size=CompanySize.SMALL)
    >>> is_of_size(shop, (CompanySize.SMALL_OR_MEDIUM,))
    <Ternary.YES: 'yes'>
    >>> firm = Organisation(id="firm", size=CompanySize.SMALL_OR_MEDIUM)
    >>> is_of_size(firm, (CompanySize.SMALL,)), is_of_size(firm, (CompanySize.LARGE,))
    (<Ternary.UNDETERMINED: 'undetermined'>, <Ternary.NO: 'no'>)
    """
    size = None if organisation is None else organisation.size
    if size is None:
        return Ternary.UNDETERMINED
    if isinstance(size, NotApplicable):
        return Ternary.NO
    admitted = _each_size(sizes)
    possible = _each_size((size,))
    if possible <= admitted:
        return Ternary.YES
    return Ternary.of(None if possible & admitted else False)


def _each_size(sizes: Collection[CompanySize]) -> frozenset[CompanySize]:
    """Return sizes with what *PME* stands for in its place."""
    found = frozenset(sizes)
    if CompanySize.SMALL_OR_MEDIUM not in found:
        return found
    return (found - {CompanySize.SMALL_OR_MEDIUM}) | _SMALL_OR_MEDIUM


def is_public(organisation: Organisation | None) -> Ternary:
    """Tell whether an organisation is of the public sector: by law, else as it says.

    >>> from territoires_participatifs.organisations import OrganisationKind
    >>> is_public(Organisation(id="town", kind=OrganisationKind.COMMUNE))
    <Ternary.YES: 'yes'>
    """
    if organisation is None:
        return Ternary.UNDETERMINED
    kind, _ = kind_of(organisation)
    by_law = NATURES.get(kind, Nature()).public
    return organisation.public if by_law.is_undetermined else by_law
