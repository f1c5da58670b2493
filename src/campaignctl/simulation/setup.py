"""What the team of the invented campaign would have typed into its set-up workbook."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from campaignctl.simulation.books import SETUP_FILE, Book, Row
from campaignctl.simulation.causes import EVENT
from campaignctl.simulation.names import PEOPLE, SHOPS
from campaignctl.simulation.world import CODE, DAYS, ENTRY, FLASH, NAME, PRICES, STARTS, WEEKEND, Shop, World

LAST_MINUTE = timedelta(minutes=-1)
EXPECTED_LIFT = 1.85
"""What the team expects the campaign to make of a shop's orders."""
_OF_A_DAY = 0.35
"""What a livestream is expected to sell of what its shop sells on that day."""
OWNER, CATEGORY_LEAD, PRODUCER, FINANCE, LEAD = (name for name, _team in PEOPLE[:5])


def at(day: int, clock: str = "00:00") -> datetime:
    """Return a local time, counted in days from the campaign's first."""
    hours, minutes = (int(part) for part in clock.split(":"))
    return STARTS + timedelta(days=day, hours=hours, minutes=minutes)


def setup_book(world: World) -> Book:
    """Return the set-up workbook of the world, filled without a fault."""
    rows: dict[str, list[Row]] = {
        "campaign": [_campaign(world)],
        "targets": _targets(world),
        "promotions": _promotions(world),
        "sellers": _sellers(world),
        "timeline": _timeline(),
        "livestreams": streams(world.shops),
        "contacts": _contacts(),
        **({"changes": events} if (events := _events(world)) else {}),
    }
    return Book(SETUP_FILE, rows)


def _campaign(world: World) -> Row:
    return {
        "name": NAME,
        "code": CODE,
        "kind": "Season sale",
        "starts": at(0),
        "ends": at(DAYS) + LAST_MINUTE,
        "registration_opens": at(-42, "09:00"),
        "registration_closes": at(-8, "18:00"),
        "price_lock": at(-4, "18:00"),
        "platform_budget": Decimal(sum(row.get("budget", 0) for row in _promotions(world))),
        "owner": OWNER,
        "approver": LEAD,
        "reply_to": "deals@market.example",
        "cost_centre": "CC-410",
        "week_starts_on": "Monday",
    }


def _targets(world: World) -> list[Row]:
    per_category: dict[str, float] = {}
    for shop in world.shops:
        per_category[shop.category] = per_category.get(shop.category, 0) + _expected(shop)
    rounded = {category: round(value, -2) for category, value in sorted(per_category.items())}
    total = sum(rounded.values())
    rows: list[Row] = [{"level": "Campaign", "metric": "GMV", "target": total, "owner": OWNER}]
    rows += [
        {"level": "Category", "name": category, "metric": "GMV", "target": value, "owner": CATEGORY_LEAD}
        for category, value in rounded.items()
    ]
    rows.append(
        {"level": "Campaign", "metric": "Registered sellers", "target": len(world.shops), "owner": CATEGORY_LEAD}
    )
    return rows


def _expected(shop: Shop) -> float:
    """Return what the team expects of a shop, in dollars."""
    return shop.orders_a_day * EXPECTED_LIFT * 1.2 * DAYS * shop.spend / 100


def _promotions(world: World) -> list[Row]:
    whole = {"starts": at(0), "ends": at(DAYS) + LAST_MINUTE}
    nominated = {"level": "Variation", "applies_to": "Nominated SKUs", "kind_of_value": "Seller's price"}
    shops = len(world.shops)
    return [
        {"id": PRICES, "title": "Harvest prices", "tool": "Product discount", **nominated, **whole, **_paid(1), "owner": CATEGORY_LEAD},
        {"id": FLASH, "title": "Opening night flash", "tool": "Flash deal", **nominated, "starts": at(0, "18:00"), "ends": at(1) + LAST_MINUTE, **_paid("0.7", _needed(world, FLASH, 0.3)), "per_buyer": 2, "owner": CATEGORY_LEAD},
        {"id": WEEKEND, "title": "Weekend flash", "tool": "Flash deal", **nominated, "starts": at(1), "ends": at(3) + LAST_MINUTE, **_paid("0.7", _needed(world, WEEKEND, 0.3)), "per_buyer": 2, "owner": CATEGORY_LEAD},
        {"id": ENTRY, "title": "Harvest campaign price", "tool": "Campaign price", **nominated, **whole, **_paid("0.8", _needed(world, ENTRY, 0.2)), "min_discount": Decimal("0.1"), "min_stock": 100, "owner": OWNER},
        {"id": f"{CODE}-05", "title": "Ten percent for everyone", "tool": "Platform coupon", "level": "Shop", "applies_to": "All registered SKUs", "kind_of_value": "Percent off", "value": Decimal("0.1"), **whole, **_paid(0, 1250 * shops), "min_spend": Decimal(25), "per_buyer": 1, "quantity": 150 * shops, "max_discount": Decimal(8), "owner": FINANCE},
        {"id": f"{CODE}-06", "title": "Shared five dollars", "tool": "Co-funded coupon", "level": "Shop", "applies_to": "All registered SKUs", "kind_of_value": "Amount off", "value": Decimal(5), "starts": at(2), "ends": at(4) + LAST_MINUTE, **_paid("0.5", 600 * shops), "min_spend": Decimal(40), "per_buyer": 1, "quantity": 200 * shops, "owner": FINANCE},
        {"id": f"{CODE}-07", "title": "LIVE only serum price", "tool": "LIVE flash deal", "level": "Variation", "applies_to": "Livestream", "which": f"{CODE}-L01", "kind_of_value": "Percent off", "value": Decimal("0.35"), "starts": at(1, "19:30"), "ends": at(1, "19:50"), **_paid(1), "per_buyer": 1, "quantity": 200, "owner": PRODUCER},
    ]  # fmt: skip


def _needed(world: World, promotion: str, share: float) -> int:
    """Return a budget, in dollars, that pays the platform's share of all that is promised for a promotion."""
    promised = [sku for shop in world.shops for sku in shop.skus if sku.promotion == promotion]
    cents = sum((sku.listed - sku.campaign_price) * sku.stock for sku in promised) * share
    return 500 * (int(cents * 1.05) // 50_000 + 1)


def _paid(seller: Any, budget: int | None = None) -> Row:
    return {"seller_pays": Decimal(str(seller)), **({"budget": Decimal(budget)} if budget else {})}


def _sellers(world: World) -> list[Row]:
    return [*(_seller(shop) for shop in world.shops), *(_comparison(shop) for shop in world.comparison)]


def _seller(shop: Shop) -> Row:
    at_first = shop.number <= len(SHOPS)
    target = shop.orders_a_day * EXPECTED_LIFT * DAYS * 42 if at_first else _expected(shop)
    number = shop.number - 1
    return {
        **_about(shop),
        "wave": 1 + number % 2,
        "reply": "Accepted",
        "gmv_target": Decimal(round(target, -2)),
        "sku_target": max(1, len(shop.skus) - 1),
        "shop_score": Decimal(str(round(3.8 + (number * 7 % 11) / 10, 1))),
        "violations": number % 2,
        "score_as_of": at(-5).date(),
        "role": "Campaign",
    }


def _comparison(shop: Shop) -> Row:
    """Return the row of a shop that is not asked for anything: the lift is measured against it."""
    return {**_about(shop), "role": "Comparison"}


def _about(shop: Shop) -> Row:
    return {
        "seller_id": shop.seller_id,
        "shop_name": shop.name,
        "category": shop.category,
        "tier": shop.tier,
        "account_manager": shop.account_manager,
        "contact_name": shop.contact,
        "contact_email": f"{shop.seller_id.lower()}@shops.example",
        "language": "en",
    }


def _events(world: World) -> list[Row]:
    """Return what the sheet Changes says of events: they change no terms and explain a curve."""
    return [
        {
            "number": cause.other,
            "from_time": cause.starts,
            "kind": "Event",
            "seller_id": cause.seller,
            "why": cause.words,
            "asked_by": OWNER,
            "approved_by": LEAD,
        }
        for cause in world.causes
        if cause.kind == EVENT
    ]


def _timeline() -> list[Row]:
    tasks = (
        ("T01", "Agree scope and budget", "Scoping", OWNER, 5, "L-50d", "", None, (-70, -66)),
        ("T02", "Invite sellers", "Recruitment", CATEGORY_LEAD, 10, "L-42d", "T01", None, (-58, -45)),
        ("T03", "Collect registrations", "Registration", CATEGORY_LEAD, 20, "", "T02", at(-8, "18:00"), (-44, -9)),
        ("T04", "Check prices and stock", "Pricing", OWNER, 3, "", "T03", None, (-10, -8)),
        ("T05", "Price lock", "Pricing", OWNER, 0, "", "T04", at(-4, "18:00"), ()),
        ("T06", "Key in promotions", "Promotion set-up", OWNER, 2, "L-4d", "T05", at(-1, "12:00"), ()),
        ("T07", "Rehearse the opening livestream", "Livestream", PRODUCER, 1, "L-2d", "T05", None, ()),
        ("T08", "Final report", "Reporting", FINANCE, 3, "2026-11-30", "T06", None, ()),
    )
    return [
        {"id": id_, "task": task, "workstream": stream, "owner": owner, "duration": days, "start": start or None, "predecessors": before or None, "deadline": due, **_progress(done), **_gate(days)}
        for id_, task, stream, owner, days, start, before, due, done in tasks
    ]  # fmt: skip


def _progress(days: tuple[int, ...]) -> Row:
    """Return how far a task was at the hour at which the demo is looked at: done between two days, or not begun."""
    if not days:
        return {"complete": Decimal(0)}
    return {"complete": Decimal(1), "actual_start": at(days[0]).date(), "actual_finish": at(days[1]).date()}


def _gate(days: int) -> Row:
    return {"milestone": days == 0, **({"approver": LEAD} if days == 0 else {})}


def streams(shops: Sequence[Shop]) -> list[Row]:
    """Return the planned livestreams: two evenings for every shop that goes live."""
    rows: list[Row] = []
    for shop in (shop for shop in shops if shop.live):
        handle = "".join(c for c in shop.name.lower() if c.isalnum())
        for evening in (0, 3):
            number = len(rows) + 1
            start = at(evening + (number % 2), "19:00")
            rows.append(
                {
                    "stream_id": f"{CODE}-L{number:02d}",
                    "title": f"{shop.name} evening {evening // 3 + 1}",
                    "kind": "Seller LIVE",
                    "seller_id": shop.seller_id,
                    "account": f"{handle}.live",
                    "host": f"Host {number:02d}",
                    "starts": start,
                    "ends": start + timedelta(hours=2),
                    "place": f"Studio {number}",
                    "producer": PRODUCER,
                    "status": "Confirmed",
                    "gmv_target": stream_target(shop),
                    "promotion_ids": f"{CODE}-07" if number == 1 else None,
                }
            )
    return rows


def stream_target(shop: Shop) -> Decimal:
    """Return what the team expects of one stream of a shop: a part of the shop's day, in dollars."""
    return Decimal(round(_expected(shop) / DAYS * _OF_A_DAY, -1))


def _contacts() -> list[Row]:
    return [
        {
            "name": name,
            "email": f"{name.split()[0].lower()}@market.example",
            "team": team,
            "receives": "Brief; Go/no-go; Alerts" if name in (OWNER, LEAD) else "Brief; Weekly",
        }
        for name, team in PEOPLE
    ]
