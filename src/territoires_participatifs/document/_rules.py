"""Rules on a whole dataset, and on what holds for any entity or part, gathered."""

from typing import Final

from territoires_participatifs.document._identity_rules import (
    comes_back_to_itself,
    id_twice,
    part_id_twice,
)
from territoires_participatifs.document._life_rules import (
    history_out_of_order,
    status_behind_history,
    waiver_without_grounds,
)
from territoires_participatifs.document._period_rules import (
    ends_before_it_begins,
    window_closes_before_it_opens,
)
from territoires_participatifs.document._reference_rules import (
    reference_of_another_class,
    reference_unresolved,
    unknown_in_its_whole,
)
from territoires_participatifs.document._statement_rules import (
    about_nothing,
    disputed_but_held,
    inferred_without_saying_how,
    preferred_but_not_held,
    quote_of_nobody,
    value_of_another_type,
)

RULES: Final = (
    reference_unresolved,
    reference_of_another_class,
    id_twice,
    unknown_in_its_whole,
    part_id_twice,
    comes_back_to_itself,
    ends_before_it_begins,
    window_closes_before_it_opens,
    status_behind_history,
    history_out_of_order,
    about_nothing,
    value_of_another_type,
    preferred_but_not_held,
    disputed_but_held,
    quote_of_nobody,
    inferred_without_saying_how,
    waiver_without_grounds,
)
