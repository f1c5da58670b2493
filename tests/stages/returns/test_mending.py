"""--fix writes what every stage reads anyway, and never touches a price, a discount, an id or a formula."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from campaignctl.domain.forms import Raw, Type
from campaignctl.marketplaces.load import known, load
from campaignctl.readers.cells import READ, Reading
from campaignctl.simulation.books import Book, registration_book_form
from campaignctl.stages.mending import mended
from campaignctl.workbooks import REGISTRATION, SETUP
from campaignctl.workbooks.forms import Invitation
from campaignctl.writers.forms import write_form

PROFILE = load(known(None)[0], None)
READING = Reading("USD", "America/Los_Angeles", "mdy", PROFILE.choices())
INVITED = Invitation("Harvest Deals", "TikTok Shop US", "America/Los_Angeles", "USD", offers={"HD26-01": "an offer"})
LINE = {
    "promotion_id": "HD26-01",
    "product_id": "1729384710000000000",
    "sku_id": "1729500010000000000",
    "product_name": "Serum",
    "list_price": Decimal("32.00"),
    "campaign_price": Decimal("24.00"),
    "stock": 10,
}


@pytest.fixture
def cures(tmp_path):
    """Write a registration with cells changed on Products (or another sheet), and give what would be mended."""

    def of(key="sku_lines", **cells):
        rows = {"registration": [{"seller_id": "S-001", "shop_name": "Fern"}], "sku_lines": [dict(LINE)], "coupons": []}
        rows["slots"] = [{"title": "Opening", "account": "@fern", "minutes": 60}]
        rows[key][0] |= {name: Raw(value) for name, value in cells.items()}
        path = tmp_path / "s-001.xlsx"
        write_form(registration_book_form(Book("registrations/s-001.xlsx", rows), INVITED), path)
        return mended(path, "registrations/s-001.xlsx", REGISTRATION, READING)

    return of


@pytest.mark.parametrize(
    ("key", "cells", "value", "form"),
    [
        ("sku_lines", {"stock": "1,200"}, 1200, "General"),
        ("sku_lines", {"stock": " 350 "}, 350, "General"),
        ("sku_lines", {"commission": "12 %"}, 0.12, "0%"),
        ("sku_lines", {"commission": "12.5％"}, 0.125, "0.00%"),
        ("sku_lines", {"commission": 12}, 0.12, "0%"),
        ("sku_lines", {"product_name": "\u00a0Serum 30 ml \u200b"}, "Serum 30 ml", ""),
        ("sku_lines", {"line": "Withdraw "}, "Withdraw", ""),
        ("slots", {"first_choice": "2026-11-20 18:00"}, 46346.75, "yyyy-mm-dd hh:mm"),
        ("slots", {"first_choice": "20 Nov 2026"}, 46346, "yyyy-mm-dd"),
        ("slots", {"first_choice": "11/25/2026"}, 46351, "yyyy-mm-dd"),
        ("slots", {"minutes": "90"}, 90, "General"),
        ("registration", {"signed_by": "Nora Lind  "}, "Nora Lind", ""),
    ],
    ids=str,
)
def test_a_cure_that_cannot_be_wrong_is_found(cures, key, cells, value, form):
    (found,) = cures(key, **cells)
    assert found.cure.value == value
    assert found.cure.number_format == form
    assert found.place.cell == found.cure.cell


@pytest.mark.parametrize(
    ("key", "cells"),
    [
        ("sku_lines", {"campaign_price": "24.00"}),
        ("sku_lines", {"list_price": "$32.00 "}),
        ("sku_lines", {"low_30d": "21"}),
        ("sku_lines", {"floor_price": " 20 "}),
        ("sku_lines", {"sku_id": "1729500010000000000 "}),
        ("sku_lines", {"sku_id": 1.7295e18}),
        ("sku_lines", {"product_id": " 1729384710000000000"}),
        ("sku_lines", {"seller_sku": "AB-100 "}),
        ("sku_lines", {"promotion_id": "HD26-01 "}),
        ("registration", {"seller_id": " S-001"}),
        ("registration", {"most_co_fund": "500"}),
        ("sku_lines", {"stock": "about 200"}),
        ("sku_lines", {"stock": "1.200"}),
        ("sku_lines", {"stock": "12.5"}),
        ("sku_lines", {"per_buyer": "No limit"}),
        ("sku_lines", {"commission": 1.5}),
        ("sku_lines", {"commission": 0.12}),
        ("sku_lines", {"commission": "0.12"}),
        ("sku_lines", {"commission": "120 %"}),
        ("slots", {"first_choice": "03/04/2026"}),
        ("slots", {"first_choice": "31/13/2026"}),
        ("slots", {"first_choice": "next Friday"}),
        ("slots", {"estimated_gmv": "5000"}),
        ("sku_lines", {"product_name": "two  blanks inside"}),
        ("sku_lines", {"product_name": "   "}),
    ],
    ids=str,
)
def test_what_could_be_wrong_or_must_not_be_touched_is_left_alone(cures, key, cells):
    assert cures(key, **cells) == ()


def test_no_column_of_money_of_discounts_or_of_ids_is_ever_mended():
    from campaignctl.stages.mending import _cure_of

    columns = [column for sheet in (*SETUP, *REGISTRATION) for column in sheet.columns if _cure_of(column)]
    assert columns
    for column in columns:
        assert column.type not in {Type.MONEY, Type.VALUE, Type.ID, Type.COMPUTED}
        words = f"{column.name} {column.key}".lower()
        assert not any(word in words for word in ("price", "discount", "budget", "spend", " id", "_id"))


@pytest.mark.parametrize(
    ("key", "cells", "column"),
    [
        ("sku_lines", {"stock": "1,200"}, "stock"),
        ("sku_lines", {"commission": "12 %"}, "commission"),
        ("slots", {"first_choice": "2026-11-20 18:00"}, "first_choice"),
        ("slots", {"first_choice": "20 Nov 2026 6 PM"}, "first_choice"),
    ],
)
def test_a_mended_cell_reads_as_it_did_before(cures, key, cells, column):
    (found,) = cures(key, **cells)
    declared = next(sheet for sheet in REGISTRATION if sheet.key == key).column(column)
    after = found.cure.value
    if column == "first_choice":  # as a parser hands a date over
        after = datetime.fromtimestamp((after - 25569) * 86_400, UTC).replace(tzinfo=None)
    before, now = (READ[declared.type]([cell], declared, READING) for cell in (next(iter(cells.values())), after))
    assert list(before.column) == list(now.column)


def test_a_formula_is_never_overwritten(tmp_path):
    import xlsxwriter

    path = tmp_path / "s-001.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Products")
        sheet.write_row(3, 1, ["Promotion ID", "SKU ID", "Product name", "Stock"])
        sheet.write_row(4, 1, ["HD26-01", "1729500010000000000", "Serum"])
        sheet.write_formula(4, 4, '="1,"&"200"', None, "1,200")
        sheet.write_row(5, 1, ["HD26-01", "1729500010000000001", "Serum", "1,300"])
    assert [one.cure.cell for one in mended(path, "s-001.xlsx", REGISTRATION, READING)] == ["E6"]


def test_a_file_that_cannot_be_opened_has_no_cures(tmp_path):
    (tmp_path / "s-001.xlsx").write_bytes(b"nothing")
    assert mended(tmp_path / "s-001.xlsx", "s-001.xlsx", REGISTRATION, READING) == ()
