"""The sheet Worst price: the worst legal price of every SKU, the least room above its floor first."""

from collections import Counter

import pandas as pd

from campaignctl.domain.document import Section
from campaignctl.domain.listing import Listing, ListingColumn, Shows
from campaignctl.domain.prices import ALONE, Standing
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.wording import listed
from campaignctl.stages.price_book.draft import Draft, called, kept, product_of, set_by

PATHWAY, FUNDED, LEFT = "From list price to what the buyer pays", "Who pays the discount", "What is left for the seller"
VERDICTS = {
    Standing.BELOW: "▲ below floor",
    Standing.CLOSE: "~ close to floor",
    Standing.OK: "✓ ok",
    Standing.OPEN: "– no floor named",
}
FLOOR_RULE = "STK301"


def worst(draft: Draft) -> Section:
    """Return the sheet Worst price."""
    columns = (*_named(), *_pathway(draft), *_funded(), *_rest())
    listing = Listing(
        "worst-prices",
        columns,
        kept(columns, _frame(draft)),
        draft.prices.currency,
        draft.prices.zone,
        frozen=1,
        empty="No registered SKU has a price yet",
    )
    window = f"worst legal price {draft.window}" if draft.window else ""
    context = draft.context(*filter(None, (window, f"one unit, {draft.prices.currency} before shipping and tax")))
    return Section("worst-price", "Worst price", _title(draft), context, (listing,), _source(draft))


def _named() -> tuple[ListingColumn, ...]:
    return (
        ListingColumn("sku", "SKU", Shows.ID, group="SKU", strong=True, width=22.0),
        ListingColumn("product", "Product", group="SKU", width=30.0),
        ListingColumn("shop_name", "Seller", group="SKU", muted=True, width=20.0),
    )


def _pathway(draft: Draft) -> tuple[ListingColumn, ...]:
    cuts = (
        ListingColumn(f"off_{layer.key}", layer.name, Shows.PRICE, PATHWAY, dash=True, width=12.0)
        for layer in draft.prices.layers
    )
    return (
        ListingColumn("list_price", "List", Shows.PRICE, PATHWAY),
        ListingColumn("set_by", "Product layer", group=PATHWAY, muted=True, width=26.0),
        ListingColumn("product_price", "Price", Shows.PRICE, PATHWAY),
        *cuts,
        ListingColumn("pays", "Buyer pays", Shows.PRICE, PATHWAY, strong=True),
        ListingColumn("off", "Off list", Shows.PERCENT, PATHWAY, bar=True, width=12.0),
    )


def _funded() -> tuple[ListingColumn, ...]:
    return (
        ListingColumn("off_by_seller", "Seller pays", Shows.PRICE, FUNDED, dash=True),
        ListingColumn("off_by_platform", "Platform pays", Shows.PRICE, FUNDED, dash=True),
        ListingColumn("platform_share", "Platform share", Shows.PERCENT, FUNDED),
    )


def _rest() -> tuple[ListingColumn, ...]:
    return (
        ListingColumn("kept", "Seller keeps", Shows.PRICE, LEFT),
        ListingColumn("least_room", "Above floor", Shows.PRICE, LEFT, signed=True),
        ListingColumn("verdict", "Verdict", Shows.STATUS, LEFT, width=24.0),
        ListingColumn("audience", "Who gets it", group="Which basket, and when", printed=False),
        ListingColumn("units", "Units", Shows.COUNT, "Which basket, and when", printed=False),
        ListingColumn("starts", "From", Shows.MOMENT, "Which basket, and when", printed=False),
        ListingColumn("ends", "Until", Shows.MOMENT, "Which basket, and when", printed=False),
        ListingColumn("made_by", "Made by", group="Which basket, and when", printed=False),
        ListingColumn("shelf_price", "On the shelf", Shows.PRICE, "Beside it", printed=False),
        ListingColumn("floor_price", "Floor", Shows.PRICE, "Beside it", printed=False),
        ListingColumn("low_30d", "Lowest 30 days", Shows.PRICE, "Beside it", printed=False),
        ListingColumn("fees", "Fees", Shows.PRICE, "Beside it", printed=False),
        ListingColumn("unit_cost", "Unit cost", Shows.PRICE, "Beside it", printed=False),
        ListingColumn("contribution", "Left after cost", Shows.PRICE, "Beside it", signed=True, printed=False),
        ListingColumn("unclear", "Rests on an unclear pair", Shows.FLAG, "Beside it", printed=False),
        ListingColumn("sku_id", "SKU ID", Shows.ID, "IDs", printed=False),
        ListingColumn("product_id", "Product ID", Shows.ID, "IDs", printed=False),
        ListingColumn("seller_id", "Seller ID", Shows.ID, "IDs", printed=False),
    )


def _frame(draft: Draft) -> pd.DataFrame:
    table = draft.prices.table
    listed = table["list_price"].astype("Float64")
    discount = table["list_price"] - table["pays"]
    share = (table["off_by_platform"] / discount.where(discount > 0)).astype("Float64")
    cuts = {f"off_{layer.key}": -table[f"off_{layer.key}"] for layer in draft.prices.layers}
    return table.assign(
        sku=called(table),
        product=product_of(table),
        set_by=set_by(table, draft.prices.tools),
        off=(discount / listed).astype("Float64"),
        platform_share=share,
        verdict=_verdicts(draft),
        **cuts,
    )


def _verdicts(draft: Draft) -> "pd.Series[str]":
    """Return each SKU's standing with its sign; one below its floor names the rule that finds it."""
    named = any(finding.code == FLOOR_RULE for finding in draft.prices.findings)
    words = {standing.value: word for standing, word in VERDICTS.items()}
    if named:
        words[Standing.BELOW.value] += f" ({FLOOR_RULE})"
    return draft.prices.table["standing"].astype("str").map(words).astype("str")


def _title(draft: Draft) -> Sentence:
    table = draft.prices.table
    counted = Counter(table["standing"].astype("str"))
    whole = draft.count("skus.priced", "SKUs with a price", len(table))
    below = draft.count("skus.below_floor", "SKUs below their floor", counted[Standing.BELOW.value])
    close = draft.count("skus.close", "SKUs close to their floor", counted[Standing.CLOSE.value])
    if table.empty:
        return say("No registered SKU has a price yet")
    if counted[Standing.BELOW.value]:
        verb = "falls" if counted[Standing.BELOW.value] == 1 else "fall"
        return say(f"{{{below}}} of {{{whole}}} SKUs {verb} below the seller's floor{_meeting(table)}")
    if counted[Standing.OPEN.value] == len(table):
        return say(f"No seller named a floor for any of the {{{whole}}} SKUs")
    if counted[Standing.CLOSE.value]:
        verb = "comes" if counted[Standing.CLOSE.value] == 1 else "come"
        return say(f"No SKU falls below its seller's floor; {{{close}}} of {{{whole}}} {verb} close")
    return say(f"None of {{{whole}}} SKUs falls below, or comes close to, its seller's floor")


def _meeting(table: pd.DataFrame) -> str:
    """Return which promotions meet where most SKUs fall below their floor; blank where one alone does it."""
    low = table.loc[table["standing"].astype("str").eq(Standing.BELOW.value), "made_by"].astype("str").dropna()
    if low.empty:
        return ""
    made, times = Counter(low).most_common(1)[0]
    names = [name for name in made.split("; ") if name]
    if len(names) < 2 or times * 2 < len(low):
        return ""
    most = "" if times == len(low) else "mostly "
    return f", {most}where {listed(names)} meet".replace("{", "").replace("}", "")


def _source(draft: Draft) -> Sentence:
    whole = draft.count("skus.unpriced", "SKUs without a price", len(draft.prices.unpriced))
    without = f" · {{{whole}}} without a price: sheet Rules used" if len(draft.prices.unpriced) else ""
    return say(
        f"smallest room above the floor first · seller keeps = buyer pays + what the platform adds, before fees · "
        f"every moment of every SKU: sheet Price path{without} · {ALONE}"
    )
