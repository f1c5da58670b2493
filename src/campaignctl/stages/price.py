"""What will a buyer pay, when, and who funds it? The worst legal price of every SKU, and the whole story of some."""

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from campaignctl.domain.earlier import Redeemed
from campaignctl.domain.errors import WrongUsage
from campaignctl.domain.findings import Finding
from campaignctl.domain.frames import shaped
from campaignctl.domain.price_frames import PRICE_TABLE, WORST_PRICES, prices_shape
from campaignctl.domain.prices import Ceiling, PriceLayer, Prices, SkuPrices, Standing
from campaignctl.pricing.ceilings import ceilings
from campaignctl.pricing.expected import expected_use
from campaignctl.pricing.ledger import ledger
from campaignctl.pricing.paths import PricePaths
from campaignctl.pricing.survey import View
from campaignctl.readers.campaign_folder import Material
from campaignctl.rules.case import Case, case_of
from campaignctl.rules.catalogue import rules
from campaignctl.rules.engine import run

FAMILY = "STK"
CLOSE = 20
"""A SKU is close to its floor when less than one part in so many of the floor is left."""

_NAMES = ("seller_sku", "product_name", "variation", "low_30d", "shop_name")
_IDS = ("sku_id", "seller_sku", "product_id")


def price(material: Material, skus: Sequence[str] = (), earlier: Sequence[Redeemed] = ()) -> Prices:
    """Return the prices of a campaign, with the whole story of ``skus``: SKU IDs, sellers' own codes or product IDs.

    ``earlier`` is what earlier campaigns used of the platform's money, the most comparable first. ``WrongUsage`` for a
    SKU that no seller registered.
    """
    return prices_of(case_of(material), skus, earlier)


def prices_of(case: Case, skus: Sequence[str] = (), earlier: Sequence[Redeemed] = ()) -> Prices:
    """Return the prices of a case; see ``price``."""
    paths = case.promised_prices or case.prices
    table = _table(paths)
    tools = {offer.id: case.profile.tools[offer.tool].name for offer in reversed(paths.offers)}
    use = expected_use(case.prices, case.promotions, case.campaign.code, earlier, tools)
    verdict = run([rule for code, rule in rules().items() if code.startswith(FAMILY)], case)
    asked = list(dict.fromkeys(item for name in skus for item in _items(table, name)))
    return Prices(
        campaign=case.campaign.name,
        marketplace=case.profile.name,
        currency=case.campaign.currency,
        zone=case.campaign.zone,
        layers=_layers(paths),
        anyone=paths.stack.audiences[0].name,
        tools=tools,
        table=table,
        skus=_stories(case, paths, table.loc[asked], verdict.findings),
        unpriced=paths.unpriced,
        left_out={each.id: each.why for each in paths.left_out},
        ledger=ledger(case.prices, case.promotions, case.field("cost_centre") or "", use, case.promised_prices),
        lock=case.lock.number if case.lock else None,
        findings=verdict.findings,
    )


def _layers(paths: PricePaths) -> tuple[PriceLayer, ...]:
    cutting = paths.layers
    return tuple(PriceLayer(layer.key, layer.name) for layer in paths.stack.layers if layer.key in cutting)


def _table(paths: PricePaths) -> pd.DataFrame:
    """Return the table of all items, the least room first, then the deepest discount; labels are the items' numbers."""
    worst = paths.worst
    lines = paths.lines.iloc[paths.items.first_line[worst.index]].set_axis(worst.index, axis=0)
    named = worst.assign(**{key: lines[key] for key in _NAMES}, standing=_standings(worst))
    shape = {**prices_shape(paths.layers), **WORST_PRICES, **PRICE_TABLE}
    off = named.assign(off=named["pays"] / named["list_price"])
    return shaped(named.loc[off.sort_values(["least_room", "off"], kind="stable").index], shape)


def _standings(worst: pd.DataFrame) -> list[str]:
    return [standing_of(*each).value for each in zip(worst["least_room"], worst["floor_price"], strict=True)]


def standing_of(room: Any, floor: Any) -> Standing:
    """Return how what is left above a floor stands to it; both in minor units, missing where no floor was named."""
    if pd.isna(room) or pd.isna(floor):
        return Standing.OPEN
    if room < 0:
        return Standing.BELOW
    return Standing.CLOSE if room * CLOSE < floor else Standing.OK


def _items(table: pd.DataFrame, name: str) -> list[int]:
    """Return the items that a word on the command line means: those with this SKU ID, else code, else product."""
    for key in _IDS:
        found = table.index[table[key].str.casefold().eq(name.strip().casefold()).fillna(value=False)]
        if len(found):
            return list(found)
    known = [str(word) for key in _IDS for word in table[key].dropna().unique()]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.7)
    hint = f"Did you mean {near[0]}?" if near else "Name a SKU ID, a seller's own code or a product ID."
    raise WrongUsage(f"No registered SKU with a price is called {name[:60]}.", hint)


def _stories(
    case: Case, paths: PricePaths, asked: pd.DataFrame, findings: tuple[Finding, ...]
) -> tuple[SkuPrices, ...]:
    if asked.empty:
        return ()
    tops = ceilings(paths, case.profile)
    worst, shelf, tight = (paths.segments(view, list(asked.index)) for view in (View.WORST, View.SHELF, View.TIGHTEST))
    told = []
    for item, row in zip(asked.index, asked.to_dict("records"), strict=True):
        left = _of(tight, row)
        told.append(
            SkuPrices(
                row={str(key): value for key, value in row.items()},
                segments=_of(worst, row),
                shelf=_of(shelf, row),
                standings=tuple(standing_of(*each) for each in zip(left["room"], left["floor_price"], strict=True)),
                ceilings=tuple(_ceiling(each) for each in _of(tops, row).to_dict("records")),
                findings=_about(findings, paths.lines[paths.items.of_line == item]),
            )
        )
    return tuple(told)


def _ceiling(row: Mapping[Any, Any]) -> Ceiling:
    return Ceiling(row["tools"], int(row["price"]), bool(row["strictly"]), row["until"].to_pydatetime())


def _of(rows: pd.DataFrame, item: Mapping[Any, Any]) -> pd.DataFrame:
    same = pd.Series(data=True, index=rows.index)
    for key in ("seller_id", "product_id", "sku_id"):
        same &= rows[key].isna() if pd.isna(item[key]) else rows[key].eq(item[key]).fillna(value=False)
    return rows[same].reset_index(drop=True)


def _about(findings: tuple[Finding, ...], lines: pd.DataFrame) -> tuple[Finding, ...]:
    """Return the findings that stand at an item's lines."""
    places = set(zip(lines["file"].astype(str), lines["sheet"].astype(str), lines["row"], strict=True))
    return tuple(each for each in findings if (each.place.file, each.place.sheet, each.place.row) in places)
