"""A seeded campaign of many shops: each registration is a form as ``new`` writes it, filled with the shop's own lines."""

import zipfile
from decimal import Decimal
from pathlib import Path

from campaignctl.marketplaces.load import known, load
from campaignctl.simulation.books import Book, registration_book_form, setup_book_form
from campaignctl.simulation.setup import setup_book
from campaignctl.simulation.world import CODE, NAME, PRICES, ZONE, build
from campaignctl.workbooks.forms import Invitation
from campaignctl.writers.forms import write_form

SHOP, DIGITS = "S-0000", "172950090000"
"""What stands in the form that is written once, and is another in every copy."""


def sellers_folder(folder: Path, sellers: int, lines: int) -> Path:
    """Make a campaign of so many shops with so many SKU lines each in ``folder``, once; return its registrations."""
    registrations = folder / "registrations"
    if registrations.exists():
        return registrations
    profile = load(known(None)[0], None)
    context = {"title": NAME, "marketplace": profile.name, "zone": ZONE, "currency": profile.currency}
    setup = setup_book(build(26, shops=1, orders_a_day=1))
    shop = setup.rows["sellers"][0]
    setup.rows["sellers"] = [{**shop, "seller_id": f"S-{n:04}", "shop_name": f"Shop {n:04}"} for n in range(sellers)]
    folder.mkdir(parents=True, exist_ok=True)
    write_form(setup_book_form(setup, profile.choices(), **context), folder / "campaign.xlsx")
    told = Invitation(NAME, profile.name, ZONE, profile.currency, code=CODE, offers={PRICES: "Harvest prices"})
    form = folder / "form.xlsx"
    write_form(registration_book_form(_book(lines), told), form)
    partial = folder / "partial"
    partial.mkdir(exist_ok=True)
    for number in range(sellers):
        _copy(form, partial / f"shop-{number:04}.xlsx", number)
    partial.rename(registrations)
    return registrations


def _copy(form: Path, path: Path, number: int) -> None:
    with zipfile.ZipFile(form) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for part in source.infolist():
            text = source.read(part)
            if part.filename == "xl/sharedStrings.xml":
                text = text.replace(SHOP.encode(), f"S-{number:04}".encode())
                text = text.replace(DIGITS.encode(), f"17295009{number:04}".encode())
            target.writestr(part, text)


def _book(lines: int) -> Book:
    seller = {
        "form_id": f"{CODE}-{SHOP}-1-1", "seller_id": SHOP, "shop_name": "A shop", "taking_part": "Yes",
        "main_category": "Beauty", "contact_name": "Nora Lind", "contact_email": "shop@shops.example", "co_fund": "Yes",
        "free_shipping_from": Decimal(25), "accepts_terms": "Yes", "signed_by": "Nora Lind",
    }  # fmt: skip
    return Book("form.xlsx", {"registration": [seller], "sku_lines": [_line(number) for number in range(lines)]})


def _line(number: int) -> dict[str, object]:
    return {
        "promotion_id": PRICES, "product_id": f"{DIGITS}{number // 2:06}", "sku_id": f"{DIGITS}9{number:05}",
        "seller_sku": f"AB-{number}", "product_name": f"Product {number // 2}", "variation": f"Size {number % 2}",
        "category": "Beauty", "list_price": Decimal(40), "low_30d": Decimal(38), "campaign_price": Decimal(30 + number % 5),
        "stock": 0 if number == 7 else 200, "per_buyer": "No limit", "floor_price": Decimal(25),
        "commission": Decimal("0.1"), "in_a_live": False, "line": "Offer",
    }  # fmt: skip
