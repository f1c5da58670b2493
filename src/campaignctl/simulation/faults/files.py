"""Faults of the workbook as a file: damaged ids, words for numbers, lost columns, a file that is none."""

from campaignctl.domain.forms import Raw
from campaignctl.simulation.faults.planting import Fault, Planter


def plant(planter: Planter) -> None:
    """Plant one fault for each thing that a reader can meet."""
    _cells(planter)
    _set_up(planter)
    _headings(planter)
    _left_blank(planter)


def _cells(planter: Planter) -> None:
    book, index, _ = planter.take()
    planter.change("WBK106", book, "sku_lines", index, stock=None)
    book, index, row = planter.take()
    planter.change("WBK114", book, "sku_lines", index, sku_id=Raw(float(row["sku_id"])), also=("SKU102",))
    book, index, _ = planter.take()
    planter.change("WBK109", book, "sku_lines", index, stock=Raw("about 200"))
    book, index, row = planter.take()
    planter.change("WBK201", book, "sku_lines", index, list_price=Raw(f"${row['list_price']}"))
    book, index, _ = planter.take()
    planter.change("WBK117", book, "sku_lines", index, campaign_price=Raw("€14.20"))
    book, index, _ = planter.take()
    planter.change("WBK116", book, "sku_lines", index, commission=Raw(12))
    book, index, row = planter.take()
    planter.change("WBK120", book, "sku_lines", index, campaign_price=Raw(float(row["campaign_price"]) + 0.0004))
    third = planter.registrations[2]
    planter.change("WBK119", third, "registration", 0, contact_email=Raw("kim at shops"))


def _set_up(planter: Planter) -> None:
    setup = planter.setup
    planter.change("WBK112", setup, "campaign", 0, registration_opens=Raw("12/09/2026 09:00"))
    planter.change("WBK106", setup, "campaign", 0, reply_to=None)


def _headings(planter: Planter) -> None:
    fourth, fifth = planter.registrations[3], planter.registrations[4]
    fourth.headings["sku_lines", "floor_price"] = "Florr price"
    planter.faults.append(Fault("WBK104", fourth.file, "Products", fourth.header_cell("sku_lines", "floor_price")))
    fifth.headings["sku_lines", "brand"] = "Qty"
    fifth.extra["sku_lines"] = ("unit_cost", "brand")
    planter.faults.append(Fault("WBK105", fifth.file, "Products", fifth.header_cell("sku_lines", "brand")))


def _left_blank(planter: Planter) -> None:
    """Add a line that a form may have held before it was sent, and in which the seller wrote nothing."""
    book = planter.registrations[1]
    known = ("promotion_id", "product_id", "sku_id", "product_name", "list_price")
    line = book.rows["sku_lines"][0]
    planter.taken.add((book.file, len(book.rows["sku_lines"])))
    book.rows["sku_lines"].append({key: line[key] for key in known})
    planter.faults.append(Fault("WBK122", book.file, "Products", ""))
