"""The sheet Next deals: a campaign's price is the ceiling of what a SKU's next deals may cost, for a while."""

import pandas as pd

from campaignctl.domain.document import Section
from campaignctl.domain.frames import Dtype
from campaignctl.domain.listing import Listing, ListingColumn, Shows
from campaignctl.domain.sentences import say
from campaignctl.pricing.ceilings import ceilings
from campaignctl.stages.price_book.draft import NAMED, Draft, called, kept, product_of

RULES = {True: "below it", False: "at most that"}
COLUMNS = (
    ListingColumn("sku", "SKU", Shows.ID, strong=True, width=22.0),
    ListingColumn("product", "Product", width=30.0),
    ListingColumn("shop_name", "Seller", muted=True, width=20.0),
    ListingColumn("list_price", "List", Shows.PRICE),
    ListingColumn("price", "Ceiling", Shows.PRICE, strong=True),
    ListingColumn("rule", "Next price", width=14.0),
    ListingColumn("tools", "Holds for", wraps=True, width=44.0),
    ListingColumn("until", "Until", Shows.MOMENT),
    ListingColumn("set_by", "Set by", Shows.ID, muted=True, width=16.0),
    ListingColumn("sku_id", "SKU ID", Shows.ID, printed=False),
    ListingColumn("seller_id", "Seller ID", Shows.ID, printed=False),
)


def next_deals(draft: Draft) -> Section:
    """Return the sheet Next deals."""
    tops = ceilings(draft.paths, draft.case.profile)
    keys = ["seller_id", "product_id", "sku_id"]
    table = draft.prices.table
    names = table[[*keys, *NAMED, "list_price"]].assign(at=range(len(table)))
    met = tops.merge(names, on=keys, how="left", validate="many_to_one").sort_values(["at", "until"], kind="stable")
    frame = met.assign(
        sku=called(met),
        product=product_of(met),
        rule=met["strictly"].map(RULES).astype("str"),
        tools=met["tools"].astype("str"),
        set_by=met["set_by"].astype("str"),
    ).astype({"sku": Dtype.WORD})
    listing = Listing(
        "next-deals",
        COLUMNS,
        kept(COLUMNS, frame),
        draft.prices.currency,
        draft.prices.zone,
        frozen=1,
        empty="No price of this campaign binds the next deals",
    )
    skus = draft.count("skus.ceiling", "SKUs whose next deals have a ceiling", _skus(tops, keys))
    title = f"The campaign's prices bind the next deals of {{{skus}}} SKUs" if len(tops) else listing.empty
    source = say(
        "the lowest price of this campaign before coupons · the marketplace rejects the next deals of these kinds at a "
        "higher price until the campaign lies far enough back"
    )
    context = draft.context(draft.prices.marketplace, f"prices in {draft.prices.currency}, times in {draft.clock}")
    return Section("next-deals", "Next deals", say(title), context, (listing,), source)


def _skus(tops: pd.DataFrame, keys: list[str]) -> int:
    return len(tops[keys].drop_duplicates())
