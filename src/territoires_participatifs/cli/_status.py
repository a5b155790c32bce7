"""What the process tells to whoever started it."""

from enum import IntEnum
from typing import final


@final
class Status(IntEnum):
    """The exit status; the gravest of several documents is the greatest."""

    SOUND = 0
    """Nothing at the severity asked for, or above."""
    FOUND = 1
    """Findings."""
    MISUSED = 2
    """Wrong usage."""
    UNREADABLE = 3
    """Nothing could be read of a document, or nothing can be read or written at all."""
    INTERRUPTED = 130
    """Stopped by the keyboard: 128 and the number of SIGINT, as shells count."""
    UNHEARD = 141
    """Whoever read the output has left: 128 and the number of SIGPIPE."""
