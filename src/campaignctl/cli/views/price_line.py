"""The price of a SKU over time, drawn as a step line: one level for each price, a mark for what only some get."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from campaignctl.cli.views.terminal import Piece, Terminal

LEVELS = 8
"""How many prices are drawn at most: the lowest ones."""

_TICK = 8
"""The least distance of two days' names, in columns."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a buyer pays from ``starts`` to ``ends``; ``only`` names who alone gets it, blank for anyone."""

    starts: datetime
    ends: datetime
    price: str
    amount: int
    only: str = ""


def show_line(terminal: Terminal, steps: Sequence[Step], zone: str) -> None:
    """Write the line, with the days below it."""
    levels = sorted({(step.amount, step.price) for step in steps}, reverse=True)[-LEVELS:]
    margin = max(len(price) for _, price in levels) + len("buyer ") + 4
    axis = _Axis(steps[0].starts, steps[-1].ends, terminal.width - margin - 2)
    for number, (amount, price) in enumerate(levels):
        label = f"buyer {price}" if number == 0 else price
        drawn = _level([step for step in steps if step.amount == amount], axis)
        terminal.line("  ", (label.rjust(margin - 4) + " ┤", "bright_black"), *drawn)
    ticks = axis.days(ZoneInfo(zone))
    marks = "".join("┬" if place in ticks else "─" for place in range(axis.width))
    terminal.line("  ", (" " * (margin - 3) + "└" + marks, "bright_black"))
    terminal.line("  ", (" " * (margin - 2) + _labels(ticks, axis.width), "bright_black"))


@dataclass(frozen=True, slots=True)
class _Axis:
    """Time laid out over ``width`` columns of the terminal."""

    first: datetime
    last: datetime
    width: int

    def place(self, moment: datetime) -> int:
        """Return the column of a moment."""
        return int((moment - self.first) / (self.last - self.first) * self.width)

    def days(self, zone: ZoneInfo) -> dict[int, str]:
        """Return the columns at which local days begin, with their names, no closer than their names are long."""
        found: dict[int, str] = {}
        day = self.first.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
        while day < self.last:
            place = self.place(max(day, self.first))
            if not found or place - max(found) >= _TICK:
                found[place] = f"{day:%a} {day.day}"
            day += timedelta(days=1)
        return found


def _level(steps: Sequence[Step], axis: _Axis) -> list[Piece]:
    """Return one level: blue where anyone pays it, a magenta mark with words where only some do."""
    line: list[Piece] = [(" ", "")] * axis.width
    notes = []
    for step in steps:
        first, last = axis.place(step.starts), axis.place(step.ends)
        if step.only and last - first < 2:
            notes.append((min(first, axis.width - 1), step))
            continue
        style = "magenta" if step.only else "blue"
        line[first:last] = [("━", style)] * (last - first)
    for place, step in notes:
        words = f"▼ {step.only} only, {_length(step.ends - step.starts)}"[: axis.width - place]
        line[place : place + len(words)] = [(sign, "magenta") for sign in words]
    runs = [("".join(sign for sign, _ in run), style) for style, run in groupby(line, key=lambda piece: piece[1])]
    return runs if runs[-1][1] else runs[:-1]


def _length(span: timedelta) -> str:
    minutes = round(span.total_seconds() / 60)
    return f"{minutes} minutes" if minutes < 120 else f"{minutes // 60} hours"


def _labels(ticks: dict[int, str], width: int) -> str:
    line = [" "] * (width + 8)
    for place, words in ticks.items():
        line[place : place + len(words)] = words
    return "".join(line).rstrip()
