"""Faults in who takes part: uninvited shops, refused terms, scores that do not reach."""

from datetime import timedelta
from decimal import Decimal

from campaignctl.simulation.books import Book, Row
from campaignctl.simulation.faults.planting import Fault, Planter
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
    stranger = _copy(forms[0], "registrations/s-201-stranger.xlsx", seller_id="S-201", form_id=None)
    stranger.rows["sku_lines"] = [_moved(forms[11], "9001")]
    planter.registrations.append(stranger)
    planter.note("SEL101", stranger, "registration", "seller_id", 0)
    again = _copy(forms[11], "registrations/s-012-plain-stride (2).xlsx")
    again.rows["sku_lines"] = [_moved(forms[11], "9002")]
    planter.registrations.append(again)
    planter.note("SEL106", forms[11], "registration", "seller_id", 0)
    empty = _copy(forms[10], "registrations/s-013-newcomer.xlsx", seller_id="S-013", form_id=None, shop_name="Newcomer")
    planter.registrations.append(empty)
    planter.setup.rows["sellers"].append(
        {**planter.setup.rows["sellers"][10], "seller_id": "S-013", "shop_name": "Newcomer"}
    )
    planter.note("SEL110", empty, "registration", "taking_part", 0)
    again.without.add(("sku_lines", ""))
    planter.faults.append(Fault("WBK102", again.file, "Products", ""))
    stranger.without.add(("sku_lines", "product_name"))
    planter.faults.append(Fault("WBK103", stranger.file, "Products", ""))


def _copy(book: Book, file: str, **cells: str | None) -> Book:
    """Return a registration with the same seller cells but ``cells``, and no coupons or slots."""
    return Book(
        file, {"registration": [{**book.rows["registration"][0], **cells}], "sku_lines": []}, extra=dict(book.extra)
    )


def _moved(book: Book, digits: str) -> Row:
    """Return a book's last line for another product, so that only the seller is wrong."""
    row = book.rows["sku_lines"][-1]
    return {**row, "sku_id": f"{row['sku_id'][:-4]}{digits}", "product_id": f"{row['product_id'][:-4]}{digits}"}


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
