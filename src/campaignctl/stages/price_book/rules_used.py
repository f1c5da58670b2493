"""The sheet Rules used: in which order the marketplace takes discounts off, and what could not be priced."""

from collections.abc import Iterator

from campaignctl.domain.document import Section
from campaignctl.domain.prices import ALONE
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Column, Table
from campaignctl.marketplaces.schema import Layer, Profile
from campaignctl.stages.price_book.draft import Draft

COMBINES = {
    "by rank": "the first tool in this order sets the price, whatever the others ask",
    "lowest price": "the lowest price counts",
    "best one": "the one that saves the buyer most counts",
    "all": "all of them count, one after another",
}
MOST_UNPRICED = 200


def rules_used(draft: Draft) -> Section:
    """Return the sheet Rules used."""
    title = say("{name} takes discounts off in this order", name=draft.case.profile.name)
    parts = (_layers(draft.case.profile), *_apart(draft))
    return Section("rules-used", "Rules used", title, draft.context(ALONE), parts, method=True)


def _layers(profile: Profile) -> Table:
    columns = (
        Column("place", "Order", width=8.0),
        Column("layer", "Layer", width=24.0),
        Column("combine", "Which promotion counts", width=44.0),
        Column("tools", "Tools, the strongest first", width=60.0),
        Column("source", "Source", width=40.0),
    )
    rows = tuple(
        (
            str(place) if layer.in_price else "beside",
            layer.name,
            COMBINES[layer.combine],
            _tools(profile, layer),
            _source(profile, layer),
        )
        for place, layer in enumerate(profile.layers, 1)
    )
    return Table("layers", columns, rows, caption=say("Layers, from the list price down"))


def _tools(profile: Profile, layer: Layer) -> str:
    here = [tool for tool in profile.tools.values() if tool.layer == layer.key]
    ranked = sorted(here, key=lambda tool: tool.rank.value if tool.rank is not None else len(here) + 1)
    return ", ".join(tool.name for tool in ranked)


def _source(profile: Profile, layer: Layer) -> str:
    titles = (profile.sources[name.strip()].title for name in layer.source.split(","))
    return f"{'; '.join(titles)} (checked {layer.checked.isoformat()})"


def _apart(draft: Draft) -> Iterator[Table]:
    """Yield what has no price, and which promotions had to be left out, each where there is any."""
    prices = draft.prices
    if prices.left_out:
        named = (Column("promotion", "Promotion", width=24.0), Column("why", "Why it is left out", width=60.0))
        yield Table("left-out", named, tuple(prices.left_out.items()), caption=say("Not in these prices"))
    if len(prices.unpriced):
        keys = ("seller_id", "sku_id", "product_id", "why")
        columns = tuple(
            Column(key, title, width=24.0)
            for key, title in zip(keys, ("Seller ID", "SKU ID", "Product ID", "Why"), strict=True)
        )
        shown = prices.unpriced[list(keys)].astype("object").where(prices.unpriced[list(keys)].notna(), None)
        rows = tuple(tuple(row) for row in shown.head(MOST_UNPRICED).itertuples(index=False, name=None))
        whole = draft.count("skus.unpriced", "SKUs without a price", len(prices.unpriced))
        yield Table("unpriced", columns, rows, caption=say(f"{{{whole}}} SKUs without a price"))
