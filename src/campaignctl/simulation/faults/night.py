"""Faults of launch night: promotions keyed in otherwise than they were locked, and pages that show it."""

from decimal import Decimal

from campaignctl.simulation.after_lock import LIST, Night
from campaignctl.simulation.faults.planting import Fault, Planter
from campaignctl.simulation.setup import LAST_MINUTE, at
from campaignctl.simulation.world import ENTRY
from campaignctl.workbooks.launch_check import LAUNCH_CHECK

_CHECKS = LAUNCH_CHECK.key


def plant(planter: Planter, night: Night) -> None:
    """Plant one fault for each rule on what came in after the lock."""
    _list(planter, night)
    _check(planter, night)


def _list(planter: Planter, night: Night) -> None:
    rows = night.listed
    rows[:] = [row for row in rows if row["Own ID"] != ENTRY]
    place = next(n for n, row in enumerate(planter.setup.rows["promotions"]) if row["id"] == ENTRY)
    planter.note("LCK509", planter.setup, "promotions", "id", place)
    missing = rows.pop()
    change(planter, night, "LCK501", 0, "Activity price", "0.99")
    change(planter, night, "LCK502", 1, "Quantity limit", "-1")
    change(planter, night, "LCK503", 2, "Quantity per user", "77")
    change(planter, night, "LCK504", 3, "Start time", "11/20/2026 09:00:00 AM")
    rows[4]["Product level"] = "PRODUCT"
    planter.faults.append(Fault("LCK505", LIST, "", night.cell("SKU ID", 4)))
    rows.append({**missing, "SKU ID": "1729500000000007777", "Product ID": "1729384700000007777"})
    planter.faults.append(Fault("LCK506", LIST, "", night.cell("SKU ID", len(rows) - 1)))
    planter.faults.append(Fault("LCK507", LIST, "", night.cell("SKU ID", -1)))
    rows.append({**missing, "Own ID": None, "Activity name": "A promotion of last month"})
    planter.faults.append(Fault("LCK508", LIST, "", night.cell("Product ID", len(rows) - 1)))


def change(planter: Planter, night: Night, code: str, index: int, heading: str, cell: str) -> None:  # noqa: PLR0913, PLR0917 - a cell and what becomes of it
    """Change one cell of the list."""
    night.listed[index][heading] = cell
    planter.faults.append(Fault(code, LIST, "", night.cell(heading, index)))


def _check(planter: Planter, night: Night) -> None:
    book = night.check
    rows = book.rows[_CHECKS]
    planter.change("LCK601", book, _CHECKS, 0, seen_price=rows[0]["seen_price"] + Decimal(9))
    planter.change("LCK602", book, _CHECKS, 1, seen_price=None, seen_by=None, seen_at=None)
    planter.add("LCK603", book, _CHECKS, {**rows[2], "sku_id": "1729500000000006666"}, at="sku_id")
    planter.change("LCK604", book, _CHECKS, 3, seen_at=at(0) + LAST_MINUTE)
    planter.change("LCK605", book, _CHECKS, 4, shelf_price=rows[4]["shelf_price"] + Decimal(1))
