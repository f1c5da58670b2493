"""Faults in who takes part: uninvited shops, refused terms, scores that do not reach."""

from datetime import timedelta
from decimal import Decimal

from campaignctl.simulation.faults.planting import Planter
from campaignctl.simulation.setup import at
from campaignctl.simulation.world import PRICES, STARTS


def plant(planter: Planter) -> None:
    """Plant one fault for each rule on sellers."""
    _forms(planter)
    _sheet(planter)
    _promises(planter)


def _forms(planter: Planter) -> None:
    forms = planter.registrations
    planter.change("SEL105", forms[5], "registration", 0, accepts_terms="No")
    planter.change("SEL113", forms[6], "registration", 0, free_shipping_from=45)
    planter.change("SEL108", forms[3], "registration", 0, co_fund="No")


def _sheet(planter: Planter) -> None:
    setup = planter.setup
    planter.change("SEL103", setup, "sellers", 7, shop_score=2.9)
    planter.change("SEL104", setup, "sellers", 8, violations=5)
    planter.change("SEL107", setup, "sellers", 9, reply="Excluded", reason="Repeated late shipping")
    planter.change("SEL109", setup, "sellers", 10, score_as_of=(STARTS - timedelta(days=40)).date())
    planter.change("SEL111", setup, "sellers", 11, account_manager="Somebody Else")
    planter.add("SEL102", setup, "sellers", {**setup.rows["sellers"][0], "sku_target": 3}, at="seller_id")
    book, _, row = planter.take(PRICES)
    other = next(b for b in planter.registrations if b.file > book.file)
    planter.add("SKU106", other, "sku_lines", {**row, "stock": 90}, at="sku_id")
    planter.taken.add((other.file, len(other.rows["sku_lines"]) - 1))


def _promises(planter: Planter) -> None:
    """Plant what a shop says of itself and what we expect of it, where the two do not agree."""
    setup, forms = planter.setup, planter.registrations
    planter.change("SEL114", setup, "sellers", 0, reply_by=at(-2, "18:00"))
    planter.change("SEL115", forms[0], "registration", 0, second_email="s-001@shops.example")
    planter.change("SEL116", forms[1], "registration", 0, contact_email="somebody@elsewhere.example")
    planter.change("SEL118", setup, "sellers", 5, role="Comparison")
    planter.change("SEL119", forms[4], "registration", 0, shop_name="Zyx Quvw")
    planter.change("SEL120", setup, "sellers", 1, sku_target=500)
    planter.change("SEL121", setup, "sellers", 10, gmv_target=Decimal(9_000_000))
    planter.note("SEL117", forms[10], "registration", "orders_a_day", 0)
    setup.rows["campaign"][0]["languages"] = "en"
    planter.change("SEL122", setup, "sellers", 4, language="es")
    planter.change("SEL123", forms[7], "registration", 0, co_fund=None)
