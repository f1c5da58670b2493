"""Faults of the workbook as a file: damaged ids, words for numbers, lost columns, a file that is none."""

from campaignctl.domain.forms import Raw
from campaignctl.simulation.faults.planting import Fault, Planter


def plant(planter: Planter) -> None:
    """Plant one fault for each thing that a reader can meet."""
    _cells(planter)
    _set_up(planter)
    _headings(planter)
    _stray_files(planter)


def _cells(planter: Planter) -> None:
    first, second, third = planter.registrations[:3]
    planter.change("WBK106", first, "sku_lines", 0, stock=None)
    planter.change("WBK114", first, "sku_lines", 1, sku_id=Raw(float(planter.line(0, 1)["sku_id"])), also=("SKU102",))
    planter.change("WBK109", first, "sku_lines", 2, stock=Raw("about 200"))
    planter.change("WBK201", second, "sku_lines", 0, list_price=Raw(f"${planter.line(1, 0)['list_price']}"))
    planter.change("WBK117", second, "sku_lines", 1, campaign_price=Raw("€14.20"))
    planter.change("WBK116", second, "sku_lines", 2, commission=Raw(12))
    planter.change("WBK119", third, "registration", 0, contact_email=Raw("kim at shops"))
    price = float(planter.line(2, 0)["campaign_price"])
    planter.change("WBK120", third, "sku_lines", 0, campaign_price=Raw(price + 0.0004))


def _set_up(planter: Planter) -> None:
    setup = planter.setup
    planter.change("WBK112", setup, "campaign", 0, registration_opens=Raw("10/09/2026 09:00"))
    planter.change("WBK106", setup, "campaign", 0, reply_to=None)


def _headings(planter: Planter) -> None:
    fourth, fifth = planter.registrations[3], planter.registrations[4]
    fourth.headings["sku_lines", "floor_price"] = "Florr price"
    planter.faults.append(
        Fault("WBK104", fourth.file, "Products", fourth.header_cell("sku_lines", "floor_price"))
    )
    fifth.headings["sku_lines", "brand"] = "Qty"
    fifth.extra["sku_lines"] = ("unit_cost", "brand")
    planter.faults.append(Fault("WBK105", fifth.file, "Products", fifth.header_cell("sku_lines", "brand")))


def _stray_files(planter: Planter) -> None:
    planter.strays["registrations/s-099-cut-off.xlsx"] = b"PK\x03\x04 this download was cut off"
    planter.faults.append(Fault("WBK101", "registrations/s-099-cut-off.xlsx", "", ""))
