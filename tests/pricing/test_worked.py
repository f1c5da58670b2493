"""The orders worked by hand: every equation on the page holds, and the engine and its twin give the page's answers."""

import re
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from campaignctl.domain.money import CURRENCIES
from campaignctl.marketplaces.load import load
from campaignctl.pricing.paths import price_paths
from campaignctl.pricing.survey import View

from . import bazaar, shopee
from .twin import TIKTOK_US, Shop
from .worlds import frames, items, reaching

PAGE = (Path(__file__).parent / "worked.md").read_text(encoding="utf-8")
ORDERS = re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
VIEWS = {"worst legal price": View.WORST, "shelf price": View.SHELF, "leanest basket": View.LEANEST}
MARKETS = {"TikTok Shop US": TIKTOK_US, "Shopee VN": shopee.VN, "Bazaar": bazaar.MARKET}
CURRENCY = {"TikTok Shop US": "USD", "Shopee VN": "VND", "Bazaar": "IDR"}
EQUATION = re.compile(r"((?:\(?−?[\d.]+(?: %)?\)? [×÷+−] )+\(?[\d.]+(?: %)?\)?) = (−?[\d.]+)(?: → ([\d.]+))?")
NUMBER = r"[\d.]+"


def table(text, number):
    """Return the n-th table of an order as rows by heading."""
    tables = re.findall(r"(?:^\|.*\n)+", text, flags=re.MULTILINE)
    head, _, *rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in tables[number].splitlines()]  # fmt: skip
    return [dict(zip(head, row, strict=True)) for row in rows]


class Order:
    """One order of the page."""

    def __init__(self, text):
        self.title = text.splitlines()[0]
        facts = next(line for line in text.splitlines() if line.startswith("List price"))
        listed, marketplace, asked, *marks = facts.split(" · ")
        view, who, units = re.fullmatch(r"(.+): (.+), (\d+) units?", asked).groups()
        self.currency = CURRENCY[marketplace]
        self.listed, self.marketplace, self.marks = self.minor(listed.removeprefix("List price ")), marketplace, marks
        self.view, self.audience, self.units = VIEWS[view], who, int(units)
        self.offers, self.working = table(text, 0), table(text, 1)

    def minor(self, text):
        return CURRENCIES[self.currency].minor(Decimal(text)) if text and text != "None" else None

    def answer(self, name):
        """Return what the first unit bears, by the name of a layer or a total."""
        return next((self.minor(row["First unit"]) for row in self.working if row["Layer"] == name), None)

    def sheets(self, profile):
        """Return promotions, coupons and lines as people would have typed them."""
        types = {word: key for key, tool in profile.tools.items() for word in tool.coupon_types}
        promotions, coupons, lines = [], [], []
        for row in self.offers:
            if row["Tool"] in types:
                coupons.append({**self.offer(row), "type": row["Tool"], "tool": types[row["Tool"]], "seller_id": "S-1", "own": True})  # fmt: skip
            else:
                promotions.append({**self.offer(row), "tool": profile.tool_key(row["Tool"]), "applies_to": "All registered SKUs"})  # fmt: skip
                lines.append(self.line(row))
        return promotions, coupons, lines or [self.line({"ID": None})]

    def offer(self, row):
        kind = row["Kind of value"]
        amounts = {key: self.minor(row.get(name, "")) for key, name in (("min_spend", "Min. spend"), ("max_discount", "Max discount"), ("platform_cap", "Platform cap"))}  # fmt: skip
        counts = {key: int(row[name]) if row.get(name) else None for key, name in (("min_quantity", "Min. quantity"), ("tier2_from", "Tier 2 from"))}  # fmt: skip
        times = {key: datetime.fromisoformat(row[name]).replace(tzinfo=UTC) if row.get(name) else default for key, name, default in (("starts", "Starts", datetime(2026, 11, 20, tzinfo=UTC)), ("ends", "Ends", datetime(2026, 11, 26, tzinfo=UTC)))}  # fmt: skip
        shares = {"seller_pays": share(row["Seller pays"])} if row.get("Seller pays") else {}
        return {"id": row["ID"], "kind": kind, "value": self.value(kind, row.get("Value", "")), "tier2_value": self.value(kind, row.get("Tier 2 value", "")), **amounts, **counts, **times, **shares}  # fmt: skip

    def value(self, kind, text):
        return None if not text else share(text) if kind == "Percent off" else self.minor(text)

    def line(self, row):
        sku = None if "product" in self.marks else "S-1 sku"
        return {
            "seller_id": "S-1",
            "product_id": "S-1 product",
            "sku_id": sku,
            "category": None,
            "promotion_id": row["ID"],
            "list_price": self.listed,
            "campaign_price": self.minor(row.get("Campaign price", "")),
            "per_buyer": int(row["Per buyer"]) if row.get("Per buyer") else None,
            "floor_price": self.minor(row.get("Floor price", "")),
            "unit_cost": self.minor(row.get("Unit cost", "")),
        }


def share(text):
    return float(Decimal(text.removesuffix("%").strip()) / 100)


@pytest.fixture(scope="module")
def profiles(tmp_path_factory):
    real = {name: load(name) for name in ("TikTok Shop US", "Shopee VN")}
    return {**real, "Bazaar": bazaar.profile(tmp_path_factory.mktemp("bazaar"))}


@pytest.fixture(params=ORDERS, ids=[text.splitlines()[0] for text in ORDERS])
def order(request):
    return Order(request.param)


def test_the_engine_gives_the_page_s_answer(order, profiles):
    profile = profiles[order.marketplace]
    paths = price_paths(frames(*order.sheets(profile)), profile, order.currency)
    told = paths.segments(order.view)
    (row,) = told[(told["starts"] <= NOON) & (told["ends"] > NOON)].to_dict("records")
    names = {layer.key: layer.name for layer in profile.layers}
    layers = {names[key]: row[f"off_{key}"] for key in paths.layers}
    assert (row["audience"], row["units"], row["unclear"]) == (order.audience, order.units, "unclear" in order.marks)
    assert {name: order.answer(name) for name in layers} == layers
    assert order.answer(profile.layers[0].name) == row["product_price"]
    totals = {"Buyer pays": "pays", "Seller pays": "off_by_seller", "Platform pays": "off_by_platform", "Seller keeps": "kept", "Fees": "fees"}  # fmt: skip
    assert {name: order.answer(name) for name in totals} == {name: row[key] for name, key in totals.items()}
    for name, key in (("Contribution", "contribution"), ("Above floor", "room")):
        if order.answer(name) is not None:
            assert order.answer(name) == row[key]


def test_the_twin_gives_the_page_s_answer(order, profiles):
    promotions, coupons, lines = order.sheets(profiles[order.marketplace])
    (item,) = items(lines)
    shop = Shop(MARKETS[order.marketplace], order.listed, reaching(item, promotions, coupons, lines))
    receipt = {View.WORST: shop.worst, View.SHELF: shop.shelf, View.LEANEST: shop.leanest}[order.view](NOON)
    assert (receipt.audience, receipt.units, receipt.unclear) == (order.audience, order.units, "unclear" in order.marks)
    numbers = (receipt.pays, receipt.seller, receipt.platform, receipt.kept, receipt.fees)
    assert numbers == tuple(order.answer(n) for n in ("Buyer pays", "Seller pays", "Platform pays", "Seller keeps", "Fees"))  # fmt: skip


def test_every_equation_on_the_page_holds():
    found = list(EQUATION.finditer(PAGE))
    assert len(found) > 90
    wrong = [match[0] for match in found if not holds(match)]
    assert wrong == []


def holds(match):
    terms = match[1].replace("×", "*").replace("÷", "/").replace("−", "-")
    exact = eval(re.sub(rf"({NUMBER}) %", r"\1 / 100", re.sub(NUMBER, r"Decimal('\g<0>')", terms).replace(" %", " / 100")), {"Decimal": Decimal})  # noqa: S307 - arithmetic of our own page  # fmt: skip
    said = Decimal(match[2].replace("−", "-"))
    places = Decimal(match[3]).as_tuple().exponent if match[3] else 0
    rounded = not match[3] or said.quantize(Decimal(1).scaleb(places), ROUND_HALF_UP) == Decimal(match[3])
    return exact == said and rounded


def test_an_order_s_parts_add_up(order):
    listed = [order.answer(name) for name in ("Buyer pays", "Seller pays", "Platform pays")]
    assert sum(listed) == order.listed
    assert order.answer("Buyer pays") + order.answer("Platform pays") == order.answer("Seller keeps")
