"""A table of the memo grows from its pattern row: a copy per row, in the columns that the document has.

Rows below the pattern stay: one with tokens ``{{ total.<column> }}`` shows the table's total, one without tokens gives
a chart that stands in the rows room for the words of its axis.
"""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from campaignctl.domain.errors import BadTemplate
from campaignctl.domain.tables import Table
from campaignctl.writers.docx.contract import TABLES
from campaignctl.writers.docx.in_rows import has_drawing, merge_down, without_drawing
from campaignctl.writers.docx.runs import fill, tokens
from campaignctl.writers.docx.words import Scene

TOTAL = "total."


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a ``w:tbl``: those above the pattern, the pattern, that of the total, and those below without words.

    ``pattern`` is None where no row holds a token of a table.
    """

    heads: Sequence[Any]
    pattern: Any | None
    total: Any | None
    feet: Sequence[Any]


def rows_of(grid: Any) -> Rows:
    """Return what the rows of a ``w:tbl`` are for: the pattern is the last with tokens that are none of a total."""
    rows = grid.findall(qn("w:tr"))
    asked = [tokens(row) for row in rows]
    at = max((n for n, found in enumerate(asked) if found and not _is_total(found)), default=None)
    if at is None:
        return Rows(rows, None, None, ())
    total = next((row for row, found in zip(rows[at + 1 :], asked[at + 1 :], strict=True) if found), None)
    return Rows(rows[:at], rows[at], total, [row for row in rows[at + 1 :] if row is not total])


def slugs_of(row: Any) -> tuple[str, ...]:
    """Return the tables that a row's tokens are columns of, in order: one, in a template that fits."""
    return tuple(dict.fromkeys(token.rpartition(".")[0] for token in tokens(row)))


def _is_total(found: Sequence[str]) -> bool:
    return all(token.startswith(TOTAL) for token in found)


def fill_table(grid: Any, scene: Scene) -> None:
    """Fill a ``w:tbl`` whose pattern row holds tokens ``{{ table.column }}``, or take it out without such a table.

    ``BadTemplate`` when the tokens of the row are of two tables, or of none that a memo has.
    """
    rows = rows_of(grid)
    if rows.pattern is None:
        _plain(grid.iter(qn("w:p")), scene)
        return
    slug = _slug(rows, scene)
    table = scene.document.part(slug)
    if not isinstance(table, Table) or not table.rows:
        grid.getparent().remove(grid)
        return
    held = {column.key for column in table.columns}
    cells = rows.pattern.findall(qn("w:tc"))
    gone = [at for at, cell in enumerate(cells) if (found := tokens(cell)) and _key(found[0]) not in held]
    drop_columns(grid, gone)
    _plain((paragraph for row in rows.heads for paragraph in row.iter(qn("w:p"))), scene)
    _grow(rows, rows.pattern, table, scene)


def _slug(rows: Rows, scene: Scene) -> str:
    asked = [*tokens(rows.pattern), *(() if rows.total is None else tokens(rows.total))]
    slugs = slugs_of(rows.pattern)
    if len(slugs) > 1 or any(_key(token) not in TABLES.get(slugs[0], ()) for token in asked):
        raise BadTemplate(
            f"{scene.template} has a table row with {', '.join(asked)}, which are not the columns of one table.",
            "Tables are " + "; ".join(f"{name} ({', '.join(keys)})" for name, keys in TABLES.items()) + ".",
        )
    return slugs[0]


def _key(token: str) -> str:
    return token.rpartition(".")[2]


def _plain(paragraphs: Iterable[Any], scene: Scene) -> None:
    """Fill paragraphs that stay, empty where the report lacks the words."""
    for paragraph in list(paragraphs):
        fill(paragraph, lambda token: scene.pieces(token) or (), f"{scene.template}, a table")


def drop_columns(grid: Any, gone: Sequence[int]) -> None:
    """Take columns out, and give their width to the widest one that holds words."""
    if not gone:
        return
    widths = grid.find(qn("w:tblGrid"))
    columns = widths.findall(qn("w:gridCol"))
    freed = sum(int(columns[at].get(qn("w:w"))) for at in gone)
    for at in reversed(gone):
        widths.remove(columns[at])
        for row in grid.findall(qn("w:tr")):
            row.remove(row.findall(qn("w:tc"))[at])
    kept = widths.findall(qn("w:gridCol"))
    drawn = {
        at for row in grid.findall(qn("w:tr")) for at, cell in enumerate(row.findall(qn("w:tc"))) if has_drawing(cell)
    }
    wordy = [at for at in range(len(kept)) if at not in drawn]
    if not wordy:
        return
    widest = max(wordy, key=lambda at: int(kept[at].get(qn("w:w"))))
    kept[widest].set(qn("w:w"), str(int(kept[widest].get(qn("w:w"))) + freed))
    for row in grid.findall(qn("w:tr")):
        size = row.findall(qn("w:tc"))[widest].find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
        if size is not None:
            size.set(qn("w:w"), kept[widest].get(qn("w:w")))


def _grow(rows: Rows, pattern: Any, table: Table, scene: Scene) -> None:
    """Put a copy of the pattern in place for each row of the table; a chart stands in the first and spans them all."""
    made = []
    for row in range(len(table.rows)):
        copy = without_drawing(deepcopy(pattern)) if row else deepcopy(pattern)
        pattern.addprevious(copy)
        _fill(copy, table, row, scene)
        made.append(copy)
    pattern.getparent().remove(pattern)
    if rows.total is not None and table.total is not None:
        _fill(rows.total, table, len(table.rows), scene)
    elif rows.total is not None:
        rows.total.getparent().remove(rows.total)
    merge_down([*made, *rows.feet])


def _fill(element: Any, table: Table, row: int, scene: Scene) -> None:
    """Fill the cells of a row; a further paragraph of a cell whose column the document lacks goes."""
    held = {column.key for column in table.columns}
    for paragraph in list(element.iter(qn("w:p"))):
        if any(_key(token) not in held for token in tokens(paragraph)):
            paragraph.getparent().remove(paragraph)
            continue
        fill(paragraph, lambda token: scene.cell(table, row, _key(token)), scene.template)
