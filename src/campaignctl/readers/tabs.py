"""Which sheet of a workbook is which sheet of the form: by its name, its number behind the name, or its headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice
from typing import Any

from campaignctl.domain.forms import Sheet
from campaignctl.domain.observations import Kind
from campaignctl.readers.cells import folded
from campaignctl.readers.grid import Grid
from campaignctl.readers.header import find_header
from campaignctl.readers.headings import known_headings
from campaignctl.readers.raw import RawSheet, Said
from campaignctl.readers.record import find_fields
from campaignctl.readers.stacked import hidden_in, tables_of

_MUCH_ALIKE = 0.8
_LEAST_KNOWN = 4  # headings by which a sheet of another name is recognised
_LOOKED_AT = 40  # rows in which they stand
_AHEAD = 2  # headings by which the next likely sheet must lie behind
_COPY_OF = (("copy", "of"), ("kopie", "von"), ("copia", "de"))
_NUMBERING = re.compile(r"[0-9]{1,3}|[a-d]|copy|copia|kopie|part|page|teil|parte|cont|continued|副本")
_SET_ASIDE = frozenset(
    {"old", "backup", "bak", "archive", "archived", "draft", "example", "sample", "template", "previous", "obsolete"}
    | {
        "alt",
        "entwurf",
        "beispiel",
        "viejo",
        "antiguo",
        "respaldo",
        "borrador",
        "ejemplo",
        "旧",
        "备份",
        "示例",
        "草稿",
        "模板",
    }
)


@dataclass(slots=True)
class Tables:
    """The tables found in a workbook, and what is to be told of its sheets."""

    raw: list[RawSheet] = field(default_factory=list)
    said: list[tuple[str, Said]] = field(default_factory=list)  # by the name of the sheet

    def of(self, sheet: Sheet) -> list[RawSheet]:
        """Return the tables of one declared sheet."""
        return [raw for raw in self.raw if raw.sheet is sheet]

    def tell(self, name: str, kind: Kind, value: str, detail: str) -> None:
        """Note something of a sheet."""
        self.said.append((name, Said(kind, value, detail)))


def find_tables(grids: Sequence[Grid], sheets: Sequence[Sheet]) -> Tables:
    """Return every table of the form that stands in a workbook, whatever its sheets are called."""
    found = Tables()
    strange = _by_name(grids, sheets, found)
    _by_headings(strange, sheets, found)
    _inside_others(grids, sheets, found)
    _without_copies(found, sheets)
    _tell_parts(found, sheets)
    _tell_hidden(grids, found)
    found.raw.sort(key=lambda raw: sheets.index(raw.sheet))
    return found


def _by_name(grids: Sequence[Grid], sheets: Sequence[Sheet], found: Tables) -> list[Grid]:
    """Read the sheets that bear a known name, with a number or without; return the others."""
    known = {name: sheet for sheet in sheets for name in known_headings(sheet).tabs}
    strange = []
    for grid in grids:
        name = folded(grid.name)
        sheet = known.get(name) or known.get(_base(name))
        if sheet is None or not _take(grid, sheet, sheets, found):
            strange.append(grid)
    for sheet in sheets:
        if strange and not found.of(sheet):
            near = _nearest(sheet, [grid for grid in strange if folded(grid.name) not in known])
            if near is not None and _take(near, sheet, sheets, found):
                strange.remove(near)
    return strange


def _take(grid: Grid, sheet: Sheet, sheets: Sequence[Sheet], found: Tables) -> bool:
    tables = tables_of(grid, sheet, sheets)
    found.raw += tables
    return bool(tables)


def _base(name: str) -> str:
    """Return a folded name without what tells copies and parts apart: ``products 2`` is ``products``."""
    words = name.split()
    if tuple(words[:2]) in _COPY_OF:
        words = words[2:]
    while len(words) > 1 and _NUMBERING.fullmatch(words[-1]):
        words.pop()
    return re.sub(r"(?:[0-9]{1,3}|副本)$", "", " ".join(words)).strip()


def _nearest(sheet: Sheet, grids: Sequence[Grid]) -> Grid | None:
    by_name = {folded(grid.name): grid for grid in reversed(grids) if not _is_set_aside(grid.name)}
    for name in (sheet.name, *sheet.aliases):
        near = get_close_matches(folded(name), by_name, n=1, cutoff=_MUCH_ALIKE)
        if near:
            return by_name[near[0]]
    return None


def _is_set_aside(name: str) -> bool:
    plain = folded(name)
    return any(word in plain.split() or (not word.isascii() and word in plain) for word in _SET_ASIDE)


def _by_headings(strange: Sequence[Grid], sheets: Sequence[Sheet], found: Tables) -> None:
    """Read sheets of other names where their headings leave no doubt; tell of those that only look alike."""
    claims: dict[str, list[tuple[Grid, Sheet, list[RawSheet]]]] = {}
    for grid in strange:
        claim = None if grid.hidden else _likely(grid, sheets)
        if claim is not None:
            claims.setdefault(claim[0].key, []).append((grid, *claim))
    for those in claims.values():
        sheet = those[0][1]
        named = found.of(sheet)
        aside = [claim for claim in those if _is_set_aside(claim[0].name) and (named or len(those) > 1)]
        for grid, _, tables in those:
            rest = [claim for claim in those if claim not in aside]
            if any(claim[0] is grid for claim in aside):
                found.tell(
                    grid.name, Kind.SHEET_LEFT_OUT, grid.name, f"looks like {sheet.name}, but its name sets it aside"
                )
            elif _says_promotions(tables) or (not named and _alike([claim[2] for claim in rest])):
                found.raw += tables
                if grid.name:  # the only sheet of a text bears none
                    found.tell(
                        grid.name, Kind.ASSUMED, grid.name, f"the sheet was read as {sheet.name}, by its headings"
                    )
            else:
                why = f"like the sheet {named[0].name}" if named else f"and {len(rest)} sheets do"
                found.tell(grid.name, Kind.SHEET_LEFT_OUT, grid.name, f"looks like {sheet.name}, {why}")


def _likely(grid: Grid, sheets: Sequence[Sheet]) -> tuple[Sheet, list[RawSheet]] | None:
    """Return the declared sheet whose headings a grid shows, well ahead of any other, with its tables."""
    head = list(islice(grid.rows, _LOOKED_AT))
    ranked = sorted(((_known(head, sheet), sheet) for sheet in sheets), key=lambda each: -each[0])
    (most, sheet), (behind, _) = ranked[0], ranked[1] if len(ranked) > 1 else (0, None)
    if most < _LEAST_KNOWN or most - behind < _AHEAD:
        return None
    tables = tables_of(grid, sheet, sheets)
    return (sheet, tables) if tables and _holds_most(tables[0], sheet) else None


def _holds_most(table: RawSheet, sheet: Sheet) -> bool:
    """Whether a table holds two thirds of what its sheet requires; the export of a console shares fewer headings."""
    required = [column.key for column in sheet.columns if column.required == "yes"]
    found = table.lines if sheet.record else table.columns
    return 3 * sum(key in found for key in required) >= 2 * len(required)


def _known(head: Sequence[list[Any]], sheet: Sheet) -> int:
    """Return how many of a sheet's headings stand where they belong among the first rows."""
    if sheet.record:
        fields = find_fields(head, sheet)
        return len(fields.values) if fields else 0
    header = find_header(head, sheet, _LEAST_KNOWN)
    return len(header.columns) if header else 0


def _says_promotions(tables: Sequence[RawSheet]) -> bool:
    """Whether lines name the promotion they are for, as no price list or stock list of a seller does."""
    return "promotion_id" in tables[0].columns and len(tables[0].columns) > _LEAST_KNOWN


def _alike(claims: Sequence[Sequence[RawSheet]]) -> bool:
    """Whether several sheets have the same headings: parts of one list, for each category say."""
    return len({frozenset(tables[0].columns) for tables in claims}) == 1


def _inside_others(grids: Sequence[Grid], sheets: Sequence[Sheet], found: Tables) -> None:
    """Look for sheets that are missing in the sheets that are there: above, beside or below their tables."""
    for sheet in sheets:
        for grid in grids if not found.of(sheet) else ():
            taken = [raw for raw in found.raw if raw.name == grid.name]
            if taken and (raw := hidden_in(grid, sheet, taken)) is not None:
                found.raw.append(raw)
                break


def _without_copies(found: Tables, sheets: Sequence[Sheet]) -> None:
    for sheet in sheets:
        kept: list[RawSheet] = []
        for raw in found.of(sheet):
            same = next((other for other in kept if other.cells == raw.cells), None)
            if same is None:
                kept.append(raw)
            else:
                found.raw = [each for each in found.raw if each is not raw]
                found.tell(
                    raw.name, Kind.ASSUMED, raw.name, f"the sheet holds the same as {same.name}; it was read once"
                )


def _tell_parts(found: Tables, sheets: Sequence[Sheet]) -> None:
    told = {name for name, said in found.said if said.kind is Kind.ASSUMED}
    for sheet in sheets:
        names = list(dict.fromkeys(raw.name for raw in found.of(sheet)))
        if len(names) > 1 and not sheet.record and not set(names[1:]) <= told:
            words = f"the sheets {', '.join(names[:-1])} and {names[-1]} were read together as {sheet.name}"
            found.tell(names[1], Kind.ASSUMED, names[1], words)


def _tell_hidden(grids: Sequence[Grid], found: Tables) -> None:
    by_name = {grid.name: grid for grid in grids}
    for raw in found.raw:
        grid = by_name[raw.name]
        if grid.hidden:
            found.tell(raw.name, Kind.HIDDEN, raw.name, "the sheet is hidden")
        rows = [row for row in grid.hidden_rows if raw.holds_row(row)] if grid.hidden_rows else []
        if rows:
            many = "row is" if len(rows) == 1 else "rows are"
            raw.said.append(
                Said(Kind.HIDDEN, ", ".join(_spans(sorted(rows))), f"{len(rows):,} {many} hidden", min(rows))
            )


def _spans(rows: Sequence[int]) -> Iterator[str]:
    """Yield row numbers as people write them: ``7, 9–12``."""
    start = before = rows[0]
    for row in [*rows[1:], -1]:
        if row != before + 1:
            yield str(start) if start == before else f"{start}–{before}"
            start = row
        before = row
