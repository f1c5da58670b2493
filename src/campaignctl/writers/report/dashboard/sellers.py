"""The largest sellers of what is chosen on the dashboard, with what they sold in the category chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from campaignctl.domain.cube import Reading
from campaignctl.domain.formats import Format, office, office_together
from campaignctl.domain.tables import Mark
from campaignctl.writers.report.columns import FIRST
from campaignctl.writers.report.dashboard.choice import Choice
from campaignctl.writers.report.dashboard.numbers import (
    NONE,
    Numbers,
    in_full,
    minor_units,
    seller_cell,
    seller_figure,
)
from campaignctl.writers.report.marks import colour_by_sign
from campaignctl.writers.report.page import Page
from campaignctl.writers.xlsx_style import (
    BODY_HEIGHT,
    DATA_BAR,
    GRID,
    INK,
    INK_BESIDE,
    SECONDARY,
    SMALL_SIZE,
    TINT,
    checked,
)

MOST_ROWS = 8
SMALL = {"size": SMALL_SIZE, "colour": SECONDARY}
COLUMNS = (
    "gmv",
    "gmv~target",
    "orders",
    "sold_through",
    "aov",
    "seller_discount",
    "platform_discount",
    "refund_rate",
    "units",
)
"""The columns of the sellers: readings of the cube and figures of a seller. The last go where there is no room."""
SHARES = ("sold_through",)
"""Those with a bar from nothing to the whole."""
THIN, MEDIUM = 1, 2


def write_sellers(page: Page, choice: Choice, numbers: Numbers) -> None:
    """Write the largest sellers of what is chosen, with what they sold in the category chosen."""
    heads = _heads(choice, numbers)
    free = [at for at in range(2, len(page.columns.widths)) if at not in page.columns.gutters]
    columns = [FIRST + at for at in free[: len(heads)]]
    rule: Mapping[str, Any] = {"bold": True, "fill": TINT, "bottom": MEDIUM, "bottom_color": INK, "indent": 1}
    header = page.row
    page.blank(page.row, FIRST, page.columns.last, **rule)
    page.text(page.row, FIRST, "Seller", **rule)
    for column, head in zip(columns, heads, strict=False):
        page.text(page.row, column, head.title, **rule, align="right")
    page.next(24)
    for row in range(min(MOST_ROWS, numbers.ranked.count)):
        _seller(page, choice, numbers, row, dict(zip(columns, heads, strict=False)))
    _bars(page, header, columns[0])
    for column, head in zip(columns, heads, strict=False):
        if head.figure in SHARES:
            _bars(page, header, column, {"max_type": "num", "max_value": 1})
        if "~" in head.figure:
            colour_by_sign(page, (header + 1, column, page.row - 1, column), Mark.GOOD)
    if numbers.ranked.count > MOST_ROWS:
        page.line("The largest sellers of what is chosen, by GMV; all stand on the sheet Sellers.", 18, **SMALL)


def _bars(page: Page, header: int, column: int, most: Mapping[str, Any] | None = None) -> None:
    bar = {"type": "data_bar", "bar_color": DATA_BAR, "bar_solid": True, "bar_no_border": True}
    bar |= {"min_type": "num", "min_value": 0, **(most or {})}
    checked(page.sheet.conditional_format(header + 1, column, page.row - 1, column, bar), "the bars")


@dataclass(frozen=True, slots=True)
class _Head:
    """A column of the sellers: a reading of the cube, or a figure of the seller."""

    title: str
    form: str
    reading: Reading | None = None
    figure: str = ""


def _heads(choice: Choice, numbers: Numbers) -> list[_Head]:
    """Return the columns in their order; a figure that no seller has is left out."""
    unit = choice.cube.currency
    minor = minor_units(unit)
    known = {one for one, (_, values) in numbers.of_sellers.items() if any(value != NONE for value in values)}
    figures = {
        "gmv~target": _Head("vs target", office(Format.PERCENT, signed=True), figure="gmv~target"),
        "orders": _Head("Orders", office(Format.COUNT), figure="orders"),
        "sold_through": _Head(
            "Sell-through", _together(numbers, "sold_through", Format.PERCENT), figure="sold_through"
        ),
        "aov": _Head("AOV", _together(numbers, "aov", Format.MONEY, unit), figure="aov"),
    }
    found = []
    for word in COLUMNS:
        reading = choice.cube.reading(word)
        if word in figures:
            found += [figures[word]] if word in known else []
        elif reading is not None:
            told = [reading.of(sums) for sums in (*choice.of_sellers, choice.cube.sums({}))]
            worth = [value / minor if value and reading.unit else value for value in told]
            found.append(_Head(reading.label, office_together(worth, in_full(reading), reading.unit), reading))
    return found


def _together(numbers: Numbers, figure: str, form: Format, unit: str = "") -> str:
    """Return the number format that the figures of all sellers share."""
    return office_together([value for value in numbers.of_sellers[figure][1] if not isinstance(value, str)], form, unit)


def _seller(page: Page, choice: Choice, numbers: Numbers, row: int, heads: Mapping[int, _Head]) -> None:
    line = {"bottom": THIN, "bottom_color": GRID, "indent": 1}
    at, sold = numbers.order[row], numbers.sellers.values.at(row)
    any_sold = bool(choice.of_sellers[at]["value"])
    name = choice.labels["seller"][at + 1] if any_sold else ""
    page.blank(page.row, FIRST, page.columns.last, **line)
    page.computed(page.row, FIRST, f"={numbers.sellers.names.at(row)}", name, **line)
    for number, (column, head) in enumerate(heads.items()):
        formula, now = (
            seller_cell(choice, numbers, row, head.reading)
            if head.reading
            else seller_figure(choice, numbers, row, head.figure)
        )
        text = f'=IF({sold}=0,"",{formula})'
        look = {**line, "num_format": head.form, "align": "right", "colour": INK_BESIDE if number % 2 else INK}
        page.computed(page.row, column, text, now if any_sold else "", **look)
    page.next(BODY_HEIGHT)
