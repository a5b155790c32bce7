"""Every rule on cycles and cohorts."""

from typing import Final

from territoires_participatifs.qualification._rules import (
    _attendances,
    _certificates,
    _cohorts,
    _completion,
    _cycles,
    _presence,
    _providers,
    _schedules,
    _seats,
    _sessions,
    _teams,
)

RULES: Final = (
    *_cohorts.RULES,
    *_seats.RULES,
    *_teams.RULES,
    *_sessions.RULES,
    *_presence.RULES,
    *_schedules.RULES,
    *_providers.RULES,
    *_attendances.RULES,
    *_completion.RULES,
    *_certificates.RULES,
    *_cycles.RULES,
)
