"""A layout compiles to one SELECT over a table of text: trimmed, typed, and nothing lost unseen.

Columns that the layout does not read are never selected, those about the buyer least of all. Every row carries a mask
``bad`` of the cells that held something and became nothing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from campaignctl.domain.frames import Dtype
from campaignctl.marketplaces.columns import ExportColumn
from campaignctl.marketplaces.layout import Layout
from campaignctl.readers.exports.clocks import Offset
from campaignctl.readers.exports.engine import literal
from campaignctl.readers.exports.numbers import Money, amount, count, rate, seconds
from campaignctl.readers.exports.sources import Source
from campaignctl.readers.exports.times import can_be_meant, instant

_EDGES = " \t\r\n\x0b\x0c\u00a0\u200b\u2007\u202f\u3000\ufeff"
_COMMON_ENDS = (" ", "\t", "\n", "\r", "\u00a0")
DAMAGED_ID = r"\d(?:[.,]\d+)?[eE]\+?\d{1,3}|\d{16,}[.,]0+"
"""What programs make of a long id that they took for a number: 1.73E+18, 1730000000000000000.0. The digits are gone."""
_WRAPPED = r"""^(?:="(.*)"|'(.*)|(\d{1,15})[.,]0+)$"""
"""What keeps or makes an id a text or a number in a spreadsheet: ="17", '17, 17.0."""


@dataclass(frozen=True, slots=True)
class Projection:
    """The SELECT, and the columns it yields in order; ``checked`` are those that have a bit in ``bad``, in order."""

    sql: str
    columns: tuple[str, ...]
    checked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Times:
    """How a file writes its times: for each column of instants the ``forms`` to try.

    ``clocks`` are those to set times by that name a zone of their own; none where no cell does.
    """

    forms: Mapping[str, Sequence[str]]
    clocks: Sequence[Offset] = ()


def project(layout: Layout, at: Mapping[str, int], source: Source, money: Money, times: Times) -> Projection:
    """Compile ``layout`` for a file whose columns stand ``at`` these positions.

    Instants come out local, words as they stand.
    """
    columns = {name: layout.columns[name] for name in at}
    cells = ", ".join(f"{_near(f'c{at[name]}', column)} AS t_{name}" for name, column in columns.items())
    values = ", ".join(f"{_value(name, column, layout, money, times)} AS {name}" for name, column in columns.items())
    checked = tuple(name for name, column in columns.items() if column.type not in ("text", "words"))
    texts = ", ".join(f"t_{name}" for name in checked)
    kept = ", ".join(_guarded(name, column) for name, column in columns.items())
    bits = enumerate(checked)
    bad = " + ".join(_lost(name, columns[name], layout, 1 << bit) for bit, name in bits) or "0"
    sql = (
        f"SELECT {kept}, CAST({bad} AS BIGINT) AS bad FROM ("
        f"SELECT {values}, {texts or '0'} FROM (SELECT {cells} FROM {scan(source)}))"
    )
    return Projection(sql, tuple(columns), checked)


def scan(source: Source) -> str:
    """Return a table of text as SQL that can stand after FROM; its columns are c0, c1 ..."""
    names = ", ".join(f"'c{position}': 'VARCHAR'" for position in range(source.width))
    return (
        f"read_csv({literal(source.path.as_posix())}, auto_detect = false, header = false, skip = {source.skip}, "
        f"delim = {literal(source.delimiter)}, quote = '\"', escape = '\"', columns = {{{names}}}, "
        "hive_partitioning = false, max_line_size = 16000000)"
    )


def _near(cell: str, column: ExportColumn) -> str:
    """Take off what commonly stands behind a value, a tab behind ids and times, with the cheapest functions there are.

    Amounts and counts tolerate blanks by themselves; whatever else is odd is met where the value is made.
    """
    match column.type:
        case "money" | "count":
            return cell
        case "id" | "instant":
            return f"CASE WHEN ends_with({cell}, chr(9)) THEN left({cell}, -1) ELSE {cell} END"
        case _:
            ends = " OR ".join(f"ends_with({cell}, {literal(end)})" for end in _COMMON_ENDS)
            odd = f"{cell} < '!' OR {cell} >= chr(127) OR {ends}"
            return f"CASE WHEN {odd} THEN {stripped(cell)} ELSE {cell} END"


def stripped(cell: str) -> str:
    """Return the SQL that takes every kind of blank off both ends."""
    return f"trim({cell}, {literal(_EDGES)})"


def _unwrapped(text: str) -> str:
    """Return the SQL that takes off an id what was put around it to keep its digits."""
    groups = "||".join(f"regexp_extract({text}, {literal(_WRAPPED)}, {group})" for group in (1, 2, 3))
    return f"CASE WHEN regexp_matches({text}, {literal(_WRAPPED)}) THEN {groups} ELSE {text} END"


def _blank(text: str, blanks: Sequence[str]) -> str:
    """Whether a text stands for nothing. A pattern, since the database makes a join of a long list of words."""
    words = "|".join(map(re.escape, blanks))
    longest = max(len(word.encode()) for word in ("", *blanks))
    pattern = literal(f"(?i)(?:{words})?")
    return f"CASE WHEN strlen({text}) > {longest} THEN FALSE ELSE regexp_full_match({text}, {pattern}) END"


def _value(name: str, column: ExportColumn, layout: Layout, money: Money, times: Times) -> str:
    text, writing = f"t_{name}", money.writing
    match column.type:
        case "id":
            clean = _unwrapped(stripped(text))
            damaged = f"regexp_full_match({clean}, '{DAMAGED_ID}')"
            odd = f"CASE WHEN {_blank(clean, layout.blanks)} OR {damaged} THEN NULL ELSE {clean} END"
            return f"CASE WHEN regexp_full_match({text}, '[0-9]{{9,}}') THEN {text} ELSE {odd} END"
        case "money":
            return amount(text, stripped(text), money)
        case "count":
            return count(text, stripped(text), writing)
        case "rate_fraction" | "rate_percent":
            return rate(text, writing, percent=column.type == "rate_percent")
        case "duration_seconds" | "duration_words":
            spent = seconds(text, bare=column.type == "duration_seconds")
            return spent if layout.shape.get(name) == Dtype.RATE else f"TRY_CAST({spent} AS BIGINT)"
        case "instant":
            return instant(text, stripped(text), times.forms[name], times.clocks)
        case _:
            kept = f"coalesce(nullif(regexp_extract({text}, {literal(f'^(?:{column.take})$')}, 1), ''), {text})"
            return f"CASE WHEN {_blank(text, layout.blanks)} THEN NULL ELSE {kept if column.take else text} END"


def _lost(name: str, column: ExportColumn, layout: Layout, bit: int) -> str:
    """Return the column's bit where a cell that is not blank has no value."""
    there = can_be_meant(name) if column.type == "instant" else f"{name} IS NOT NULL"
    none = f"t_{name} IS NULL OR t_{name} = ''"
    blank = _blank(stripped(f"t_{name}"), layout.blanks)
    return f"CASE WHEN {there} THEN 0 WHEN {none} THEN 0 WHEN {blank} THEN 0 ELSE {bit} END"


def _guarded(name: str, column: ExportColumn) -> str:
    return f"CASE WHEN {can_be_meant(name)} THEN {name} END AS {name}" if column.type == "instant" else name
