"""Rules on decisions, on laureates and what they receive, and on grant agreements."""

from typing import Final

from territoires_participatifs.laureates._agreement_rules import (
    instalment_out_of_order,
    instalments_exceed,
    paid_before_signed,
    reallocation_changes_the_total,
)
from territoires_participatifs.laureates._award_rules import (
    above_the_cap,
    awards_exceed_the_envelope,
)
from territoires_participatifs.laureates._decision_rules import (
    above_the_scale,
    before_the_deadline,
    more_laureates_than_selected,
    refused_without_reason,
)
from territoires_participatifs.laureates._laureate_rules import (
    application_to_another_call,
    decision_of_another_call,
    refused,
)

RULES: Final = (
    instalments_exceed,
    paid_before_signed,
    reallocation_changes_the_total,
    instalment_out_of_order,
    decision_of_another_call,
    application_to_another_call,
    refused,
    refused_without_reason,
    before_the_deadline,
    more_laureates_than_selected,
    awards_exceed_the_envelope,
    above_the_cap,
    above_the_scale,
)
