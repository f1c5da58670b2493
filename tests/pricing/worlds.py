"""Promotion sets out of dice: sheets as people fill them, for the engine as frames and for the twin as rows.

Every shop is a set of its own; several in one world make the engine price different terms side by side.
"""

from datetime import UTC, datetime, timedelta

import pandas as pd

from campaignctl.domain.frames import empty, shape_of, shaped
from campaignctl.workbooks.livestreams import LIVESTREAMS
from campaignctl.workbooks.promotions import PROMOTIONS
from campaignctl.workbooks.registration.coupons import COUPONS
from campaignctl.workbooks.registration.products import PRODUCTS
from campaignctl.workbooks.registration.seller import SELLER_SHEET
from campaignctl.workbooks.run_of_show import RUN_OF_SHOW
from campaignctl.workbooks.sellers import SELLERS

DAY_ONE = datetime(2026, 11, 20, tzinfo=UTC)
LISTED = (1, 2, 3, 7, 99, 100, 101, 999, 1000, 1999, 2499, 3200, 9999, 123_456)
PERCENTS = (0.01, 0.05, 0.1, 0.125, 0.15, 0.2, 0.25, 0.333, 0.5, 0.9, 1.0)
AMOUNTS = (1, 2, 50, 99, 333, 500, 501, 1000, 2500)
SHARES = (None, 0, 0.3, 0.333, 0.5, 0.7, 1, 1)
SPENDS = (None, None, 0, 1, 100, 1000, 2500, 4000, 7999)
CAPS = (None, None, None, 1, 99, 333, 800)
HOURS = (0, 1, 12, 18, 24, 36, 48, 71, 72, 96, 144)


def at(hours):
    return DAY_ONE + timedelta(hours=hours)


class Dice:
    """Random choices, for one market."""

    def __init__(self, random, tools, coupons, unit_price_tools):
        self.random, self.tools, self.coupons, self.unit_price_tools = random, tools, coupons, unit_price_tools

    def one(self, words):
        return words[self.random.randrange(len(words))]

    def now_and_then(self, value, otherwise=None, times=4):
        return value if self.random.randrange(times) == 0 else otherwise

    def window(self):
        first, last = sorted((self.one(HOURS), self.one(HOURS)))
        return {"starts": at(first), "ends": at(last if last > first else first + 1)}

    def worth(self, kinds):
        kind = self.one(kinds)
        return {"kind": kind, "value": self.one(PERCENTS if kind == "Percent off" else AMOUNTS)}

    def promotion(self, number, shop):
        tool = self.one(self.tools)
        row = {"id": f"P{number}", "tool": tool, **self.window(), "seller_pays": self.one(SHARES)}
        row |= {"platform_cap": self.one(CAPS), "per_buyer": self.one((None, None, 1, 2, 3, 7))}
        row |= {"buyers": self.now_and_then(self.one(("New", "Repeat", "Followers", "All"))), "shown_in": self.now_and_then(self.one(("LIVE", "Creator", "Everywhere")))}  # fmt: skip
        row |= self.one(({"applies_to": "Nominated SKUs"}, {"applies_to": "All registered SKUs"}, {"applies_to": "Seller", "which": shop}, {"applies_to": "Category", "which": f"Category {shop}"}, {"applies_to": "Livestream", "which": f"L {shop}"}))  # fmt: skip
        if tool in self.unit_price_tools:
            kind = self.one(("Seller's price", "Percent off", "Amount off", "Fixed price"))
            return row | ({"kind": kind} if kind == "Seller's price" else self.worth((kind,)))
        row |= self.worth(("Percent off", "Amount off", "Percent off", "Amount off", "Fixed price"))
        row |= {"min_spend": self.one(SPENDS), "max_discount": self.one(CAPS), "min_quantity": self.now_and_then(self.one((1, 2, 3, 5)))}  # fmt: skip
        return row | self.now_and_then(self.second_tier(row), {}, times=3)

    def second_tier(self, row):
        start = self.one((2, 3, 4, 6)) if row["min_quantity"] is not None else self.one((15, 25.5, 80))
        return {"tier2_from": start, "tier2_value": self.one(PERCENTS if row["kind"] == "Percent off" else AMOUNTS)}

    def coupon(self, number, shop, products):
        kind, tool = self.one(self.coupons)
        row = {"id": f"C{number}", "type": kind, "tool": tool, "seller_id": shop, "own": True, **self.worth(("Percent off", "Amount off"))}  # fmt: skip
        row |= {"min_spend": self.one(SPENDS[2:]), "max_discount": self.one(CAPS), "buyers": self.now_and_then("New", times=8)}  # fmt: skip
        row |= self.now_and_then({"product_ids": [self.one(products)]}, {})
        return row | self.one((self.window(), self.window(), {"already_running": True, "ends": at(self.one(HOURS))}, {}, {"claim_starts": at(-48), "claim_ends": at(self.one(HOURS)), "valid_days": 2}))  # fmt: skip


def world(dice, shops):
    """Return the rows of a world: promotions, coupons, lines."""
    promotions, coupons, lines = [], [], []
    for number in range(shops):
        shop = f"S-{number}"
        own = [dice.promotion(len(promotions) + n, shop) for n in range(dice.random.randrange(1, 6))]
        promotions += own
        products = [f"{shop} product {n}" for n in range(dice.random.randrange(1, 3))]
        lines += [line for product in products for line in _lines(dice, shop, product, own)]
        coupons += [dice.coupon(len(coupons) + n, shop, products) for n in range(dice.random.randrange(0, 3))]
    if lines and dice.random.randrange(3) == 0:
        promotions.append({**dice.promotion(len(promotions), "S-0"), "applies_to": "All registered SKUs"})
    return promotions, coupons, lines


def _lines(dice, shop, product, promotions):
    listed = dice.one(LISTED)
    skus = dice.one(((None,), ("a",), ("a", "b"), (None, "a")))
    for sku in skus:
        common = {"seller_id": shop, "product_id": product, "sku_id": f"{product} {sku}" if sku else None, "list_price": dice.now_and_then(listed + 1, listed, times=6), "category": f"Category {shop}"}  # fmt: skip
        common |= {"unit_cost": dice.now_and_then(listed // 2), "in_a_live": True}
        chosen = [p for p in promotions if dice.random.randrange(3)] or promotions[:1]
        for promotion in chosen:
            price = max(listed * dice.one((0, 30, 55, 79, 80, 99, 100, 110)) // 100, 0)
            yield common | {"promotion_id": promotion["id"], "campaign_price": dice.now_and_then(None, price, times=8), "per_buyer": dice.one((None, None, -1, 1, 2, 4)), "floor_price": dice.now_and_then(listed // 2)}  # fmt: skip


def frames(promotions, coupons, lines):
    """Return a world as the engine reads it."""
    sellers = sorted({line["seller_id"] for line in lines})
    return {
        "promotions": shaped(pd.DataFrame([_promotion_cells(p) for p in promotions]), shape_of(PROMOTIONS)),
        "coupons": shaped(pd.DataFrame([_coupon_cells(c) for c in coupons]), shape_of(COUPONS) | {"seller_id": "str", "tool": "str"}),
        "sku_lines": shaped(pd.DataFrame(lines), shape_of(PRODUCTS) | {"seller_id": "str"}),
        "sellers": shaped(pd.DataFrame({"seller_id": sellers}), shape_of(SELLERS)),
        "livestreams": shaped(pd.DataFrame({"stream_id": [f"L {s}" for s in sellers], "seller_id": sellers}), shape_of(LIVESTREAMS)),
        "registration": empty(shape_of(SELLER_SHEET)),
        "run_of_show": empty(shape_of(RUN_OF_SHOW)),
    }  # fmt: skip


def _promotion_cells(row):
    return {**row, **_value_cells("value", row.get("kind"), row.get("value")), **_value_cells("tier2_value", row.get("kind"), row.get("tier2_value")), "kind_of_value": row.get("kind")}  # fmt: skip


def _coupon_cells(row):
    products = row.get("product_ids")
    return {**row, "coupon": row["id"], **_value_cells("value", row["kind"], row["value"]), "kind_of_value": row["kind"], "product_ids": "; ".join(products) if products else None, "applies_to": "Selected products" if products else "Whole shop"}  # fmt: skip


def _value_cells(key, kind, value):
    return {f"{key}_percent" if kind == "Percent off" else f"{key}_money": value}


def items(lines):
    """Return (seller, product, SKU or None) of everything that has a price of its own."""
    return list(dict.fromkeys((line["seller_id"], line["product_id"], line["sku_id"]) for line in lines))


def reaching(item, promotions, coupons, lines):
    """Return the promotions and coupons that reach an item, as the twin wants them: with the line's price and limit."""
    seller, product, sku = item
    own = [x for x in lines if (x["seller_id"], x["product_id"], x["sku_id"]) == item]
    whole = [x for x in lines if sku and (x["seller_id"], x["product_id"], x["sku_id"]) == (seller, product, None)]
    found = []
    for promotion in promotions:
        named = [x for x in own + whole if x["promotion_id"] == promotion["id"]]
        wide = {"All registered SKUs": True, "Seller": promotion.get("which") == seller, "Category": promotion.get("which") == f"Category {seller}", "Livestream": promotion.get("which") == f"L {seller}"}  # fmt: skip
        if named:
            line = min(named, key=lambda x: (x["campaign_price"] is None, x["campaign_price"] or 0))
            limits = [n for n in (line["per_buyer"], promotion.get("per_buyer")) if n and n > 0]
            found.append(
                {**promotion, "price": line["campaign_price"], "limit": min(limits, default=None), "line": line}
            )
        elif wide.get(promotion["applies_to"]):
            found.append({**promotion, "limit": promotion.get("per_buyer")})
    for coupon in coupons:
        aimed = {"New customer": "New", "Repeat customer": "Repeat", "Follower": "Followers"}.get(coupon["type"])
        if coupon["seller_id"] == seller and product in coupon.get("product_ids", [product]):
            found.append({**coupon, "seller_pays": 1, "buyers": coupon.get("buyers") or aimed})
    return found
