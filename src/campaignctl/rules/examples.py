"""A rule's drawn example becomes a case the way a real workbook does: through grids, the reader and the joins.

What an example does not draw, a quiet stage supplies: campaign HD26 from Fri 20 Nov 2026 00:00 to Thu 26 Nov 00:00 PT,
two contacts, seller S-001, and promotions HD26-01 (product discount), HD26-02 (flash deal) and HD26-03 (campaign
price), all at the seller's price. A drawn sheet replaces the whole sheet; a drawn Campaign sheet only its fields.

``Locked Products`` (or any other sheet behind that word) draws how a sheet stood when prices were locked: the case then
has a lock of that earlier state, every line approved. What is not drawn so stood as it stands. ``kai.xlsx: Decisions``
is a workbook in ``decisions/``. A sheet that both workbooks have, such as Livestreams, belongs to the one that knows
more of its headings.

``Configured`` draws an export of promotions as they were keyed in, under the headings of the marketplace's own list;
``Launch check`` one that somebody filled.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from campaignctl.catalogue.drawn import Drawn, DrawnSheet, cell_value, draw
from campaignctl.domain.forms import HEADER_ROW, Sheet
from campaignctl.domain.frames import Shape, shaped
from campaignctl.domain.lock import Lock
from campaignctl.domain.observations import Observation
from campaignctl.marketplaces.layouts import layouts_of
from campaignctl.marketplaces.schema import Profile
from campaignctl.readers.after_lock import AfterLock, nothing
from campaignctl.readers.books import read_book
from campaignctl.readers.campaign_folder import Material, material_of, reading_of
from campaignctl.readers.cells import Reading
from campaignctl.readers.configured import KEY, TABLE, sheet_of
from campaignctl.readers.grid import Grid
from campaignctl.readers.headings import columns_met, known_headings
from campaignctl.readers.locks import Locks
from campaignctl.readers.places import SheetMap
from campaignctl.readers.registrations import registrations_in
from campaignctl.rules.case import Case, case_of
from campaignctl.rules.locked import Taking, lock_of
from campaignctl.rules.rule import Built
from campaignctl.workbooks import DECIDE, LAUNCH, REGISTRATION, SETUP
from campaignctl.workbooks.launch_check import LAUNCH_CHECK

STAGE = draw("""
Campaign
 | Name          | Code | Marketplace   | Starts           | Ends             | Time zone           | Registration closes | Price lock       | Currency | Platform budget | Owner     | Approver  | Reply to
 | Holiday Deals | HD26 | TikTok Shop US | 2026-11-20 00:00 | 2026-11-25 23:59 | America/Los_Angeles | 2026-11-12 18:00    | 2026-11-16 18:00 | USD      | 130000          | Ines Roth | Kai Lund | offer@marketplace.example
Promotions
   | ID      | Title           | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends             | Seller pays | Budget | Owner
 7 | HD26-01 | Holiday prices  | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           |        | Ines Roth
 8 | HD26-02 | Opening flash   | Flash deal       | Variation | Nominated SKUs | Seller's price | 2026-11-20 18:00 | 2026-11-21 18:00 | 1           |        | Ines Roth
 9 | HD26-03 | Campaign prices | Campaign price   | Variation | Nominated SKUs | Seller's price | 2026-11-22 00:00 | 2026-11-25 23:59 | 0.7         | 30000  | Kai Lund
Sellers
   | Seller ID | Shop name    | Category | Tier   | Account manager | Contact name | Contact e-mail
 7 | S-001     | Moss & Amber | Beauty   | Growth | Kai Lund        | Norah Lind   | norah@moss.example
Targets
   | Level    | Metric | Target
 7 | Campaign | GMV    | 500000
Contacts
   | Name      | E-mail                   | Team
 7 | Ines Roth | ines@marketplace.example | Campaign operations
 8 | Kai Lund  | kai@marketplace.example  | Category management
""")

SELLER = draw("""
Seller
 | Seller ID | Shop name    | Taking part | Main category | Contact name | Contact e-mail     | I accept the terms | Signed by
 | S-001     | Moss & Amber | Yes         | Beauty        | Norah Lind   | norah@moss.example | Yes                | Norah Lind
""")

SETUP_FILE = "campaign.xlsx"
FORM_FILE = "registrations/moss-and-amber.xlsx"
LOCKED = "Locked "
_DECISION_NAMES = frozenset(sheet.name for sheet in DECIDE)
_DECISIONS = "decisions/"
_AFTER = {"Configured": "exports/configured.xlsx", LAUNCH_CHECK.name: "launch-check.xlsx"}
_SINCE = frozenset({"Changes", "Decisions", *_AFTER})
"""Sheets that came after the lock."""


def case_from(example: Drawn | Built) -> Case:
    """Return the case that an example draws."""
    if isinstance(example, Built):
        case = case_from(Drawn("", ()))
        return replace(case, observations=(*case.observations, example.observation))
    material = material_from(example)
    now = example.as_of and example.as_of.replace(tzinfo=ZoneInfo(material.reading.zone))
    return case_of(material, now)


def material_from(example: Drawn) -> Material:
    """Return the campaign folder that a drawing shows, as it would be read."""
    then = {sheet.name.removeprefix(LOCKED): sheet for sheet in example.sheets if sheet.name.startswith(LOCKED)}
    now = [sheet for sheet in example.sheets if not sheet.name.startswith(LOCKED)]
    return _material(now, _lock(now, then) if then else None)


def _lock(now: Sequence[DrawnSheet], then: Mapping[str, DrawnSheet]) -> Lock:
    """Return the lock of the state before: what was drawn as locked, and of the rest what is drawn now."""
    same = [sheet for sheet in now if sheet.name not in (*then, *_SINCE)]
    before = case_of(_material([*same, *(replace(sheet, name=name) for name, sheet in then.items())], None))
    lines = before.sku_lines
    everything = pd.Series(data=True, index=lines.index)
    return lock_of(before, lines, everything, Taking(1, before.field("price_lock"), "Kai Lund", everything=True))


def _material(drawn: Sequence[DrawnSheet], lock: Lock | None) -> Material:
    after = {sheet.name: sheet for sheet in drawn if sheet.name in _AFTER}
    drawn = [sheet for sheet in drawn if sheet.name not in _AFTER]
    by_file: dict[str, dict[str, DrawnSheet]] = {SETUP_FILE: {sheet.name: sheet for sheet in STAGE.sheets}}
    for sheet in drawn:
        file = _file(sheet)
        known = by_file.setdefault(file, _stage_of(file))
        known[sheet.name] = _over(known[sheet.name], sheet) if sheet.name == "Campaign" else sheet
    setup = [_grid(sheet) for sheet in by_file.pop(SETUP_FILE).values()]
    profile, reading = reading_of(setup, None)
    books = [read_book(SETUP_FILE, setup, SETUP, reading)]
    grids = {file: [_grid(sheet) for sheet in sheets.values()] for file, sheets in by_file.items()}
    books += [read_book(file, found, DECIDE, reading) for file, found in grids.items() if file.startswith(_DECISIONS)]
    sent = {file: found for file, found in grids.items() if not file.startswith(_DECISIONS)}
    registrations = registrations_in(sent, books[0], reading)
    since = _after(after, reading, {"Configured": _configured_sheet(profile), LAUNCH_CHECK.name: LAUNCH_CHECK})
    return material_of(books, profile, reading, locks=Locks(lock), since=since, registrations=registrations)


def _after(drawn: Mapping[str, DrawnSheet], reading: Reading, declared: Mapping[str, Sheet]) -> AfterLock:
    """Return what came in after the lock, as it is drawn."""
    frames = nothing()
    maps: dict[tuple[str, str], SheetMap] = {}
    met: list[Observation] = []
    for name, sheet in drawn.items():
        book = read_book(_AFTER[name], [_grid(sheet)], [declared[name]], reading)
        frames |= {key: shaped(frame, _shape(frames[key])) for key, frame in book.frames.items()}
        maps |= {(where.file, where.name): where for where in book.maps.values()}
        met += book.observations
    return AfterLock(frames, maps, tuple(met))


def _shape(frame: pd.DataFrame) -> Shape:
    return {str(name): str(kind) for name, kind in frame.dtypes.items()}


def _configured_sheet(profile: Profile) -> Sheet:
    """Return the marketplace's list of configured promotions as a sheet that can be drawn."""
    read = layouts_of(profile.family).read
    lists = [sheet_of(layout) for layout in read if layout.canonical == TABLE]
    longest = max(lists, key=lambda sheet: len(sheet.columns), default=LAUNCH_CHECK)
    return replace(longest, name="Configured", key=KEY)


def _stage_of(file: str) -> dict[str, DrawnSheet]:
    """Return the quiet sheets of a file that an example draws a part of."""
    return {} if file.startswith((SETUP_FILE, _DECISIONS)) else {sheet.name: sheet for sheet in SELLER.sheets}


def expected(example: Drawn | Built) -> list[tuple[str, int | None, str]]:
    """Return the (sheet, row, message) that an example expects, sorted."""
    if isinstance(example, Built):
        return [(example.observation.place.sheet, example.observation.place.row, example.expected)]
    found = [
        (sheet.name, row.row or None, row.expected) for sheet in example.sheets for row in sheet.rows if row.expected
    ]
    found += [(sheet.name, _header_row(sheet), sheet.expected) for sheet in example.sheets if sheet.expected]
    return sorted(found, key=str)


def _header_row(sheet: DrawnSheet) -> int:
    return min([HEADER_ROW, *(row.row - 1 for row in sheet.rows)])


def _file(sheet: DrawnSheet) -> str:
    if sheet.file:
        return f"{_DECISIONS if sheet.name in _DECISION_NAMES else 'registrations/'}{sheet.file}"
    theirs, ours = (_headings_known(sheet, book) for book in (REGISTRATION, SETUP))
    return FORM_FILE if theirs > ours else SETUP_FILE


def _headings_known(sheet: DrawnSheet, book: Sequence[Sheet]) -> int:
    """Return how many of a drawn sheet's headings a workbook's sheet of that name has; 0 when it has no such sheet."""
    declared = next((s for s in book if s.name == sheet.name), None)
    return columns_met(sheet.headings, known_headings(declared)) if declared else 0


def _over(under: DrawnSheet, over: DrawnSheet) -> DrawnSheet:
    """Lay the drawn fields of a record sheet over those of the stage."""
    fields = dict(zip(under.headings, under.rows[0].cells, strict=True))
    fields |= dict(zip(over.headings, over.rows[0].cells, strict=False))
    row = replace(over.rows[0], cells=tuple(fields.values()))
    return DrawnSheet(over.name, tuple(fields), (row,), over.file)


def _grid(sheet: DrawnSheet) -> Grid:
    declared = {s.name: s for s in (*LAUNCH, *DECIDE, *SETUP, *REGISTRATION)}
    record = sheet.name in declared and declared[sheet.name].record
    rows = list(_record_rows(sheet) if record else _list_rows(sheet))
    return Grid(sheet.name, rows, dict(_errors(rows)))


def _record_rows(sheet: DrawnSheet) -> Iterator[list[Any]]:
    yield from ([] for _ in range(HEADER_ROW))
    for heading, cell in zip(sheet.headings, sheet.rows[0].cells, strict=True):
        yield ["", heading, _cell(cell)]


def _list_rows(sheet: DrawnSheet) -> Iterator[list[Any]]:
    at = _header_row(sheet)
    yield from ([] for _ in range(at - 1))
    yield ["", *sheet.headings]
    width = len(sheet.headings) + 1
    for row in sheet.rows:
        yield from ([""] * width for _ in range(row.row - at - 1))
        cells: Sequence[Any] = [_cell(cell) for cell in row.cells]
        yield ["", *cells, *[""] * (width - 1 - len(cells))]
        at = row.row


def _cell(drawn: str) -> Any:
    value = cell_value(drawn)
    return "" if value is None else value


def _errors(rows: list[list[Any]]) -> Iterator[tuple[str, str]]:
    """Take ``#N/A`` and its like out of the cells, as a parser shows them: blank, with the error told beside."""
    for number, row in enumerate(rows, start=1):
        for position, cell in enumerate(row):
            if isinstance(cell, str) and cell.startswith("#") and cell.endswith(("!", "A", "?", "0")):
                row[position] = ""
                yield f"{chr(65 + position)}{number}", cell
