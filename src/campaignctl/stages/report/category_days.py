"""Categories day by day: how each ran through the campaign, for the small columns beside its sums."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.metrics.ledger import At, Key
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.grid import CAMPAIGN, quarters
from campaignctl.stages.report.listing import day_and_category
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import axis_day, full_day

MOST_DAYS = 31
"""Columns of more days are too narrow for their numbers, and small columns for the eye."""

SLUG = "categories-by-day"
SLUGS = Slugs(tables={SLUG: ("category", *(f"day-{number}" for number in range(1, MOST_DAYS + 1)))})
TREND = Column("trend", "Day by day", group="Sales", width=13.0, trend=SLUG)


def category_days(basis: Basis, label: Callable[[Key], str]) -> Table | None:
    """Return GMV by category and day, the total below; None for a single day or for too many."""
    if not 1 < len(basis.days) <= MOST_DAYS:
        return None
    days = [str(day) for day in basis.days]
    heads = (Column(f"day-{n}", basis.day(day, axis_day), Format.MONEY) for n, day in enumerate(basis.days, start=1))
    rows = tuple((label(key), *(_cell(basis, day_and_category(day, key)) for day in days)) for key in basis.categories)
    total = (basis.subject.capitalize() or CAMPAIGN, *(_cell(basis, At("day", day)) for day in days))
    worth: dict[tuple[int, str], Decimal | float] = {
        (row, f"day-{n}"): known
        for row, key in enumerate(basis.categories)
        for n, day in enumerate(days, start=1)
        if (known := basis.ledger.value("gmv", day_and_category(day, key))) is not None
    }
    if not any(worth.values()):
        return None
    row, column = max(worth, key=lambda place: (worth[place], -place[0]))
    best, day = basis.categories[row], basis.days[int(column.removeprefix("day-")) - 1]
    gmv = basis.id("gmv", day_and_category(str(day), best))
    caption = say(
        f"{{name}} on {{day}} was the best day of a category: {{{gmv}}}", name=cut(label(best)), day=full_day(day)
    )
    return Table(SLUG, (Column("category", "Category"), *heads), rows, total, caption=caption, heat=quarters(worth))


def with_trend(table: Table, after: str) -> Table:
    """Return a table whose rows also show how they ran, behind the column ``after``."""
    at = 1 + next((at for at, column in enumerate(table.columns) if column.key == after), len(table.columns) - 1)
    rows = tuple((*row[:at], None, *row[at:]) for row in table.rows)
    total = (*table.total[:at], None, *table.total[at:]) if table.total else None
    return replace(table, columns=(*table.columns[:at], TREND, *table.columns[at:]), rows=rows, total=total)


def _cell(basis: Basis, at: At) -> Cell:
    return basis.ledger.ref("gmv", at, Format.MONEY)
