"""Faults in what sellers register: prices, stocks, ids and promotions of single lines."""

from decimal import Decimal
from typing import Any

from campaignctl.domain.forms import Raw
from campaignctl.simulation.faults.planting import Planter
from campaignctl.simulation.world import CODE, ENTRY, FLASH, PRICES, WEEKEND

CENT = Decimal("0.01")


def plant(planter: Planter) -> None:
    """Plant one fault for each rule on SKU lines; the budgets bear what the lines added here may cost."""
    for promotion in planter.setup.rows["promotions"]:
        if promotion["id"] in (FLASH, WEEKEND, ENTRY):
            promotion["budget"] *= 2
    _ids(planter)
    _prices(planter)
    _units(planter)
    _whole_products(planter)
    _twins(planter)


def _change(
    planter: Planter, code: str, promotion: str, also: tuple[str, ...] = (), at: str = "", **cells: Any
) -> None:
    """Change a fresh line; a callable value is given the line."""
    book, index, row = planter.take(promotion)
    values = {key: value(row) if callable(value) else value for key, value in cells.items()}
    planter.change(code, book, "sku_lines", index, also=also, at=at, **values)


def _ids(planter: Planter) -> None:
    _change(planter, "SKU101", PRICES, promotion_id=f"{CODE}-X9")
    _change(planter, "SKU102", PRICES, sku_id=None)
    _change(planter, "SKU104", PRICES, product_id="17293A4756")
    book, _index, row = planter.take(PRICES)
    planter.add("SKU103", book, "sku_lines", row, at="sku_id", also=("SKU401",))
    planter.taken.add((book.file, len(book.rows["sku_lines"]) - 1))
    book, _index, row = planter.take(PRICES)
    twin = {**row, "promotion_id": WEEKEND, "list_price": row["list_price"] + 2, "stock": row["stock"] + 109}
    planter.add("SKU107", book, "sku_lines", twin, at="list_price", also=("SKU401", "SKU204"))
    planter.taken.add((book.file, len(book.rows["sku_lines"]) - 1))
    book, _index, row = planter.take(PRICES)
    twin = {**row, "product_id": f"{row['product_id'][:-4]}7777", "promotion_id": WEEKEND, "stock": 7}
    planter.add("SKU105", book, "sku_lines", twin, at="product_id", also=("SKU401", "SKU204"))
    planter.taken.add((book.file, len(book.rows["sku_lines"]) - 1))
    book, _index, row = planter.take(ENTRY)
    planter.add("SKU401", book, "sku_lines", {**row, "promotion_id": WEEKEND}, at="promotion_id", also=("SKU307",))
    planter.taken.add((book.file, len(book.rows["sku_lines"]) - 1))


def _prices(planter: Planter) -> None:
    _change(planter, "SKU201", PRICES, also=("SKU207",), campaign_price=lambda row: row["list_price"] + 3)
    _change(planter, "SKU202", PRICES, also=("SKU207", "SKU209"), floor_price=None, at="campaign_price", campaign_price=lambda row: (row["list_price"] * Decimal("0.06")).quantize(CENT) + CENT)  # fmt: skip
    _change(planter, "SKU203", PRICES, campaign_price=lambda row: row["campaign_price"] * 100)
    _change(planter, "SKU204", FLASH, at="campaign_price", low_30d=lambda row: row["campaign_price"])
    _change(planter, "SKU205", ENTRY, at="campaign_price", low_30d=lambda row: row["campaign_price"] - CENT)
    _change(planter, "SKU206", PRICES, also=("SKU207", "SKU209"), campaign_price=Decimal("0.2"))
    _change(planter, "SKU207", PRICES, at="campaign_price", floor_price=lambda row: row["campaign_price"] + 1)
    _change(planter, "SKU208", ENTRY, at="campaign_price", low_30d=lambda row: row["list_price"], campaign_price=lambda row: (row["list_price"] * Decimal("0.95")).quantize(CENT))  # fmt: skip
    _change(planter, "SKU209", PRICES, at="campaign_price", unit_cost=lambda row: row["campaign_price"])
    book, index, _ = planter.take(PRICES)
    book.typed.add(("sku_lines", "discount"))
    planter.change("SKU213", book, "sku_lines", index, discount=Raw(0.75))
    _change(planter, "SKU210", PRICES, campaign_price=None)


def _units(planter: Planter) -> None:
    _change(planter, "SKU301", ENTRY, stock=20)
    _change(planter, "SKU302", PRICES, stock=0)
    _change(planter, "SKU303", PRICES, per_buyer=150)
    _change(planter, "SKU304", PRICES, at="per_buyer", stock=30, per_buyer=50)
    _change(planter, "SKU305", PRICES, commission=Decimal("0.95"))


def _fresh(planter: Planter, code: str, promotion: str, key: str, also: tuple[str, ...] = (), **cells: Any) -> None:
    """Add a line of a new SKU that is wrong."""
    shop = cells.pop("shop", 8)
    book, row = planter.fresh(promotion, shop, **cells)
    planter.add(code, book, "sku_lines", row, at=key, also=also)
    planter.taken.add((book.file, len(book.rows["sku_lines"]) - 1))


def _quiet(planter: Planter, promotion: str, **cells: Any) -> dict[str, Any]:
    """Add a sound line of a new SKU, and return its cells."""
    book, row = planter.fresh(promotion, cells.pop("shop", 8), **cells)
    book.rows["sku_lines"].append(row)
    planter.taken.add((book.file, len(book.rows["sku_lines"]) - 1))
    return row


def _whole_products(planter: Planter) -> None:
    """Plant what goes wrong where a promotion discounts whole products."""
    offers = planter.setup.rows["promotions"]
    whole = {**offers[0], "id": f"{CODE}-P1", "title": "Whole listings", "level": "Product"}
    gift = {**whole, "id": f"{CODE}-P2", "title": "A gift on top", "tool": "Gift with purchase", "kind_of_value": "Gift", "gift_sku_id": "1729599911229999901", "quantity": 10}  # fmt: skip
    offers += [whole, gift]
    _fresh(planter, "SKU108", whole["id"], "sku_id")
    one = _quiet(planter, whole["id"], sku_id=None)
    other = {"product_id": one["product_id"], "sku_id": None, "campaign_price": one["campaign_price"] - 1}
    _fresh(planter, "SKU109", whole["id"], "campaign_price", also=("SKU103", "LCK201", "LCK202"), **other)
    for _ in range(100):
        _quiet(planter, gift["id"], sku_id=None, campaign_price=None)
    _fresh(planter, "SKU402", gift["id"], "promotion_id", sku_id=None, campaign_price=None)


def _twins(planter: Planter) -> None:
    """Plant lines that do not agree with another line, or with what the shop does."""
    code = _quiet(planter, PRICES)["seller_sku"]
    _fresh(planter, "SKU110", PRICES, "seller_sku", seller_sku=code)
    _fresh(planter, "SKU111", f"{CODE}-05", "promotion_id")
    _fresh(planter, "SKU212", PRICES, "low_30d", low_30d=Decimal(999))
    product = _quiet(planter, PRICES)["product_id"]
    _fresh(planter, "SKU306", PRICES, "commission", product_id=product, commission=Decimal("0.15"))
    row = _quiet(planter, PRICES, stock=3)
    same = {key: row[key] for key in ("product_id", "sku_id", "seller_sku", "stock")}
    _fresh(planter, "SKU307", WEEKEND, "stock", **same)
    _fresh(planter, "SKU308", PRICES, "commission", commission=Decimal("0.04"))
    _fresh(planter, "SKU309", PRICES, "in_a_live", shop=10, in_a_live=True)
