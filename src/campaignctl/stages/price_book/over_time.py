"""The sheet Price path: a row for every stretch of time in which a SKU's worst legal price stays the same."""

import numpy as np
import pandas as pd

from campaignctl.domain.document import Section
from campaignctl.domain.listing import Listing, ListingColumn, Shows
from campaignctl.domain.sentences import say
from campaignctl.pricing.survey import View
from campaignctl.stages.price import standing_of
from campaignctl.stages.price_book.draft import NAMED, Draft, called, kept, product_of, set_by
from campaignctl.stages.price_book.worst import VERDICTS

MOST_ROWS = 100_000
"""Beyond this a workbook opens slowly; SKUs with more room are left to ``price --sku``."""

COLUMNS = (
    ListingColumn("sku", "SKU", Shows.ID, strong=True, width=22.0),
    ListingColumn("product", "Product", width=30.0),
    ListingColumn("shop_name", "Seller", muted=True, width=20.0),
    ListingColumn("starts", "From", Shows.MOMENT),
    ListingColumn("ends", "Until", Shows.MOMENT),
    ListingColumn("set_by", "Product layer", muted=True, width=26.0),
    ListingColumn("product_price", "Price", Shows.PRICE),
    ListingColumn("coupons", "Tiers and coupons", Shows.PRICE, dash=True),
    ListingColumn("pays", "Buyer pays", Shows.PRICE, strong=True),
    ListingColumn("audience", "Who gets it"),
    ListingColumn("units", "Units", Shows.COUNT),
    ListingColumn("off_by_seller", "Seller pays", Shows.PRICE, dash=True),
    ListingColumn("off_by_platform", "Platform pays", Shows.PRICE, dash=True),
    ListingColumn("kept", "Seller keeps", Shows.PRICE),
    ListingColumn("room", "Above floor", Shows.PRICE, signed=True),
    ListingColumn("verdict", "Verdict", Shows.STATUS, width=20.0),
    ListingColumn("made_by", "Made by", width=30.0, printed=False),
    ListingColumn("beside", "Beside it", width=20.0, printed=False),
    ListingColumn("unclear", "Rests on an unclear pair", Shows.FLAG, printed=False),
)


def over_time(draft: Draft) -> Section:
    """Return the sheet Price path."""
    shown = _shown(draft)
    rows = draft.paths.segments(View.WORST, shown)
    listing = Listing(
        "price-path",
        COLUMNS,
        kept(COLUMNS, _told(draft, rows, shown)),
        draft.prices.currency,
        draft.prices.zone,
        frozen=1,
        empty="No registered SKU has a price yet",
    )
    stretches = draft.count("stretches.shown", "Stretches of time", len(rows))
    skus = draft.count("skus.shown", "SKUs shown", len(shown))
    whole = draft.count("skus.priced", "SKUs with a price", len(draft.prices.table))
    title = f"{{{skus}}} SKUs have {{{stretches}}} stretches of one price each"
    left = "" if len(shown) == len(draft.prices.table) else f" · the {{{skus}}} of {{{whole}}} SKUs with the least room"
    source = say(
        f"least room first, then in the order of time{left} · one SKU with its line: campaignctl price --sku ID"
    )
    context = draft.context(f"one unit, {draft.prices.currency} before shipping and tax", f"times in {draft.clock}")
    return Section("price-path", "Price path", say(title), context, (listing,), source)


def _shown(draft: Draft) -> list[int]:
    """Return the items to show, the least room first, as many as have room for all of their stretches."""
    items = draft.prices.table.index.to_numpy(dtype="int64")
    lengths = np.array([len(story.stretches) for story in draft.paths.stories], dtype="int64")
    if not len(items):
        return []
    reach = lengths[draft.paths.group_of[items]].cumsum()
    return [int(item) for item in items[reach <= MOST_ROWS]]


def _told(draft: Draft, rows: pd.DataFrame, shown: list[int]) -> pd.DataFrame:
    """Return the stretches with what their SKU is called, in the order of the first sheet."""
    keys = ["seller_id", "product_id", "sku_id"]
    table = draft.prices.table.loc[shown]
    names = table[[*keys, *NAMED]].assign(at=range(len(table)))
    met = rows.merge(names, on=keys, how="left", validate="many_to_one").sort_values(["at", "starts"], kind="stable")
    cuts = [met[f"off_{layer.key}"] for layer in draft.prices.layers]
    verdicts = [VERDICTS[standing_of(*pair)] for pair in zip(met["room"], met["floor_price"], strict=True)]
    return met.assign(
        sku=called(met),
        product=product_of(met),
        set_by=set_by(met, draft.prices.tools),
        coupons=-sum(cuts, met["pays"] * 0),
        verdict=pd.array(verdicts, dtype="str"),
    )
