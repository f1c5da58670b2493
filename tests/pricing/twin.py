"""The oracle of the price engine: one order after another in plain Python, in the marketplace's own terms.

It knows nothing of the engine. Promotions and coupons are the rows that people type (blank is absent), a market is
written down by hand below, and every question is answered by trying: every moment, every audience, every basket.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from fractions import Fraction
from functools import cache
from math import ceil


@dataclass(frozen=True)
class Market:
    """A marketplace as its help pages would put it: layers in order, what each tool is, and who is who."""

    layers: tuple  # (layer, "by rank" | "lowest price" | "best one" | "all")
    tools: dict  # tool -> {layer, rank?, adds?, only_for?, repeats?, group?}
    audiences: tuple  # names; the first is anyone
    buyers: dict = field(default_factory=dict)  # word of the Buyers column -> audience
    live: str = ""  # the audience that watches livestreams
    fee: Fraction = Fraction(0)  # of gross sales less what the seller pays
    rounding: str = "half up"
    live_and_platform: str = "meet"  # or "unclear", or "apart"
    same_tool: str = "unclear"  # or "clear"
    decimals: int = 2


TIKTOK_US = Market(
    layers=(
        ("product_price", "by rank"),
        ("tiers", "best one"),
        ("seller_coupon", "best one"),
        ("platform_coupon", "best one"),
    ),
    tools={
        "live_flash_deal": {"layer": "product_price", "rank": 1, "only_for": "LIVE viewer"},
        "campaign_price": {"layer": "product_price", "rank": 2},
        "flash_deal": {"layer": "product_price", "rank": 3},
        "product_discount": {"layer": "product_price", "rank": 4},
        "buy_more_save_more": {"layer": "tiers"},
        "seller_coupon": {"layer": "seller_coupon"},
        "follower_coupon": {"layer": "seller_coupon", "adds": True, "only_for": "Follower"},
        "target_coupon": {"layer": "seller_coupon"},
        "platform_coupon": {"layer": "platform_coupon"},
        "co_funded_coupon": {"layer": "platform_coupon"},
        "gift_with_purchase": {"layer": None},
        "shipping_discount": {"layer": None},
    },
    audiences=(
        "Anyone",
        "LIVE viewer",
        "Follower",
        "New customer",
        "Repeat buyer",
        "Recent buyer",
        "Frequent buyer",
        "Lapsed buyer",
    ),
    buyers={
        "New": "New customer",
        "Followers": "Follower",
        "New followers": "Follower",
        "Repeat": "Repeat buyer",
        "Recent": "Recent buyer",
        "Lapsed": "Lapsed buyer",
    },
    live="LIVE viewer",
    fee=Fraction(1, 100),
    live_and_platform="unclear",
)


@dataclass(frozen=True)
class Receipt:
    """The first unit of an order, in minor units: what was paid for it, who paid the rest, what is left."""

    listed: int
    product_price: int
    cuts: dict  # layer -> what it took off
    pays: int
    seller: int
    platform: int
    kept: int
    fees: int
    units: int
    audience: str
    promotions: tuple
    price_by: str | None
    unclear: bool
    reached: frozenset = frozenset()  # (layer, threshold) of every minimum spend that the basket reaches


def part(amount: int, rate: Fraction, how: str = "half up") -> int:
    """A part of an amount, in whole minor units."""
    whole, rest = divmod(amount * rate.numerator, rate.denominator)
    twice = 2 * rest
    if how == "half up":
        return whole + (twice >= rate.denominator)
    if how == "half even":
        return whole + (twice > rate.denominator or (twice == rate.denominator and whole % 2 == 1))
    return whole if how == "down" else whole + (rest > 0)


@cache
def exact(rate) -> Fraction:
    return Fraction(str(rate))


class Shop:
    """One seller's SKU in one campaign: what reaches it, and what any order of it comes to.

    Promotions stand in an order that decides between offers worth the same: the marketplace's rank, then the one that
    costs the seller more, then the sheet.
    """

    def __init__(self, market: Market, listed: int, promotions: list[dict]) -> None:
        self.market = market
        self.listed = listed
        self.promotions = sorted(
            (p for p in promotions if self._is_one(p)),
            key=lambda p: (self.tool(p).get("rank", 10**6), -seller_share(p)),
        )
        self._seen = {p["id"]: self._seeing(p) for p in self.promotions}
        self._baskets: dict = {}

    def tool(self, promotion: dict) -> dict:
        return self.market.tools[promotion["tool"]]

    def _is_one(self, promotion: dict) -> bool:
        starts, ends = used(promotion)
        if not promotion.get("own") and (starts is None or ends is None or starts >= ends):
            return False
        basket = dict(self.market.layers).get(self.tool(promotion)["layer"]) in {"best one", "all"}
        bundle = promotion.get("kind") == "Fixed price" and promotion.get("min_quantity") is not None
        return not basket or bundle or promotion.get("kind") in {"Percent off", "Amount off"}

    def window(self) -> tuple[datetime, datetime] | None:
        campaign = [used(p) for p in self.promotions if not p.get("own")]
        return (min(s for s, _ in campaign), max(e for _, e in campaign)) if campaign else None

    def moments(self) -> list[datetime]:
        """Every moment at which something starts or ends while the campaign's promotions last."""
        first, last = self.window()
        ends = {moment for p in self.promotions for moment in used(p) if moment is not None}
        return sorted({first, last} | {moment for moment in ends if first <= moment <= last})

    def running(self, moment: datetime, audience: str) -> list[dict]:
        return [p for p in self.promotions if runs(p, moment) and audience in self._seen[p["id"]]]

    def _seeing(self, promotion: dict) -> set[str]:
        """Who gets a promotion: every audience that meets all its conditions, else whoever meets one."""
        market, demands = self.market, set()
        if only := self.tool(promotion).get("only_for"):
            demands.add(only)
        if (buyers := promotion.get("buyers")) in market.buyers:
            demands.add(market.buyers[buyers])
        shown = promotion.get("shown_in") or "Everywhere"
        on_stream = shown == "Everywhere" and promotion.get("applies_to") == "Livestream"
        if market.live and (shown == "LIVE" or on_stream):
            demands.add(market.live)
        return demands or set(market.audiences)  # no audience here is two things at once

    def is_live(self, promotion: dict) -> bool:
        return self._seen[promotion["id"]] == {self.market.live}

    def unit(self, running: list[dict]) -> tuple[int, dict | None, bool]:
        """The price of one unit before anything is taken off a basket, who set it, and whether that is unclear."""
        price, setter, unclear = self.listed, None, False
        for layer, combine in self.market.layers:
            if combine not in {"by rank", "lowest price"}:
                continue
            offers = []
            for promotion in running:
                asked = self.asked(promotion, price)
                if self.tool(promotion)["layer"] == layer and asked is not None and 0 <= asked < price:
                    rank = self.tool(promotion).get("rank", 10**6) if combine == "by rank" else 0
                    offers.append((rank, asked, promotion))
            if offers:
                _, asked, promotion = min(offers, key=lambda offer: offer[:2])
                alike = sum(p["tool"] == promotion["tool"] for _, _, p in offers)
                unclear = unclear or (alike > 1 and self.market.same_tool == "unclear")
                price, setter = asked, promotion
        return price, setter, unclear

    def asked(self, promotion: dict, price: int) -> int | None:
        kind, value = promotion.get("kind"), promotion.get("value")
        if kind == "Percent off" and value is not None:
            return max(price - part(price, exact(value), self.market.rounding), 0)
        if kind == "Amount off" and value is not None:
            return max(price - value, 0)
        return value if kind == "Fixed price" and value is not None else promotion.get("price")

    def order(self, running: list[dict], units: int, audience: str = "") -> Receipt:
        """Buy ``units`` units while ``running`` promotions are seen."""
        market = self.market
        price, setter, unclear = self.unit(running)
        off = self.listed - price
        seller_unit = part(off, seller_share(setter)) if setter else 0
        seller_basket = 0
        if setter and setter.get("platform_cap") is not None:
            seller_basket += max((off - seller_unit) * units - setter["platform_cap"], 0)
        live_price = bool(setter and market.live and self.is_live(setter))
        total, names, cuts, reached = price * units, [setter["id"]] if setter else [], {}, set()
        for layer, combine in market.layers:
            if combine in {"by rank", "lowest price"}:
                continue
            offers = [p for p in running if self.tool(p)["layer"] == layer]
            reached |= {(layer, s) for p in offers for s in spends(p, market) if total >= s}
            if live_price and market.live_and_platform == "apart":
                offers = [p for p in offers if seller_share(p) == 1]
            before = dearest(price * units - total, units)
            for promotion, amount in taken(offers, combine, total, units, market):
                total -= amount
                seller_basket += seller_part(promotion, amount)
                names.append(promotion["id"])
                if live_price and seller_share(promotion) < 1 and market.live_and_platform == "unclear":
                    unclear = True
            cuts[layer] = dearest(price * units - total, units) - before
        pays = price - dearest(price * units - total, units)
        seller = seller_unit + dearest(seller_basket, units)
        gross = self.listed * units - (seller_unit * units + seller_basket)
        fees = dearest(part(gross, market.fee), units)
        kept = self.listed - seller
        return Receipt(self.listed, price, cuts, pays, seller, kept - pays, kept, fees, units, audience, tuple(names), setter["id"] if setter else None, unclear, frozenset(reached))  # fmt: skip

    def baskets(self, moment: datetime, audience: str) -> list[Receipt]:
        """One unit; as many as a tier or coupon asks for; the fewest that reach each minimum spend; within the limit."""
        running = self.running(moment, audience)
        key = tuple(p["id"] for p in running)  # who and when matter only through what is running
        if key not in self._baskets:
            self._baskets[key] = self._tried(running)
        return [replace(receipt, audience=audience) for receipt in self._baskets[key]]

    def _tried(self, running: list[dict]) -> list[Receipt]:
        _, setter, _ = self.unit(running)
        layers = {layer for layer, combine in self.market.layers if combine in {"best one", "all"}}
        counts = {1} | {count for p in running if self.tool(p)["layer"] in layers for count in units_asked(p)}
        receipts, so_far = [], set()
        for number in range(1, ((setter or {}).get("limit") or 10) + 1):
            receipt = self.order(running, number)
            if number in counts or receipt.reached - so_far:
                receipts.append(receipt)
            so_far |= receipt.reached
        return receipts

    def worst(self, moment: datetime) -> Receipt:
        return self._least(moment, lambda r: (r.pays, r.kept))

    def leanest(self, moment: datetime) -> Receipt:
        return self._least(moment, lambda r: (r.kept, r.pays))

    def _least(self, moment: datetime, measure) -> Receipt:
        audiences = self.market.audiences
        every = [receipt for audience in audiences for receipt in self.baskets(moment, audience)]
        return min(every, key=lambda r: (*measure(r), audiences.index(r.audience), r.units))

    def shelf(self, moment: datetime) -> Receipt:
        anyone = self.market.audiences[0]
        return self.order(self.running(moment, anyone), 1, anyone)

    def beside(self, moment: datetime) -> set[str]:
        return {p["id"] for p in self.promotions if runs(p, moment) and self.tool(p)["layer"] is None}


def dearest(total: int, units: int) -> int:
    """What the first unit bears when a sum is dealt out to equal units: cents that do not divide go to the first."""
    shares = [total // units] * units
    for place in range(total % units):
        shares[place] += 1
    return shares[0]


def seller_share(promotion: dict) -> Fraction:
    return exact(1 if promotion.get("seller_pays") is None else promotion["seller_pays"])


def seller_part(promotion: dict, amount: int) -> int:
    agreed = part(amount, seller_share(promotion))
    cap = promotion.get("platform_cap")
    return agreed if cap is None else max(agreed, amount - cap)


def used(promotion: dict) -> tuple[datetime | None, datetime | None]:
    """When it can be used; None is open."""
    starts = promotion.get("starts") or promotion.get("claim_starts")
    ends = promotion.get("ends") or promotion.get("claim_ends")
    if promotion.get("valid_days"):
        last = promotion.get("claim_ends") or promotion.get("ends")
        ends = last + timedelta(days=promotion["valid_days"]) if last else None
    return starts, ends


def runs(promotion: dict, moment: datetime) -> bool:
    starts, ends = used(promotion)
    return (starts is None or starts <= moment) and (ends is None or moment < ends)


def steps(promotion: dict, market: Market) -> list[tuple[int, int, object]]:
    """(units, spend, value) of tier 1 and tier 2."""
    units, spend = promotion.get("min_quantity"), promotion.get("min_spend") or 0
    found = [(units or 1, spend, promotion["value"])]
    if promotion.get("tier2_from") is not None and promotion.get("tier2_value"):
        if units is not None:
            found.append((ceil(promotion["tier2_from"]), spend, promotion["tier2_value"]))
        else:
            found.append((1, round(promotion["tier2_from"] * 10**market.decimals), promotion["tier2_value"]))
    return found


def spends(promotion: dict, market: Market) -> list[int]:
    return [spend for _, spend, _ in steps(promotion, market) if spend]


def units_asked(promotion: dict) -> list[int]:
    second = (
        promotion.get("tier2_from")
        if promotion.get("min_quantity") is not None and promotion.get("tier2_value")
        else None
    )
    return [count for count in (promotion.get("min_quantity"), ceil(second) if second else None) if count]


def worth(promotion: dict, basket: int, left: int, units: int, market: Market) -> int:
    """What a coupon or tier takes off ``left`` when thresholds are measured on ``basket``."""
    off = 0
    for least_units, spend, value in steps(promotion, market):
        if units < least_units or basket < spend:
            continue
        if promotion["kind"] == "Percent off":
            off = part(left, exact(value), market.rounding)
            continue
        times = 1
        if market.tools[promotion["tool"]].get("repeats"):
            times = units // least_units if least_units > 1 else basket // spend if spend else 1
        if promotion["kind"] == "Fixed price":  # of a bundle: its units for this price together
            off = max(left * least_units * times // units - value * times, 0)
            continue
        off = value * times
    if promotion.get("max_discount") is not None:
        off = min(off, promotion["max_discount"])
    if seller_share(promotion) == 0 and promotion.get("platform_cap") is not None:
        off = min(off, promotion["platform_cap"])
    return min(off, left)


def taken(offers: list[dict], combine: str, basket: int, units: int, market: Market) -> list[tuple[dict, int]]:
    """Which offers of a layer take how much off."""
    if combine == "all":
        return together(offers, basket, units, market)
    found, left = [], basket
    for adds in (False, True):
        rivals = [p for p in offers if bool(market.tools[p["tool"]].get("adds")) is adds]
        if rivals:
            best = max(rivals, key=lambda p: worth(p, basket, left, units, market))
            amount = worth(best, basket, left, units, market)
            left -= amount
            found += [(best, amount)] if amount else []
    return found


def together(offers: list[dict], basket: int, units: int, market: Market) -> list[tuple[dict, int]]:
    """All of a layer count, but of one group only the best."""
    best: dict = {}
    for promotion in offers:
        group = market.tools[promotion["tool"]].get("group") or promotion["id"]
        amount = worth(promotion, basket, basket, units, market)
        if amount and (group not in best or amount > best[group][1]):
            best[group] = (promotion, amount)
    found, left = [], basket
    for promotion in offers:
        if any(promotion is chosen for chosen, _ in best.values()):
            amount = min(next(a for chosen, a in best.values() if chosen is promotion), left)
            left -= amount
            found += [(promotion, amount)] if amount else []
    return found
