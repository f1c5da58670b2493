"""Once terms are locked, prices are those of the lock, whatever the sheets say since."""

from dataclasses import replace

from campaignctl.domain.frames import empty, shaped
from campaignctl.domain.lock import FRAMES, LOCKED_LINES, LOCKED_PROMOTIONS, Lock
from campaignctl.stages.price import prices_of

from .drawing import SKU, case_of, pacific

SHEETS = f"""
Promotions
   | ID      | Title          | Tool           | Level     | Applies to     | Kind of value  | Starts           | Ends             | Seller pays | Budget
 7 | HD26-04 | Campaign price | Campaign price | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 70%         | 500.00
Products
   | Promotion ID | Product ID          | SKU ID | Product name | List price | Campaign price | Stock
 7 | HD26-04      | 1729384756102938471 | {SKU}  | Serum        | 32.00      | 22.00          | 100
"""


def locked(case):
    """Return the case with a lock of just what it holds."""
    frames = {name: empty(shape) for name, shape in FRAMES.items()}
    frames |= {"lines": shaped(case.sku_lines, LOCKED_LINES), "promotions": shaped(case.promotions, LOCKED_PROMOTIONS)}
    return Lock(1, pacific("2026-11-16 18:00"), "Kai", "Holiday Deals", "USD", "America/Los_Angeles", **frames)


def test_a_case_without_a_lock_has_no_promised_prices():
    assert case_of(SHEETS).promised_prices is None


def test_prices_are_read_from_the_lock():
    live = case_of(SHEETS.replace("22.00", "25.00"))
    case = replace(live, lock=locked(case_of(SHEETS)))
    assert case.prices.worst["pays"].tolist() == [2500]
    assert case.promised_prices.worst["pays"].tolist() == [2200]
    told = prices_of(case, [SKU])
    assert (told.lock, told.table["pays"].tolist()) == (1, [2200])
    assert told.skus[0].segments["pays"].tolist() == [2200]
    assert told.ledger[["worst_case", "committed", "left"]].to_numpy().tolist() == [[21000, 30000, 20000]]
