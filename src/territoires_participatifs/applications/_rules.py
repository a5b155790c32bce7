"""Rules on applications."""

from typing import Final

from territoires_participatifs.applications._date_rules import late, out_of_order
from territoires_participatifs.applications._member_rules import applicant_outside, requests_differ

RULES: Final = (out_of_order, late, requests_differ, applicant_outside)
