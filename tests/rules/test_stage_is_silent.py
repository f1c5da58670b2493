"""Well-filled workbooks give no finding, whatever rules there are."""

import pytest

from campaignctl.catalogue.drawn import Drawn, draw
from campaignctl.rules.catalogue import rules
from campaignctl.rules.engine import run
from campaignctl.rules.examples import case_from

REGISTRATION = draw("""
Products
   | Promotion ID | Product ID          | SKU ID              | Product name | List price | Lowest 30 days | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | Serum 30 ml  | 32.00      | 29.99          | 24.99          | 500   | 5
 8 | HD26-02      | 1729384756102938472 | 1729500011223344502 | Serum 50 ml  | 46.00      | 41.40          | 36.80          | 250   | 2
 9 | HD26-03      | 1729384756102938473 | 1729500011223344503 | Day cream    | 28.00      | 25.20          | 22.40          | 300   | No limit
Coupons
   | Coupon  | Type   | Already running | Kind of value | Value | Max discount | Min. spend | Applies to | Starts           | Ends             | Quantity | Per buyer
 7 | GLOW5   | Seller | No              | Amount off    | 5.00  |              | 30.00      | Whole shop | 2026-11-20 00:00 | 2026-11-25 23:59 | 2000     | 1
 8 | WELCOME | Seller | Yes             | Percent off   | 8%    | 6.00         | 40.00      | Whole shop | 2026-09-01 00:00 | 2026-11-30 23:59 | 500      | 1
Seller
 | Seller ID | Shop name    | Taking part | Main category | Contact name | Contact e-mail     | Co-funding accepted | I accept the terms | Signed by
 | S-001     | Moss & Amber | Yes         | Beauty        | Norah Lind   | norah@moss.example | Yes                 | Yes                | Norah Lind
""")

SETUP = draw("""
Campaign
 | Kind        | Warm-up starts   | Registration opens | Baseline from | Baseline to | Highest combined discount
 | Season sale | 2026-11-17 00:00 | 2026-10-26 09:00   | 2026-08-17    | 2026-11-09  | 0.80
Targets
   | Level    | Name        | Metric | Target
 7 | Campaign |             | GMV    | 500000
 8 | Category | Beauty      | GMV    | 500000
 9 | Day      | 20 Nov 2026 | GMV    | 180000
Promotions
   | ID      | Title            | Tool               | Level     | Applies to          | Which    | Kind of value  | Value | Starts           | Ends             | Seller pays | Budget | Min. spend | Per buyer | Quantity | Owner     | Min. quantity | Tier 2 from | Tier 2 value | Claim starts     | Claim ends       | Shown in   | Promo code
 7 | HD26-01 | Holiday prices   | Product discount   | Variation | Nominated SKUs      |          | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           |        |            | 5         |          | Ines Roth |               |             |              |                  |                  |            |
 8 | HD26-02 | Opening flash    | Flash deal         | Variation | Nominated SKUs      |          | Seller's price |       | 2026-11-20 18:00 | 2026-11-23 17:59 | 0.7         | 9000   |            | 2         |          | Kai Lund  |               |             |              |                  |                  |            |
 9 | HD26-03 | Campaign prices  | Campaign price     | Variation | Nominated SKUs      |          | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 0.7         | 30000  |            | No limit  |          | Kai Lund  |               |             |              |                  |                  |            |
10 | HD26-04 | Ten off          | Platform coupon    | Shop      | All registered SKUs |          | Percent off    | 10%   | 2026-11-20 00:00 | 2026-11-25 23:59 | 0           | 20000  | 40.00      | 1         | 8000     | Kai Lund  |               |             |              | 2026-11-17 00:00 | 2026-11-25 23:59 |            |
11 | HD26-05 | Shared five      | Co-funded coupon   | Shop      | All registered SKUs |          | Amount off     | 5.00  | 2026-11-20 00:00 | 2026-11-25 23:59 | 0.5         | 7000   | 40.00      | 1         | 2500     | Kai Lund  |               |             |              |                  |                  |            |
12 | HD26-06 | Serum in the show | LIVE flash deal   | Variation | Livestream          | HD26-L01 | Percent off    | 25%   | 2026-11-20 19:00 | 2026-11-20 19:20 | 1           |        |            | 1         | 200      | Ines Roth |               |             |              |                  |                  |            |
13 | HD26-07 | Two and three    | Buy more save more | Product   | Category            | Beauty   | Percent off    | 10%   | 2026-11-24 00:00 | 2026-11-25 23:59 | 1           |        |            |           |          | Kai Lund  | 2             | 3           | 15%          |                  |                  |            |
14 | HD26-08 | Free to your door | Shipping discount | Shop      | All registered SKUs |          | Free shipping  |       | 2026-11-20 00:00 | 2026-11-22 23:59 | 1           |        |            |           |          | Ines Roth |               |             |              |                  |                  |            |
15 | HD26-09 | Still free       | Shipping discount  | Shop      | All registered SKUs |          | Free shipping  |       | 2026-11-23 00:00 | 2026-11-25 23:59 | 1           |        |            |           |          | Ines Roth |               |             |              |                  |                  |            |
16 | HD26-10 | With a code      | Seller coupon      | Shop      | Seller              | S-001    | Amount off     | 4.00  | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           |        | 30.00      | 1         | 500      | Ines Roth |               |             |              |                  |                  | Promo code | HOLIDAY26
Livestreams
   | Stream ID | Title         | Kind        | Seller ID | Account   | Host       | Starts           | Ends             | Place    | Producer  | Status
 7 | HD26-L01  | Opening night | Seller LIVE | S-001     | glowgrain | Robin Hale | 2026-11-20 19:00 | 2026-11-20 21:00 | Studio 1 | Ines Roth | Confirmed
""")


@pytest.mark.parametrize("rule", list(rules().values()), ids=list(rules()))
@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(Drawn("", ()), id="the stage of all examples"),
        pytest.param(REGISTRATION, id="a registration on it"),
        pytest.param(Drawn("", (*SETUP.sheets, *REGISTRATION.sheets)), id="a richer set-up with it"),
    ],
)
def test_well_filled_workbooks_are_silent(rule, drawn):
    verdict = run([rule], case_from(drawn))
    assert [(f.place.sheet, f.place.row, f.message) for f in verdict.findings] == []
