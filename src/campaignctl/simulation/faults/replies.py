"""Faults in what lies in the folder of registrations: strangers, copies, forms that drifted, files that are none.

Each has a shop of its own, one that the world does not know: no other rule speaks of what it sends.
"""

from typing import Any

from campaignctl.domain.forms import Raw
from campaignctl.simulation.books import Book, Row
from campaignctl.simulation.faults.planting import Fault, Planter
from campaignctl.simulation.faults.promotions import NEWCOMER
from campaignctl.simulation.registrations import LAST_DAY
from campaignctl.simulation.setup import at
from campaignctl.simulation.world import CODE, PRICES

SENT = "registrations/"
STRANGER = "S-801"
REMARK = "All prices are without tax, please add it"


def plant(planter: Planter) -> None:
    """Plant one fault for each thing that a folder of replies can hold."""
    _strangers(planter)
    _several(planter)
    _of_others(planter)
    _drifted(planter)
    _lying_beside(planter)


def _reply(planter: Planter, seller: str, shop: str, **cells: Any) -> Book:
    """Add the form of one more shop, which offers nothing yet."""
    like = planter.registrations[10].rows["registration"][0]
    own = {"seller_id": seller, "shop_name": shop, "form_id": f"{CODE}-{seller}-1-1"}
    file = f"{SENT}{seller.lower()}-{'-'.join(shop.lower().split())}.xlsx"
    rows = {"registration": [{**like, **own, **cells}], "sku_lines": []}
    book = Book(file, rows, saved=planter.registrations[10].saved)
    planter.registrations.append(book)
    return book


def _invited(planter: Planter, seller: str, shop: str, **cells: Any) -> Book:
    """Add the form of one more shop, and the shop to the Sellers sheet."""
    _invite(planter, seller, shop)
    return _reply(planter, seller, shop, **cells)


def _invite(planter: Planter, seller: str, shop: str) -> None:
    sellers = planter.setup.rows["sellers"]
    sellers.append({**sellers[10], "seller_id": seller, "shop_name": shop, "sku_target": 1, "gmv_target": 500})


def _copied(planter: Planter, book: Book, word: str, **cells: Any) -> Book:
    """Add a copy of a form under its name and a word more."""
    rows = {**book.rows, "registration": [{**book.rows["registration"][0], **cells}]}
    copy = Book(book.file.replace(".xlsx", f"{word}.xlsx"), rows, saved=book.saved)
    planter.registrations.append(copy)
    return copy


def _strangers(planter: Planter) -> None:
    stranger = _reply(planter, STRANGER, "Night Market")
    stranger.rows["sku_lines"] = [_line(planter)]
    planter.taken.add((stranger.file, 0))
    planter.note("SEL101", stranger, "registration", "seller_id", 0)
    stranger.without.add(("sku_lines", "product_name"))
    planter.faults.append(Fault("WBK103", stranger.file, "Products", ""))
    half = _invited(planter, "S-902", "Half Sent")
    half.without.add(("sku_lines", ""))
    planter.faults.append(Fault("WBK102", half.file, "Products", ""))


def _line(planter: Planter) -> Row:
    """Return a sound line of a SKU that stands nowhere else."""
    return planter.fresh(PRICES, shop=10)[1]


def _several(planter: Planter) -> None:
    """Plant two forms that nothing tells apart, one that a later one replaced, one that came twice, and a late one."""
    first = _invited(planter, NEWCOMER, "Newcomer")
    again = _copied(planter, first, " (2)", signed_by="Somebody Else")
    planter.note("SEL106", first, "registration", "seller_id", 0)
    planter.note("SEL110", again, "registration", "taking_part", 0)
    old = _invited(planter, "S-903", "Second Thoughts", taking_part="No")
    again = _copied(planter, old, " (2)", form_id=f"{CODE}-S-903-1-2")
    again.saved = at(LAST_DAY, "17:20")
    planter.note("SEL106", old, "registration", "seller_id", 0)
    sent = _invited(planter, "S-904", "Twice Over", taking_part="No")
    twin = _copied(planter, sent, "_conflict-20261112-101500")
    planter.note("WBK414", twin, "registration", "seller_id", 0)
    planter.faults.append(Fault("WBK402", twin.file, "", ""))
    late = _invited(planter, "S-912", "Late Lantern", taking_part="Yes")
    late.rows["sku_lines"] = [_line(planter)]
    planter.taken.add((late.file, 0))
    planter.setup.rows["sellers"][-1]["reply_by"] = at(LAST_DAY + 1, "18:00")
    late.saved = at(LAST_DAY + 2, "10:05")  # no rule speaks of it: the roster does


def _of_others(planter: Planter) -> None:
    old = _invited(planter, "S-905", "Old Habits", form_id="XX25-S-905-1-1")
    planter.note("WBK411", old, "registration", "form_id", 0)
    _invite(planter, "S-907", "Lent Form")
    borrowed = _invited(planter, "S-906", "Borrowed Form", form_id=f"{CODE}-S-907-1-1", taking_part="No")
    planter.note("WBK412", borrowed, "registration", "seller_id", 0)


def _drifted(planter: Planter) -> None:
    """Plant what changes in a form on its way: headings, and rows that are no lines."""
    guessed = _offering(planter, "S-908", "One Price")
    guessed.headings["sku_lines", "list_price"] = "Price"
    planter.faults.append(Fault("WBK410", guessed.file, "Products", guessed.header_cell("sku_lines", "list_price")))
    total: Row = {"product_name": Raw("Total"), "stock": sum(row["stock"] for row in guessed.rows["sku_lines"])}
    planter.add("WBK406", guessed, "sku_lines", total, at="product_name")
    planter.add("WBK407", guessed, "sku_lines", {"promotion_id": Raw(REMARK)}, at="promotion_id")
    unclear = _offering(planter, "S-909", "Which Price")
    unclear.headings["sku_lines", "list_price"] = "Price"
    unclear.without.add(("sku_lines", "campaign_price"))
    planter.faults.append(Fault("WBK405", unclear.file, "Products", unclear.header_cell("sku_lines", "list_price")))


def _offering(planter: Planter, seller: str, shop: str) -> Book:
    book = _invited(planter, seller, shop)
    book.rows["sku_lines"] = [_line(planter), _line(planter)]
    planter.taken |= {(book.file, 0), (book.file, 1)}
    return book


def _lying_beside(planter: Planter) -> None:
    """Plant files that nobody filled in, and one whose lines are nobody's."""
    first = planter.registrations[0].file.removeprefix(SENT)
    for code, name, content in (
        ("WBK101", "s-099-cut-off.xlsx", b"PK\x03\x04 this download was cut off"),
        ("WBK401", f"~${first}", b"\x08Kai Lund"),
        ("WBK403", "s-910-in-the-cloud.gsheet", b'{"doc_id": "0"}'),
        ("WBK404", "s-911-photo.pdf", b"%PDF-1.7\n"),
    ):
        planter.strays[f"{SENT}{name}"] = content
        planter.faults.append(Fault(code, f"{SENT}{name}", "", ""))
    keys = ("promotion_id", "product_id", "sku_id", "product_name", "category", "list_price", "campaign_price", "stock")
    told = "Seller ID,Promotion ID,Product ID,SKU ID,Product name,Category,List price,Campaign price,Stock\n"
    for row, seller in ((2, "S-404"), (3, "S-405")):
        line = _line(planter)
        told += f"{seller},{','.join(str(line[key]) for key in keys)}\n"
        planter.faults.append(Fault("WBK413", f"{SENT}console.csv", "", f"A{row}", ("LCK205",)))
    planter.strays[f"{SENT}console.csv"] = told.encode()
    planter.faults.append(Fault("WBK410", f"{SENT}console.csv", "", ""))
