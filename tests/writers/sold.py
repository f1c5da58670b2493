"""A small campaign with known sums and hostile names, as the page's document."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pandas as pd

from campaignctl.domain.campaign import Campaign, Seller, Target, Window
from campaignctl.domain.document import Document
from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.frames import shaped
from campaignctl.stages.report import ReportInputs, for_dashboard, report

ZONE = ZoneInfo("America/Los_Angeles")
START, END = datetime(2026, 11, 20, tzinfo=ZONE), datetime(2026, 11, 24, tzinfo=ZONE)
SHOPS = {  # id: name, main category, orders a day
    "S-001": ("Glow & Grain", "Beauty", 9),
    "S-002": ("Northpine Home", "Kitchen", 6),
    "S-003": ("Voltbay", "Beauty", 4),
    "S-004": ("Quiet Shop", "Kitchen", 0),
}
HOSTILE = {
    "S-001": ("</script><script>document.title='taken'</script>", "<img src=x onerror=document.title='taken'>", 9),
    "S-002": ("=1+1", "Kitchen & {{7*7}}", 6),
    "S-003": ("A name of two hundred characters " * 6 + "ends", "עברית \u202egnp.exe", 4),
    "S-004": ("bell\x07 \u2028 🎉 ]]> --> ' \" `", "Kitchen & {{7*7}}", 3),
}
CHANNELS = ("LIVE", "Short video", "Product card")
PROMOTIONS = ("P-1", "P-2", None)


def lines(shops: dict = SHOPS, weeks: int = 4) -> pd.DataFrame:
    rows: list[dict[str, object]] = []
    for day in (START.date() + timedelta(days=n) for n in range(-7 * weeks, 4)):
        for shop, (_, _, orders) in shops.items():
            for number in range(orders * (2 if day >= START.date() else 1)):
                rows += _order(shop, day, number)
    return shaped(pd.DataFrame(rows), ORDER_LINES).assign(
        promotion_id=pd.Series([row["promotion_id"] for row in rows], dtype="str")
    )


def _order(shop: str, day: date, number: int) -> list[dict[str, object]]:
    """Return one order; every fourth has a second line that came by another channel."""
    paid = datetime(day.year, day.month, day.day, 9 + number % 12, number, tzinfo=ZONE)
    value = 2_000 + 137 * (number % 7) + 10 * day.day
    line = {
        "seller_id": shop,
        "order_id": f"{shop}{day:%m%d}{number}",
        "sku_id": f"{shop}-{number % 3}",
        "product_id": f"P{shop}{number % 3}",
        "product_name": f"Thing {number % 3} of {shop}",
        "status": "cancelled" if number == 5 else "completed",
        "line_kind": "sale",
        "quantity": 1 + number % 2,
        "subtotal_before_discount": value + 700,
        "seller_discount": 500,
        "platform_discount": 200,
        "subtotal_after_discount": value,
        "order_amount": value,
        "order_refund": 300 if number == 2 else 0,
        "created": paid,
        "paid": paid,
        "created_day": str(day),
        "paid_day": str(day),
        "channel": CHANNELS[number % 3],
        "promotion_id": PROMOTIONS[number % 3],
        "file": "exports/orders.csv",
        "row": number + 2,
    }
    other = {**line, "channel": CHANNELS[(number + 1) % 3], "sku_id": f"{shop}-9", "order_refund": 0}
    return [line, other] if number % 4 == 0 else [line]


STOCK = 400
"""Units that each shop keeps of each of its SKUs in ``told_more``."""


def told_more() -> dict[str, object]:
    """What an estimate and sell-through need beside the plain report: ten weeks of orders, and stock that was kept."""
    kept = [(shop, f"{shop}-{number}", category) for shop, (_, category, _) in SHOPS.items() for number in (0, 1, 2, 9)]
    registered = pd.DataFrame(kept, columns=["seller_id", "sku_id", "category"]).astype("str")
    return {
        "order_lines": lines(weeks=10),
        "registered": registered.assign(product_id=pd.NA, stock=STOCK, campaign_price=pd.NA),
    }


def campaign(shops: dict = SHOPS) -> Campaign:
    return Campaign(
        name="Lantern Week",
        code="LW",
        marketplace="tiktok_shop/us",
        zone="America/Los_Angeles",
        currency="USD",
        window=Window(START, END),
        baseline_from=date(2026, 10, 23),
        baseline_to=date(2026, 11, 19),
        targets=(Target("Campaign", "", "GMV", 400_000), Target("Category", "Beauty", "GMV", 200_000)),
        sellers=tuple(
            Seller(key, name, category, "Growth", "Campaign", 100_000) for key, (name, category, _) in shops.items()
        ),
    )


def whole(shops: dict = SHOPS, **changes: object) -> Document:
    """The report itself."""
    plain: dict[str, object] = {
        "campaign": campaign(shops),
        "as_of": datetime(2026, 12, 2, 9, tzinfo=ZONE),
        "order_lines": lines(shops),
        "marketplace": "TikTok Shop US",
    }
    return report(ReportInputs(**{**plain, **changes}))


def document(shops: dict = SHOPS, **changes: object) -> Document:
    """What the page shows of it."""
    return for_dashboard(whole(shops, **changes))
