"""A text file from a computer with other habits writes 12,99 for 12.99; the whole file tells, never one cell.

A spreadsheet holds numbers as numbers. A text holds them as its writer's computer shows them; they are read the other
way round where at least one of them fits that habit alone, and none fits the campaign's own alone.
"""

import re
from collections.abc import Sequence

from campaignctl.domain.forms import Type
from campaignctl.domain.observations import Kind
from campaignctl.readers.cells import Reading
from campaignctl.readers.raw import RawSheet, Said

_NUMBERS = frozenset({Type.MONEY, Type.PERCENT, Type.NUMBER, Type.VALUE, Type.INT})
_COMMA = re.compile(r"[^0-9]{0,4}(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+),(?:[0-9]{1,2}|[0-9]{4,})[^0-9]{0,4}")
_POINT = re.compile(r"[^0-9]{0,4}(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)\.(?:[0-9]{1,2}|[0-9]{4,})[^0-9]{0,4}")
_SWAPPED = str.maketrans(",.", ".,")


def read_other_decimals(tables: Sequence[RawSheet], reading: Reading) -> None:
    """Swap points and commas in the numbers of a text file that was clearly written with the other habit."""
    columns = [(raw, key) for raw in tables if raw.text for key in raw.cells if raw.sheet.column(key).type in _NUMBERS]
    cells = {cell.strip() for raw, key in columns for cell in raw.cells[key]}
    other, own = (_POINT, _COMMA) if reading.money.comma else (_COMMA, _POINT)
    if not any(other.fullmatch(cell) for cell in cells) or any(own.fullmatch(cell) for cell in cells):
        return
    for raw, key in columns:
        raw.cells[key] = [cell.translate(_SWAPPED) for cell in raw.cells[key]]
    sign = "points" if reading.money.comma else "commas"
    words = f"decimals stand behind {sign} in all of this file; its numbers were read so"
    columns[0][0].said.append(Said(Kind.ASSUMED, f"decimal {sign}", words))
