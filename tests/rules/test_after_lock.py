"""Configured promotions meet the lock whichever way a file names them, and only what counts is compared."""

import pytest

from campaignctl.catalogue.drawn import draw
from campaignctl.rules.catalogue import rules
from campaignctl.rules.engine import run
from campaignctl.rules.examples import case_from

BASE = """
Promotions
   | ID      | Title         | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends             | Per buyer | Marketplace ID      | Status
 7 | HD26-01 | Holiday price | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 |           | 7300000000000000001 | Configured
 8 | HD26-02 | Whole goods   | Product discount | Product   | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 3         |                     | Configured
Locked Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-02      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200   | No limit
 9 | HD26-02      | 1729384756102938472 | 1729500011223344503 | 46.00      | 36.80          | 100   | 9
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-02      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200   | No limit
 9 | HD26-02      | 1729384756102938472 | 1729500011223344503 | 46.00      | 36.80          | 100   | 9
Configured
   | Own ID  | Activity ID         | Activity name | Status  | Product ID          | SKU ID              | Activity price | Quantity limit | Quantity per user
"""
LCK5 = [rule for code, rule in rules().items() if code.startswith("LCK5")]


def found(*rows: str, base: str = BASE) -> list[tuple[str, str]]:
    verdict = run(LCK5, case_from(draw(base + "\n".join(rows))))
    return sorted((one.code, one.place.column) for one in verdict.findings)


@pytest.mark.parametrize(
    "named",
    [
        "HD26-01 |                     |               ",
        "        | 7300000000000000001 |               ",
        "        |                     | HOLIDAY price ",
        "HD26-99 | 7300000000000000009 | Holiday price ",
    ],
)
def test_a_row_is_told_by_our_id_the_marketplaces_or_its_title(named):
    row = f" 2 | {named} |         | 1729384756102938471 | 1729500011223344501 | 24.98          | 500            | 5"
    assert ("LCK501", "Activity price") in found(row)


def test_a_product_taken_whole_is_compared_as_one_with_all_its_units_and_the_stricter_limit():
    one = " 2 | HD26-01 |                     |               |         | 1729384756102938471 | 1729500011223344501 | 24.99          | 500            | 5"
    whole = " 3 | HD26-02 |                     |               |         | 1729384756102938472 |                     | 36.80          | {units} | {limit}"
    assert found(one, whole.format(units=300, limit=3)) == []
    assert [code for code, _ in found(one, whole.format(units=200, limit="No limit"))] == ["LCK502", "LCK503"]


def test_what_is_stopped_or_a_draft_is_not_configured():
    rows = (
        " 2 | HD26-01 |                     |               | ONGOING     | 1729384756102938471 | 1729500011223344501 | 24.99          | 500            | 5",
        " 3 | HD26-02 |                     |               | ONGOING     | 1729384756102938472 |                     | 36.80          | 300            | 3",
    )
    assert found(*rows) == []
    assert found(rows[0], rows[1].replace("ONGOING", "stopped")) == [("LCK509", "ID")]


def test_a_campaign_without_a_lock_or_without_exports_is_silent():
    assert found() == []
    unlocked = BASE.replace("Locked Products", "Kept Products").split("Kept Products")[0]
    case = case_from(
        draw(
            unlocked
            + "Configured\n   | Own ID  | Product ID          | Deal price\n 2 | HD26-01 | 1729384756102938471 | 1.00\n"
        )
    )
    assert run(LCK5, case).findings == ()
