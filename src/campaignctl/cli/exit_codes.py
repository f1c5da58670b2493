"""What a shell script may rely on: one number per kind of end."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes; the first that applies of 130, 2, 4, 3, 1, 0."""

    CLEAN = 0
    ERRORS_FOUND = 1
    WRONG_USAGE = 2
    CANNOT_READ = 3
    CANNOT_WRITE = 4
    INTERRUPTED = 130
