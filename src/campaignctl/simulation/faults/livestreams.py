"""Faults in livestreams, their run of show, and the slots that sellers offer."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from campaignctl.simulation.books import Row
from campaignctl.simulation.faults.planting import Planter
from campaignctl.simulation.faults.promotions import QUIET
from campaignctl.simulation.setup import PRODUCER, at, streams
from campaignctl.simulation.world import CODE, PRICES

SELLER = "S-004"
LIVE_DEAL = f"{CODE}-07"


def plant(planter: Planter) -> None:
    """Plant one fault for each rule on livestreams."""
    planter.setup.rows.setdefault("run_of_show", [])
    _streams(planter)
    _double_bookings(planter)
    _shows(planter)
    _promises(planter)
    _slots(planter)


def _stream(planter: Planter, **cells: Any) -> Row:
    """Return a stream that meets no other one: an account, a host and a room of its own, at an hour of its own."""
    number = len(planter.setup.rows["livestreams"]) + 1
    added = number - len(streams(planter.world.shops))
    starts = at(2 + added // 13, "06:00") + timedelta(hours=added % 13)
    sound = {
        "stream_id": f"{CODE}-L{number:02d}",
        "title": f"Stream {number}",
        "kind": "Seller LIVE",
        "seller_id": SELLER,
        "account": f"account.{number}",
        "host": f"Guest {number:02d}",
        "starts": starts,
        "ends": starts + timedelta(minutes=50),
        "place": f"Room {number}",
        "producer": PRODUCER,
        "status": "Confirmed",
    }
    return {**sound, **cells}


def _on_air(planter: Planter, **cells: Any) -> Row:
    """Add a sound stream and return its row."""
    stream = _stream(planter, **cells)
    planter.setup.rows["livestreams"].append(stream)
    return stream


def _add(planter: Planter, code: str, key: str, also: tuple[str, ...] = (), **cells: Any) -> None:
    planter.add(code, planter.setup, "livestreams", _stream(planter, **cells), at=key, also=also)


def _deal(planter: Planter, stream: Row, minute: int = 0, **cells: Any) -> str:
    """Add a LIVE deal of a stream, twenty minutes long, and return its ID; the stream names it."""
    number = len(planter.setup.rows["promotions"]) + 4
    starts = stream["starts"] + timedelta(minutes=minute)
    deal = {
        **QUIET,
        "id": f"{CODE}-{number}",
        "title": f"Offer {number}",
        "tool": "LIVE flash deal",
        "applies_to": "Livestream",
        "which": stream["stream_id"],
        "starts": starts,
        "ends": starts + timedelta(minutes=20),
        "quantity": 50,
    }
    planter.setup.rows["promotions"].append({**deal, **cells})
    stream["promotion_ids"] = f"{CODE}-{number}"
    return f"{CODE}-{number}"


def _streams(planter: Planter) -> None:
    _add(planter, "LIV101", "ends", ends=at(1))
    _add(planter, "LIV102", "starts", starts=at(-9, "19:00"), ends=at(-9, "20:00"))
    _add(planter, "LIV103", "ends", starts=at(4, "05:00"), ends=at(5, "06:00"), seller_id="S-008")
    _add(planter, "LIV104", "stream_id", stream_id=f"{CODE}-L02")
    _add(planter, "LIV105", "seller_id", seller_id="S-404")
    _add(planter, "LIV106", "seller_id", seller_id="S-010")
    for index in (6, 7):  # the evenings of the shop that is excluded
        planter.note("LIV106", planter.setup, "livestreams", "seller_id", index)
    _add(planter, "LIV107", "producer", producer="Nobody Known")
    _add(planter, "LIV108", "backup_host", kind="Official LIVE")
    _add(planter, "LIV109", "backup_host", host="Lone Wolf", backup_host="Lone Wolf")
    _add(planter, "LIV110", "promotion_ids", promotion_ids=f"{CODE}-X99")
    _add(planter, "LIV111", "promotion_ids")
    _deal(planter, planter.setup.rows["livestreams"][-1], minute=-120)
    _add(planter, "LIV112", "promotion_ids", promotion_ids=f"{CODE}-05")
    at_once: Row = {"starts": at(1, "19:00"), "ends": at(1, "20:00"), "seller_id": "S-006"}
    _add(planter, "LIV113", "promotion_ids", promotion_ids=LIVE_DEAL, **at_once)
    _add(planter, "LIV114", "samples_due", samples_due=at(6).date())
    _add(planter, "LIV115", "samples_arrived", samples_due=at(-10).date())
    planter.setup.rows["livestreams"][0]["room_id"] = "7529500011223344501"
    _add(planter, "LIV116", "room_id", room_id="7529500011223344501")
    _add(planter, "LIV117", "ads_budget", gmv_target=Decimal(900), ads_budget=Decimal(5000))
    target = {"level": "Campaign", "metric": "Livestreams", "target": 500}
    planter.add("LIV118", planter.setup, "targets", target, at="target")


def _double_bookings(planter: Planter) -> None:
    first, second, third, fourth = planter.setup.rows["livestreams"][:4]
    _add(planter, "LIV201", "host", host=first["host"], **_during(first), seller_id="S-002")
    _add(planter, "LIV202", "account", account=third["account"], **_during(third), seller_id="S-003")
    _add(planter, "LIV203", "place", place=second["place"], **_during(second), seller_id="S-005")
    _add(planter, "LIV204", "starts", **_during(second), seller_id="S-001")
    _add(planter, "LIV205", "backup_host", backup_host=fourth["host"], **_during(fourth), seller_id="S-009")


def _during(stream: Row) -> Row:
    """Return half an hour in the middle of a stream."""
    starts = stream["starts"] + timedelta(minutes=30)
    return {"starts": starts, "ends": starts + timedelta(minutes=30)}


def _segment(planter: Planter, code: str, key: str, also: tuple[str, ...] = (), **cells: Any) -> None:
    """Add a segment that is wrong, in a stream of its own unless ``cells`` name one."""
    if "stream_id" not in cells:
        cells["stream_id"] = _on_air(planter)["stream_id"]
    row = {"order": 1, "minutes": 10, "segment": "Product", **cells}
    planter.add(code, planter.setup, "run_of_show", row, at=key, also=also)


def _sku(planter: Planter, seller: str = SELLER, **cells: Any) -> str:
    """Register one more SKU of a shop and return its ID."""
    book, row = planter.fresh(PRICES, shop=int(seller[2:]) - 1, **cells)
    book.rows["sku_lines"].append(row)
    planter.taken.add((book.file, len(book.rows["sku_lines"]) - 1))
    return str(row["sku_id"])


def _shows(planter: Planter) -> None:
    talk: Row = {"segment": "Q&A"}
    _segment(planter, "LIV301", "stream_id", **talk, stream_id=f"{CODE}-LX9")
    stream = _on_air(planter)["stream_id"]
    planter.setup.rows["run_of_show"].append({"stream_id": stream, "order": 1, "minutes": 5, **talk})
    _segment(planter, "LIV302", "order", **talk, stream_id=stream)
    _segment(planter, "LIV303", "minutes", **talk, minutes=90)
    _segment(planter, "LIV304", "sku_id", sku_id="1729599911223344501")
    _segment(planter, "LIV305", "sku_id", sku_id=_sku(planter, "S-002"))
    _segment(planter, "LIV310", "must_say", segment="Giveaway")
    _segment(planter, "LIV311", "cue", **talk, cue="Nobody Known")
    book = planter.registrations[int(SELLER[2:]) - 1]
    _segment(planter, "LIV315", "sku_id", sku_id=_sku(planter, stock=0))
    planter.note("SKU302", book, "sku_lines", "stock", len(book.rows["sku_lines"]) - 1)


def _promises(planter: Planter) -> None:
    deal = {"segment": "LIVE deal", "must_say": "While stocks last"}
    _segment(planter, "LIV306", "units_released", sku_id=_sku(planter, stock=40), units_released=80)
    for code, key, minute, cells in (
        ("LIV307", "promotion_id", 30, {**deal, "sku_id": _sku(planter)}),
        ("LIV313", "promotion_id", 0, {"segment": "Coupon drop"}),
        ("LIV314", "units_released", 0, {**deal, "sku_id": _sku(planter), "units_released": 90}),
    ):
        stream = _on_air(planter)
        promotion = _deal(planter, stream, minute)
        _segment(planter, code, key, **cells, stream_id=stream["stream_id"], promotion_id=promotion)
    stream = _on_air(planter)
    nominated = _deal(planter, stream, applies_to="Nominated SKUs", which=None)
    cells = {**deal, "sku_id": _sku(planter), "stream_id": stream["stream_id"]}
    _segment(planter, "LIV312", "sku_id", **cells, promotion_id=nominated)
    stream = _on_air(planter)
    unnamed = _deal(planter, stream)
    stream["promotion_ids"] = None
    cells = {**deal, "sku_id": _sku(planter), "stream_id": stream["stream_id"]}
    _segment(planter, "LIV308", "promotion_id", **cells, promotion_id=unnamed)
    _segment(planter, "LIV309", "promotion_id", also=("LIV308",), segment="Coupon drop", promotion_id=f"{CODE}-X98")


def _slots(planter: Planter) -> None:
    _slot(planter, "LIV401", "first_choice", first_choice=at(-30, "19:00"))
    _slot(planter, "LIV402", "minutes", minutes=30)
    _slot(planter, "LIV403", "second_choice", second_choice=at(3, "09:00"))
    _slot(planter, "LIV404", "hero_sku_id", hero_sku_id="1729599911223344502")
    _slot(planter, "LIV405", "first_choice", account=_handle(planter), first_choice=at(0, "19:30"))


def _handle(planter: Planter) -> str:
    return str(planter.registrations[int(SELLER[2:]) - 1].rows["slots"][0]["account"])


def _slot(planter: Planter, code: str, key: str, **cells: Any) -> None:
    book = planter.registrations[int(SELLER[2:]) - 1]
    number = len(book.rows["slots"]) + 1
    sound = {
        "title": f"Slot {number}",
        "account": f"slot.{number}",
        "host": f"Guest {number}",
        "first_choice": at(3, "09:00"),
        "minutes": 90,
        "estimated_gmv": Decimal(900),
    }
    planter.add(code, book, "slots", {**sound, **cells}, at=key)
