"""A page as people read it: one rule or metric in words, the same in the terminal, in docs and as JSON."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadablePage:
    """``facts`` are (heading, text) in reading order; ``mark`` is a severity or a unit; ``example`` a drawing."""

    code: str
    name: str
    mark: str
    family: str
    what: str
    why: str
    facts: tuple[tuple[str, str], ...] = ()
    examples: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
