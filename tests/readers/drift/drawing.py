"""Small workbooks drawn as text, and what came of reading them in text again.

A sheet is its name and its rows, cells parted by ``|``. ``P1`` and ``K1`` stand for a product's and a SKU's ID; a number
is a number, ``'5`` is text, nothing is a blank cell. ``Row 9:`` before a row sets its number.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from campaignctl.domain.observations import Observation
from campaignctl.folder.files import find
from campaignctl.readers.campaign_folder import Material, read_folder

PRODUCT, SKU = "17293847561029384{:02}", "17295000112233445{:02}"
HEAD = "| Promotion ID | Product ID | SKU ID | Product name | List price | Campaign price | Stock"
ONE = "| HD26-01 | P1 | K1 | Serum 30 ml | 32 | 24.99 | 100"
TWO = "| HD26-01 | P2 | K2 | Cream 50 ml | 40 | 29.99 | 50"
THREE = "| HD26-02 | P3 | K3 | Mask | 18 | 12 | 70"
LINES = f"{HEAD}\n{ONE}\n{TWO}"
READ = ("2 K1 32.00 24.99 100", "3 K2 40.00 29.99 50")

SELLER = """
| Form ID            | HD26-S-001-1-1
| Seller ID          | S-001
| Shop name          | Moss & Amber
| Taking part        | Yes
| Main category      | Beauty
| Contact name       | Norah Lind
| Contact e-mail     | norah@moss.example
| I accept the terms | Yes
| Signed by          | Norah Lind
"""
CAMPAIGN = "| Name | Holiday Deals\n| Code | HD26\n| Marketplace | TikTok Shop US\n| Time zone | America/Los_Angeles"
SELLERS = "Seller ID | Shop name\nS-001 | Moss & Amber\nS-002 | Volt\nS-003 | Lumeria"


@dataclass(frozen=True)
class Drawn:
    """A workbook: its sheets as drawn, which are hidden, rows hidden by sheet, cells merged by sheet."""

    sheets: Mapping[str, str]
    hidden: Sequence[str] = ()
    hidden_rows: Mapping[str, Sequence[int]] = field(default_factory=dict)
    merged: Mapping[str, Sequence[str]] = field(default_factory=dict)
    saved: datetime | None = None
    properties: Mapping[str, str] = field(default_factory=dict)


def rows_of(drawn: str) -> dict[int, list[Any]]:
    """Return the cells of a drawing by row number."""
    rows, number = {}, 0
    for line in drawn.strip("\n").splitlines():
        numbered = re.match(r"Row (\d+):", line)
        number = int(numbered[1]) if numbered else number + 1
        cells = line[numbered.end() :] if numbered else line
        rows[number] = [_cell(cell.strip()) for cell in cells.split("|")]
    return rows


def _cell(drawn: str) -> Any:
    known = re.fullmatch(r"([PK])(\d+)", drawn)
    if known:
        return (PRODUCT if known[1] == "P" else SKU).format(int(known[2]))
    if re.fullmatch(r"-?\d+(\.\d+)?", drawn):
        return float(drawn)
    return drawn.removeprefix("'").replace("\\n", "\n")


def table_of(drawn: str) -> list[list[Any]]:
    """Return a drawing as all its rows, the blank ones too."""
    rows = rows_of(drawn)
    return [rows.get(number, []) for number in range(1, max(rows) + 1)]


def save(path: Path, drawn: Drawn) -> Path:
    """Save a drawing as .xlsx."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": drawn.saved or datetime(2026, 11, 10, 8)})  # noqa: DTZ001 - written as UTC
        for name, value in drawn.properties.items():
            book.set_custom_property(name, value)
        for name, text in drawn.sheets.items():
            sheet = book.add_worksheet(name)
            for number, cells in rows_of(text).items():
                sheet.write_row(number - 1, 0, cells)
            for area in drawn.merged.get(name, ()):
                top = rows_of(text)[int(re.search(r"\d+", area)[0])][ord(area[0]) - 65]
                sheet.merge_range(area, top)
            for number in drawn.hidden_rows.get(name, ()):
                sheet.set_row(number - 1, None, None, {"hidden": True})
            if name in drawn.hidden:
                sheet.hide()
        book.get_worksheet_by_name(next(name for name in drawn.sheets if name not in drawn.hidden)).activate()
    return path


def campaign(folder: Path) -> Path:
    """Make a campaign of three sellers, without any registration."""
    save(folder / "campaign.xlsx", Drawn({"Campaign": CAMPAIGN, "Sellers": SELLERS}))
    (folder / "registrations").mkdir()
    return folder


def read(folder: Path) -> Material:
    """Read a campaign's folder."""
    return read_folder(find(folder))


def lines(material: Material) -> list[str]:
    """Return the SKU lines as read: row, SKU, list price, campaign price, stock; with the sheet where it is another."""
    return [_line(row) for row in material.frames["sku_lines"].to_dict("records")]


def lines_with_sellers(material: Material) -> list[str]:
    """Return the SKU lines as read, each with its seller before it."""
    return [f"{_word(row['seller_id'])} {_line(row)}" for row in material.frames["sku_lines"].to_dict("records")]


def _line(row: Mapping[str, Any]) -> str:
    sku = re.sub(r"17295000112233445(\d\d)", lambda found: f"K{int(found[1])}", _word(row["sku_id"]))
    sheet = "" if row["sheet"] in ("Products", "") else f"{row['sheet']}!"
    money = (_money(row[key]) for key in ("list_price", "campaign_price"))
    return " ".join([f"{sheet}{row['row']}", sku, *money, _word(row["stock"])])


def _word(value: Any) -> str:
    return "–" if pd.isna(value) else str(value)


def _money(value: Any) -> str:
    return "–" if pd.isna(value) else f"{value / 100:.2f}"


def said(observations: Iterable[Observation]) -> list[str]:
    """Return what was said of registrations: kind, where, and in which words."""
    return [_said(met) for met in observations if met.place.file.startswith("registrations/")]


def _said(met: Observation) -> str:
    place = met.place
    file = place.file.removeprefix("registrations/").replace("form.xlsx", "")
    spot = place.cell or (str(place.row) if place.row else place.column)
    where = "!".join(part for part in (file, place.sheet, spot) if part)
    return f"{met.kind.value} {where}: {met.value}" + (f" · {met.detail}" if met.detail else "")
