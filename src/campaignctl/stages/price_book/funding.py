"""The sheet Funding: where the list price of the tightest SKUs goes, and who funds each promotion's part of it."""

from typing import Any

import pandas as pd

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Section
from campaignctl.domain.figures import figure_id, slugs
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Column, Table
from campaignctl.stages.price_book.draft import Draft, called, product_of

TIGHTEST = 8
PARTS = (
    ("pays", "Buyer pays", Role.BASELINE),
    ("off_by_platform", "Platform adds", Role.IDENTITY),
    ("off_by_seller", "Seller gives up", Role.CAMPAIGN),
)


def funding(draft: Draft) -> Section:
    """Return the sheet Funding."""
    table = draft.prices.table.head(TIGHTEST)
    names = _distinct([str(name) for name in called(table)])
    keys = slugs(names)
    rows = table.assign(name=names, product=product_of(table)).to_dict("records")
    ids = [{key: _figure(draft, key, label, keys[row["name"]], row) for key, label, _ in PARTS} for row in rows]
    series = tuple(Series(label, tuple(each[key] for each in ids), role) for key, label, role in PARTS)
    chart = Chart(
        "list-price",
        ChartKind.STACKED_BAR,
        say(f"Where the list price goes: the {len(rows)} SKUs with the least room, {draft.prices.currency}"),
        draft.prices.currency,
        Format.MONEY,
        tuple(names),
        series,
        say("For each SKU three parts that make its list price: buyer pays, platform adds, seller gives up"),
    )
    columns = (
        Column("sku", "SKU"),
        Column("product", "Product"),
        *(Column(key, label, Format.MONEY) for key, label, _ in PARTS),
    )
    cells = tuple(
        (
            row["name"],
            None if pd.isna(row["product"]) else str(row["product"]),
            *(Ref(each[key]) for key, _, _ in PARTS),
        )
        for row, each in zip(rows, ids, strict=True)
    )
    listed = Table("list-price-parts", columns, cells, empty="No registered SKU has a price yet")
    parts = (chart, listed) if rows else (listed,)
    context = draft.context("at the worst legal price of each SKU")
    source = say("the three parts make the list price · all SKUs: sheet Worst price")
    return Section("funding", "Funding", _title(draft), context, parts, source)


def _title(draft: Draft) -> Sentence:
    table = draft.prices.table
    seller, platform = (table[f"off_by_{who}"].sum() for who in ("seller", "platform"))
    whole = int(seller + platform)
    if not whole:
        return say("No discount is on any SKU at its worst price")
    share = draft.share("funding.seller", "Seller's share of the discounts", int(seller) / whole)
    return say(f"Of the discounts at the worst prices the sellers fund {{{share}}}, the platform the rest")


def _figure(draft: Draft, key: str, label: str, name: str, row: Any) -> str:
    return draft.money(figure_id(f"worst_{key}", "sku", name), f"{label}, {row['name']}", row[key])


def _distinct(names: list[str]) -> list[str]:
    """Return names of which no two are alike, as the categories of a chart must be."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found
