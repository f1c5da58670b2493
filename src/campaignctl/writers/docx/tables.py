"""A table of the memo grows from its pattern row: a copy per row, in the columns that the document has."""

from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from campaignctl.domain.errors import BadTemplate
from campaignctl.domain.tables import Table
from campaignctl.writers.docx.contract import TABLES
from campaignctl.writers.docx.runs import fill, tokens
from campaignctl.writers.docx.words import Scene


def fill_table(grid: Any, scene: Scene) -> None:
    """Fill a ``w:tbl`` whose last row holds tokens ``{{ table.column }}``, or take it out when there is no such table.

    ``BadTemplate`` when the tokens of the row are of two tables, or of none that a memo has.
    """
    pattern = grid.findall(qn("w:tr"))[-1]
    asked = tokens(pattern)
    if not asked:
        for paragraph in list(grid.iter(qn("w:p"))):
            fill(paragraph, lambda token: scene.pieces(token) or (), f"{scene.template}, a table")
        return
    slugs = {token.rpartition(".")[0] for token in asked}
    slug = slugs.pop()
    if slugs or any(token.rpartition(".")[2] not in TABLES.get(slug, ()) for token in asked):
        raise BadTemplate(
            f"{scene.template} has a table row with {', '.join(asked)}, which are not the columns of one table.",
            "Tables are " + "; ".join(f"{name} ({', '.join(keys)})" for name, keys in TABLES.items()) + ".",
        )
    table = scene.document.part(slug)
    if not isinstance(table, Table) or not table.rows:
        grid.getparent().remove(grid)
        return
    _drop_columns(grid, pattern, {column.key for column in table.columns})
    _grow(pattern, table, scene)


def _drop_columns(grid: Any, pattern: Any, held: set[str]) -> None:
    """Take out every column that the document lacks, and give its width to the widest one."""
    cells = pattern.findall(qn("w:tc"))
    gone = [at for at, cell in enumerate(cells) if (found := tokens(cell)) and found[0].rpartition(".")[2] not in held]
    widths = grid.find(qn("w:tblGrid"))
    columns = widths.findall(qn("w:gridCol"))
    freed = sum(int(columns[at].get(qn("w:w"))) for at in gone)
    for at in reversed(gone):
        widths.remove(columns[at])
        for row in grid.findall(qn("w:tr")):
            row.remove(row.findall(qn("w:tc"))[at])
    kept = widths.findall(qn("w:gridCol"))
    if not gone or not kept:
        return
    widest = max(range(len(kept)), key=lambda at: int(kept[at].get(qn("w:w"))))
    kept[widest].set(qn("w:w"), str(int(kept[widest].get(qn("w:w"))) + freed))
    for row in grid.findall(qn("w:tr")):
        size = row.findall(qn("w:tc"))[widest].find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
        if size is not None:
            size.set(qn("w:w"), kept[widest].get(qn("w:w")))


def _grow(pattern: Any, table: Table, scene: Scene) -> None:
    for row in range(len(table.rows)):
        copy = deepcopy(pattern)
        pattern.addprevious(copy)
        for paragraph in copy.iter(qn("w:p")):
            fill(
                paragraph,
                lambda token, row=row: scene.cell(table, row, token.rpartition(".")[2]),  # type: ignore[misc]
                scene.template,
            )
    pattern.getparent().remove(pattern)
