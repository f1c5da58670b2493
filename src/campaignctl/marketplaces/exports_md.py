"""The exports that are read, in words: how each is recognised, what every column is called, what it feeds."""

from collections.abc import Iterator, Sequence

from campaignctl.marketplaces.columns import ExportColumn
from campaignctl.marketplaces.layout import Layout
from campaignctl.marketplaces.layouts import Known, Layouts

FEEDS = {
    "order_lines": "every figure of sales, discounts, targets, baseline, lift, promotions and promises",
    "live_streams": "livestreams, LIVE rates, promised slots, shop events",
    "products": "what a shop lists: prices and stock that registrations are held against",
    "product_traffic": "traffic, conversion, GMV by LIVE, video and product card, drivers by product and channel",
    "configured_promotions": "promotions as they were keyed in, held against the lock by `validate`",
    "settlements": "fees, commission and payouts; cost and return rest on the fees that were taken",
    "ads": "ads on LIVE: cost, revenue, ROAS",
    "videos": "videos: views, clicks, orders, GMV",
    "affiliate_orders": "creators: attributed orders, commission",
    "attributed_streams": "livestreams by attributed GMV, impressions, follow and comment rates",
    "sums": "GMV, units, discounts, orders, targets, baseline, lift, slices, promotions, cost and return, sell-through",
}
"""What a report, or another command, makes of each canonical table."""
TYPES = {
    "id": "ID",
    "text": "text",
    "words": "one of a list",
    "money": "money",
    "count": "whole number",
    "rate_fraction": "rate",
    "rate_percent": "rate in percent",
    "duration_seconds": "duration",
    "duration_words": "duration",
    "instant": "date, or date and time",
}
UNUSED_IN_SUMS = """Of the headers that are known and not read, rates and averages cannot be added up; buyers are
distinct people, so that those of two days or products may be the same ones; impressions, page views and clicks of a day
belong to product lists, which state the period that each row is of; samples are no sales."""
INTRO = """The files that `campaignctl report` and `validate` read in `exports/`. A file is recognised by the headers in
one of its first rows, wherever they stand and whatever the file is called; headers are compared without regard to case,
blanks and a currency in brackets. This page is made from the layouts; a team's own, in the same form, go into
`marketplaces/exports/` (or `marketplaces/<marketplace>/exports/`) of the campaign's folder, and one of the same name
stands in for ours.

*Needed*: without this column the file is not recognised. *Missed*: the report says that the column is not there.
*Optional*: nobody misses it. *Helps*: read to understand others, and not kept. A blank cell is never zero."""


def exports_page(families: Sequence[tuple[str, Layouts]]) -> str:
    """Return the page as Markdown; ``families`` are the layouts of each marketplace by its title, any's own first."""
    parts = ["# Exports", INTRO]
    for title, layouts in families:
        parts += [f"## {title}", *(part for layout in layouts.read for part in _layout(layout))]
        parts += list(_known(layouts.known))
    return "\n\n".join(parts) + "\n"


def _layout(layout: Layout) -> Iterator[str]:
    yield f"### {layout.title}"
    yield f"`{layout.name}`: one row is {layout.grain}. Feeds {FEEDS[layout.canonical]}."
    yield f"{_recognised(layout)} Checked {layout.checked}: {layout.source}."
    head = "| Header | Read as | Must it be there | Also written |"
    rows = [_row(layout, name, column) for name, column in layout.columns.items()]
    yield "\n".join([head, "|---|---|---|---|", *rows])
    if layout.unused:
        yield f"Known and not read: {', '.join(map(_cell, layout.unused))}."
    if layout.buyer:
        yield f"About the buyer, dropped while reading: {', '.join(map(_cell, layout.buyer))}."
    if layout.canonical == "sums":
        yield UNUSED_IN_SUMS


def _recognised(layout: Layout) -> str:
    needed = ", ".join(layout.columns[name].title for name in layout.recognise.required if name in layout.columns)
    one = ", ".join(layout.columns[name].title for name in layout.recognise.measures)
    words = f"Recognised by {needed} and {layout.recognise.at_least} known headers in all"
    return f"{words}, with at least one of {one}." if one else f"{words}."


def _row(layout: Layout, name: str, column: ExportColumn) -> str:
    needed = name in layout.recognise.required
    how = "needed" if needed else "helps" if column.passing else "optional" if column.optional else "missed"
    others = ", ".join(_cell(spelling.header.strip()) for spelling in column.headers[1:])
    return f"| {_cell(column.title)} | {TYPES[column.type]} | {how} | {others} |"


def _known(known: Sequence[Known]) -> Iterator[str]:
    if known:
        yield "### Told apart and not read"
        yield "\n".join(f"* The {each.title} ({', '.join(map(_cell, each.headers))}): {each.says}." for each in known)


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")
