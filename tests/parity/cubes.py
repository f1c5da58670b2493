"""Whether the cube of a page, added up for one choice, gives the figures of that choice, and shows their words."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from campaignctl.domain.formats import Format, words

HALF_A_CENT = 0.005
NEAR = 1e-9


def cube_complaints(block: Mapping[str, Any], figures: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return a line for each word or sum of the page's data that is not that of the figure of its id."""
    return [*_words(block, figures), *_sums(block, figures)]


def compared(block: Mapping[str, Any], figures: Mapping[str, Mapping[str, Any]]) -> int:
    """Return how many figures the cube gives by adding up."""
    return sum(1 for _ in _pairs(block, figures))


def rows_of_sheet(book: Path) -> list[tuple[int, ...]]:
    """Return the rows of the workbook's cube."""
    with closing(openpyxl.load_workbook(book, read_only=True)) as held:
        rows = held["Cube"].iter_rows(min_row=2, values_only=True)
        return [tuple(int(cell) for cell in row) for row in rows]  # type: ignore[arg-type]


def _words(block: Mapping[str, Any], figures: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for name, shown in block["figures"].items():
        figure = figures[name]
        value = None if figure["value"] is None else Decimal(str(figure["value"]))
        expected = words(value, Format(figure["format"]), figure["unit"], signed="~" in name)
        if shown[0] != expected:
            yield f"{name} reads {shown[0]!r} on the page, and is {expected!r}"


def _sums(block: Mapping[str, Any], figures: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for name, added, is_money in _pairs(block, figures):
        value = float(figures[name]["value"])
        if abs(value - added) > (HALF_A_CENT if is_money else 0) + NEAR * max(1.0, abs(value)):
            yield f"{name} adds up to {added!r}, and is {value!r}"


def _pairs(block: Mapping[str, Any], figures: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, float, bool]]:
    """Yield each figure that the cube can tell: its id, what the rows add up to, and whether it is money."""
    rows = list(zip(*block["columns"], strict=True))
    for scope, at, slug in _choices(block):
        chosen = [row[len(block["axes"]) :] for row in rows if at is None or row[at[0]] == at[1]]
        for metric, reading in block["readings"].items():
            name = f"{metric}.{scope}.{slug}" if slug else f"{metric}.{scope}"
            if reading["plus"] and figures.get(name, {}).get("value") is not None:
                yield name, _added(reading, chosen, block["currency"]["decimals"]), reading["money"]


def _choices(block: Mapping[str, Any]) -> Iterator[tuple[str, tuple[int, int] | None, str]]:
    yield "total", None, ""
    for place, axis in enumerate(block["axes"]):
        for member, (slug, _label) in enumerate(axis["members"]):
            if slug:
                yield axis["scope"], (place, member), slug


def _added(reading: Mapping[str, Any], rows: list[tuple[int, ...]], decimals: int) -> float:
    top = sum(row[one] for row in rows for one in reading["plus"])
    top -= sum(row[one] for row in rows for one in reading["minus"])
    whole: float = top / 10**decimals if reading["money"] else top
    return whole / sum(row[one] for row in rows for one in reading["over"]) if reading["over"] else whole
