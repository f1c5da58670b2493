"""How a price came about: each layer's part, who pays it, the fees on it, and the promotions that made it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from campaignctl.pricing.baskets import Baskets, baskets
from campaignctl.pricing.batches import Batch
from campaignctl.pricing.fees import fees_on
from campaignctl.pricing.items import UNKNOWN, Items
from campaignctl.pricing.nominations import Nominations
from campaignctl.pricing.offers import Offer
from campaignctl.pricing.shares import Ints, dearest_part
from campaignctl.pricing.stack import Stack
from campaignctl.pricing.unit_price import Units, unit_prices

Columns = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Explainer:
    """What it takes to explain any row of the survey again, in full."""

    batches: Sequence[Batch]
    items: Items
    named: Nominations
    stack: Stack
    offers: Sequence[Offer]

    def columns(self, at: Ints, number: Ints) -> Columns:
        """Return the columns of prices for rows of the survey and the units of a basket: ``price_frames`` has them."""
        parts: list[tuple[Ints, Columns]] = []
        starts = np.array([batch.start for batch in self.batches])
        owner = np.searchsorted(starts, at, side="right") - 1
        for place, batch in enumerate(self.batches):
            where = np.flatnonzero(owner == place)
            if len(where):
                parts.append((where, self._explained(batch, at[where] - batch.start, number[where])))
        return _merged(parts, len(at))

    def _explained(self, batch: Batch, at: Ints, number: Ints) -> Columns:
        rows = batch.rows(self.items, self.named, at)
        units = unit_prices(rows, self.stack, self.items, self.named)
        basket = baskets(rows, units, number, self.stack)
        listed, kept = rows.listed, rows.listed - basket.by_seller
        by, named = _price_setter(units)
        fees = dearest_part(self._fees(listed * number, basket), number)
        cost = self.items.cost[rows.item]
        line = self.named.line[named] if len(self.named) else named
        return {
            "item": rows.item,
            "units": number,
            "list_price": listed,
            "product_price": units.price,
            "price_by": by,
            **self._cut_columns(basket, len(rows)),
            "pays": basket.pays,
            "off_by_seller": basket.by_seller,
            "off_by_platform": kept - basket.pays,
            "kept": kept,
            "fees": fees,
            "unit_cost": cost,
            "contribution": np.where(cost == UNKNOWN, MISSING, kept - fees - cost),
            "floor_price": units.floor,
            "room": np.where(units.floor == UNKNOWN, MISSING, kept - units.floor),
            "made_by": self._makers(units, basket),
            "unclear": basket.unclear,
            "line": np.where((named >= 0) & (line >= 0), line, self.items.first_line[rows.item]),
        }

    def _fees(self, listed: Ints, basket: Baskets) -> Any:
        platform = listed - basket.seller_total - basket.total
        return fees_on(self.stack.charges, listed, basket.seller_total, platform)

    def _cut_columns(self, basket: Baskets, length: int) -> Columns:
        """Return what each layer takes off the first unit: parts of running sums, so that they add up."""
        columns, taken = {}, np.zeros(length, dtype="int64")
        for place, layer in enumerate(self.stack.layers):
            if not self.stack.sets_price(place):
                before = dearest_part(taken, basket.units)
                taken = taken + sum((cut.off for cut in basket.cuts if cut.layer == place), np.int64(0))
                columns[f"off_{layer.key}"] = dearest_part(taken, basket.units) - before
        return columns

    def _makers(self, units: Units, basket: Baskets) -> Any:
        """Return the ids of the offers that made each price, in the order of the stack, as few words."""
        makers = [setting.by for setting in units.settings]
        makers += [np.where(cut.off > 0, cut.offer, UNKNOWN) for cut in basket.cuts]
        numbers = np.zeros(len(units.price), dtype="int64")
        for maker in makers:
            numbers = pd.factorize(numbers * (len(self.offers) + 1) + maker + 1)[0].astype("int64")
        _, first = np.unique(numbers, return_index=True)
        words = [_ids(self.offers, (int(maker[row]) for maker in makers)) for row in first]
        return np.array(words, dtype=object)[numbers]


MISSING = np.iinfo(np.int64).min
"""An amount that may be negative and is not known."""


def _price_setter(units: Units) -> tuple[Ints, Ints]:
    """Return the offer that set the price last, and the nomination it went through; ``UNKNOWN`` for neither."""
    by = named = np.full(len(units.price), UNKNOWN)
    for setting in units.settings:
        by, named = np.where(setting.by >= 0, setting.by, by), np.where(setting.by >= 0, setting.named, named)
    return by, named


def _ids(offers: Sequence[Offer], numbers: Iterator[int]) -> str:
    return "; ".join(offers[number].id for number in numbers if number != UNKNOWN)


def _merged(parts: list[tuple[Ints, Columns]], length: int) -> Columns:
    whole: Columns = {}
    for where, columns in parts:
        for key, values in columns.items():
            if key not in whole:
                whole[key] = np.empty(length, dtype=values.dtype)
            whole[key][where] = values
    return whole
