"""Faults that come after the price lock: workbooks that differ from it, and changes that cannot be."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

from campaignctl.simulation.books import Book, Row
from campaignctl.simulation.decisions import DECIDED
from campaignctl.simulation.faults.planting import Fault, Planter
from campaignctl.simulation.faults.promotions import QUIET
from campaignctl.simulation.setup import CATEGORY_LEAD, LEAD, OWNER, at
from campaignctl.simulation.world import CODE, FLASH, PRICES

BROKEN = "record/locks/20261117T030000Z-0123456789ab.json"
_OFFERS = ("window", "terms", "funding", "gone", "level")


def prepare(planter: Planter) -> dict[str, int]:
    """Add the promotions that will differ from the lock later; return where they stand."""
    rows = planter.setup.rows["promotions"]
    places = {}
    for name in _OFFERS:
        number = len(rows) + 4
        places[name] = len(rows)
        rows.append({"id": f"{CODE}-{number}", "title": f"Offer {number}", **QUIET})
    return places


def plant(planter: Planter, places: Mapping[str, int], decisions: Book) -> None:
    """Plant the faults against a lock that was taken of the campaign as it stands; ``places`` are those prepared."""
    changes: list[Row] = planter.setup.rows.setdefault("changes", [])
    _changes(planter, changes)
    _lines(planter)
    _promotions(planter, places)
    _streams(planter)
    _decisions(planter, decisions)
    planter.strays[BROKEN] = b'{"schema": 1, "seal": "none", "number": 2}\n'
    planter.faults.append(Fault("LCK401", BROKEN, "", ""))


def _lines(planter: Planter) -> None:
    def change(code: str, cells: Callable[[Row], Row]) -> None:
        book, index, row = planter.take()
        planter.change(code, book, "sku_lines", index, **cells(row))

    change("LCK201", lambda row: {"campaign_price": row["campaign_price"] - Decimal("0.05")})
    change("LCK202", lambda row: {"stock": row["stock"] - 5})
    change("LCK203", lambda _: {"per_buyer": 7})
    change("LCK204", lambda _: {"line": "Withdraw"})
    _expect_less(planter)
    book = planter.registrations[10]
    new = book.rows["sku_lines"][-1]
    ids = {
        "sku_id": f"{new['sku_id'][:-4]}9009",
        "product_id": f"{new['product_id'][:-4]}9009",
        "seller_sku": "AFTER-THE-LOCK",
    }
    planter.add("LCK205", book, "sku_lines", {**new, **ids}, at="promotion_id")
    planter.taken.add((book.file, len(book.rows["sku_lines"]) - 1))


def _expect_less(planter: Planter) -> None:
    """Lower what the shop that withdrew a line is expected to offer: the withdrawal alone is the fault."""
    file = planter.faults[-1].file
    shop = next(book.rows["registration"][0]["seller_id"] for book in planter.registrations if book.file == file)
    seller = next(row for row in planter.setup.rows["sellers"] if row.get("seller_id") == shop)
    seller["sku_target"] -= 1


def _promotions(planter: Planter, places: Mapping[str, int]) -> None:
    setup = planter.setup
    planter.change("LCK206", setup, "promotions", places["window"], starts=at(1))
    planter.change("LCK207", setup, "promotions", places["terms"], per_buyer=9)
    planter.change("LCK208", setup, "promotions", places["funding"], budget=Decimal(250), also=("PRM151",))
    planter.change("LCK209", setup, "promotions", places["gone"], status="Cancelled")
    planter.change("LCK305", setup, "promotions", places["level"], level="Product")


def _streams(planter: Planter) -> None:
    rows = planter.setup.rows["livestreams"]
    planter.change("LCK210", planter.setup, "livestreams", 2, ends=rows[2]["ends"] + timedelta(minutes=30))
    planter.change("LCK211", planter.setup, "livestreams", 3, account="another.account")


def _changes(planter: Planter, changes: list[Row]) -> None:
    def add(code: str, key: str, row: Row, **cells: Any) -> None:
        number = f"C{len(changes) + 1:03d}"
        told = {"number": number, "from_time": at(1, "09:00"), "kind": "SKU terms", "why": "agreed by phone"}
        whole = {**told, **row, "asked_by": OWNER, "approved_by": LEAD, **cells}
        planter.add(code, planter.setup, "changes", whole, at=key)

    add("LCK301", "old", _about(planter, PRICES, "Stock", old="1", rises=10))
    add("LCK302", "approved_by", _about(planter, PRICES, "Stock", rises=5), approved_by=None)
    add("LCK303", "sku_id", {**_about(planter, PRICES, "Stock", rises=5), "sku_id": "1729500000000009999"})
    add("LCK304", "new", _about(planter, PRICES, "Stock", rises=-5))
    add("LCK306", "from_time", _about(planter, FLASH, "Stock", rises=5), from_time=at(0, "20:00"))
    add("LCK307", "from_time", _about(planter, PRICES, "Stock", rises=5), from_time=at(30, "09:00"))
    add("LCK308", "from_time", _about(planter, PRICES, "Stock", rises=5), from_time=at(-9, "09:00"), approved_by=None)
    add("WBK123", "from_time", _about(planter, PRICES, "Stock", rises=5), from_time=at(2))


def _about(planter: Planter, promotion: str, field: str, *, rises: int, old: str | None = None) -> Row:
    """Return the cells of a change of a fresh line's stock."""
    book, _, line = planter.take(promotion)
    seller = book.rows["registration"][0]["seller_id"]
    return {
        "seller_id": seller,
        "sku_id": line["sku_id"],
        "field": field,
        "old": old,
        "new": str(line["stock"] + rises),
    }


def _decisions(planter: Planter, decisions: Book) -> None:
    """Plant faults in the workbook of somebody who decided beside the others."""
    rows = decisions.rows["decisions"]
    own = Book("decisions/second.xlsx", {"decisions": [], "shop_decisions": []})
    planter.decisions += [decisions, own]
    planter.add(
        "LCK101",
        own,
        "decisions",
        {**rows[0], "decision": "Hold", "reason": "Stock", "decided_by": OWNER},
        at="decision",
    )
    planter.add("LCK102", own, "decisions", {**rows[1], "decided_by": "Nobody We Know"}, at="decided_by")
    planter.add(
        "LCK103",
        own,
        "decisions",
        {**rows[2], "sku_id": "1729500000000008888", "decided_by": CATEGORY_LEAD},
        at="decision",
    )
    counter = {"decision": "Counter", "counter_price": rows[3]["campaign_price"] + 9, "reason": "Price"}
    planter.add(
        "LCK104",
        own,
        "decisions",
        {**rows[3], **counter, "decided_on": DECIDED - timedelta(days=1)},
        at="counter_price",
    )
