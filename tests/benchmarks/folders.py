"""Seeded campaign folders of any size: one shop with a hundred thousand lines, one per cent of them wrong."""

import random
from pathlib import Path

import xlsxwriter

from campaignctl.marketplaces.load import known, load
from campaignctl.simulation.books import setup_book_form
from campaignctl.simulation.setup import setup_book
from campaignctl.simulation.world import NAME, PRICES, ZONE, build
from campaignctl.workbooks.forms import Invitation, registration_form
from campaignctl.writers.forms import write_form

HEADINGS = (
    "Promotion ID", "Product ID", "SKU ID", "Seller SKU", "Product name", "Variation", "Category", "List price",
    "Lowest 30 days", "Campaign price", "Discount", "Stock", "Per buyer", "Floor price", "Commission", "In a LIVE",
    "Line", "Quick check", "Unit cost", "Product link", "Brand", "Hero",
)  # fmt: skip
SELLER = (
    ("Form ID", "HD26-S-001-1-1"), ("Seller ID", "S-001"), ("Shop name", "Fern & Clay"), ("Taking part", "Yes"),
    ("Main category", "Beauty"), ("Contact name", "Nora Lind"), ("Contact e-mail", "s-001@shops.example"),
    ("We co-fund the coupons listed", "Yes"), ("Free shipping from", 25), ("I accept the terms", "Yes"),
    ("Signed by", "Nora Lind"),
)  # fmt: skip


def campaign_folder(folder: Path, lines: int) -> Path:
    """Make a campaign of one shop with ``lines`` SKU lines in ``folder``, once; return its registration."""
    registration = folder / "registrations" / "s-001.xlsx"
    if registration.exists():
        return registration
    registration.parent.mkdir(parents=True, exist_ok=True)
    profile = load(known(None)[0], None)
    context = {"title": NAME, "marketplace": profile.name, "zone": ZONE, "currency": profile.currency}
    write_form(setup_book_form(setup_book(build(26, shops=1)), profile.choices(), **context), folder / "campaign.xlsx")
    _registration(registration.with_suffix(".partial"), lines)
    registration.with_suffix(".partial").rename(registration)
    return registration


def filled_forms(folder: Path, books: int, lines: int) -> Path:
    """Make ``books`` registration forms of ``lines`` lines each, once; return the folder they lie in."""
    forms = folder / "forms"
    if not (forms / f"{books - 1:04d}.xlsx").exists():
        forms.mkdir(parents=True, exist_ok=True)
        invited = Invitation(NAME, "TikTok Shop US", ZONE, "USD", offers={PRICES: "an offer"})
        for number in range(books):
            rows = {"registration": [{"seller_id": f"S-{number:03d}"}], "sku_lines": _rows(lines, number)}
            write_form(registration_form(invited, rows=rows), forms / f"{number:04d}.xlsx")
    return forms


def _rows(lines: int, seed: int) -> list[dict[str, object]]:
    rng = random.Random(seed)  # noqa: S311 - a seeded world, not a secret
    keys = ("promotion_id", "product_id", "sku_id", "seller_sku", "product_name", "variation")
    rows: list[dict[str, object]] = []
    for number in range(lines):
        cells = _line(number, rng)
        money = {"list_price": cells[7], "low_30d": cells[8], "campaign_price": cells[9], "stock": cells[11]}
        rows.append(dict(zip(keys, cells, strict=False)) | money)
    return rows


def _registration(path: Path, lines: int) -> None:
    rng = random.Random(26)  # noqa: S311 - a seeded world, not a secret
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("Products")
        sheet.write_row(3, 1, HEADINGS)
        for number in range(lines):
            sheet.write_row(6 + number, 1, _line(number, rng))
        seller = book.add_worksheet("Seller")
        for at, (field, value) in enumerate(SELLER):
            seller.write_row(4 + at, 1, (field, value))


def _line(number: int, rng: random.Random) -> tuple[str | float, ...]:
    listed = round(rng.uniform(10, 90), 2)
    low = round(listed * 0.95, 2)
    price = round(listed * rng.uniform(0.75, 0.9), 2)
    cells: list[str | float] = [
        PRICES, str(1729384710000000000 + number // 4), str(1729500010000000000 + number), f"FC-{number}",
        f"Product {number // 4}", f"Size {number % 4}", "Beauty", listed, low, price, 1 - price / listed,
        rng.randint(20, 500), "No limit", round(price * 0.9, 2), 0.12, "No", "Offer", "✓ ok", round(listed * 0.4, 2),
        "", "Fern", "No",
    ]  # fmt: skip
    if rng.random() < 0.01:
        at, wrong = rng.choice(((7, "about 20"), (9, listed * 1.2), (11, 0), (2, 1.7295e18), (14, 0.95), (12, 500)))
        cells[at] = wrong
    return tuple(cells)
