"""Every rule on cycles and cohorts."""

from typing import Final

from territoires_participatifs.qualification import (
    _attendance_rules,
    _certificate_rules,
    _cohort_rules,
    _completion_rules,
    _cycle_rules,
    _seat_rules,
    _session_rules,
    _team_rules,
)

RULES: Final = (
    *_cohort_rules.RULES,
    *_seat_rules.RULES,
    *_team_rules.RULES,
    *_session_rules.RULES,
    *_attendance_rules.RULES,
    *_completion_rules.RULES,
    *_certificate_rules.RULES,
    *_cycle_rules.RULES,
)
