"""Well-filled workbooks give no finding, whatever rules there are."""

from functools import cache

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
 | Seller ID | Shop name    | Taking part | Main category | Contact name | Contact e-mail     | We co-fund the coupons listed | I accept the terms | Signed by
 | S-001     | Moss & Amber | Yes         | Beauty        | Norah Lind   | norah@moss.example | Yes                           | Yes                | Norah Lind
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
   | ID      | Title            | Tool               | Level     | Applies to          | Which    | Kind of value  | Value | Starts           | Ends             | Seller pays | Budget | Min. spend | Per buyer | Quantity | Owner     | Min. quantity | Tier 2 from | Tier 2 value | Claim starts     | Claim ends       | Shown in   | Promo code | Max discount
 7 | HD26-01 | Holiday prices   | Product discount   | Variation | Nominated SKUs      |          | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           |        |            | 5         |          | Ines Roth |               |             |              |                  |                  |            |
 8 | HD26-02 | Opening flash    | Flash deal         | Variation | Nominated SKUs      |          | Seller's price |       | 2026-11-20 18:00 | 2026-11-23 17:59 | 0.7         | 9000   |            | 2         |          | Kai Lund  |               |             |              |                  |                  |            |
 9 | HD26-03 | Campaign prices  | Campaign price     | Variation | Nominated SKUs      |          | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 0.7         | 30000  |            | No limit  |          | Kai Lund  |               |             |              |                  |                  |            |
10 | HD26-04 | Ten off          | Platform coupon    | Shop      | All registered SKUs |          | Percent off    | 10%   | 2026-11-20 00:00 | 2026-11-25 23:59 | 0           | 20000  | 40.00      | 1         | 8000     | Kai Lund  |               |             |              | 2026-11-17 00:00 | 2026-11-25 23:59 |            | | 8.00
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


PLAN = draw("""
As of 2026-11-13 09:00
Promotions
   | ID      | Title          | Tool             | Level     | Applies to     | Which    | Kind of value  | Value | Starts           | Ends             | Seller pays | Budget | Quantity | Owner     | Register by      | Status     | Marketplace ID
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs |          | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           |        |          | Ines Roth | 2026-11-12 18:00 | Configured | 7345678901234567890
 8 | HD26-02 | Opening flash  | Flash deal       | Variation | Nominated SKUs |          | Seller's price |       | 2026-11-20 18:00 | 2026-11-23 17:59 | 0.7         | 9000   | 250      | Kai Lund  | 2026-11-12 18:00 | Planned    |
 9 | HD26-03 | In the show    | LIVE flash deal  | Variation | Livestream     | HD26-L01 | Percent off    | 25%   | 2026-11-20 19:00 | 2026-11-20 19:20 | 1           |        | 200      | Ines Roth |                  | Planned    |
10 | HD26-04 | Campaign price | Campaign price   | Variation | Nominated SKUs |          | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 0.7         | 30000  |          | Kai Lund  | 2026-11-14 18:00 | Cancelled  |
Timeline
   | ID  | Task             | Workstream       | Owner     | Duration | Start      | Finish           | Predecessors | Milestone | Approver  | Deadline         | % complete | Actual start | Actual finish | Audience | Link
 7 | T01 | Invite sellers   | Recruitment      | Kai Lund  | 10       | L-35d      |                  |              | No        |           |                  | 1          | 2026-10-01   | 2026-10-14    | Team     | S:/hd26/invited.xlsx
 8 | T02 | Collect forms    | Registration     | Kai Lund  | 20       |            |                  | T01          | No        |           | 2026-11-12 18:00 | 1          | 2026-10-15   | 2026-11-11    | Sellers  | https://seller.example
 9 | T03 | Price lock       | Pricing          | Kai Lund  | 0        |            |                  | T02FS+1d     | Yes       | Ines Roth | 2026-11-16 18:00 | 0          |              |               |          |
10 | T04 | Key in           | Promotion set-up | Kai Lund  | 2        | 2026-11-16 |                  | T03          | No        |           | 2026-11-18 18:00 | 0          |              |               |          |
11 | T05 | Banner slot      | Creative         | Ines Roth |          | 2026-11-19 | 2026-11-25 18:00 | T04          | No        |           |                  |            |              |               |          |
12 | T06 | Wrap-up          | Reporting        | Ines Roth | 3        | 2026-11-27 |                  | T05; T04     |           |           |                  |            |              |               |          |
Livestreams
   | Stream ID | Title         | Kind          | Seller ID | Account      | Host       | Backup host | Starts           | Ends             | Place    | Producer  | Status    | GMV target | Ads budget | Promotion IDs | Samples due | Samples arrived
 7 | HD26-L01  | Opening night | Seller LIVE   | S-001     | moss.live    | Robin Hale |             | 2026-11-20 19:00 | 2026-11-20 21:00 | Studio 1 | Ines Roth | Confirmed | 9000       | 900        | HD26-03       | 2026-11-10  | Yes
 8 | HD26-L02  | All shops     | Official LIVE |           | market.live  | Ada Fox    | Robin Hale  | 2026-11-20 21:00 | 2026-11-21 00:30 | Studio 1 | Kai Lund  |           | 20000      |            |               |             |
 9 | HD26-L03  | Given up      | Seller LIVE   | S-001     | moss.live    | Robin Hale |             | 2026-11-20 19:00 | 2026-11-20 21:00 | Studio 1 | Kai Lund  | Cancelled |            |            |               |             |
Run of show
   | Stream ID | Order | Minutes | Segment   | SKU ID              | Promotion ID | Units released | Must say         | Cue
 7 | HD26-L01  | 1     | 10      | Opening   |                     |              |                |                  |
 8 | HD26-L01  | 3     | 100     | Product   | 1729500011223344502 |              |                |                  | Producer
 9 | HD26-L01  | 2     | 10      | LIVE deal | 1729500011223344501 | HD26-03      | 200            | While stocks last | Kai Lund
Targets
   | Level    | Name   | Metric      | Target | Last time
 7 | Campaign |        | GMV         | 500000 | 410000
 8 | Campaign |        | LIVE GMV    | 29000  |
 9 | Campaign |        | Livestreams | 2      |
10 | Tier     | Growth | Orders      | 900    |
Contacts
   | Name      | E-mail                   | Team                | Receives                | Consulted on | Backup    | On call from     | On call to       | Phone or chat
 7 | Ines Roth | ines@marketplace.example | Campaign operations | Brief; Alerts; Go/no-go | Pricing      | Kai Lund  | 2026-11-19 20:00 | 2026-11-22 20:00 | chat: ines
 8 | Kai Lund  | kai@marketplace.example  | Category management | Brief                   |              | Ines Roth | 2026-11-22 20:00 | 2026-11-26 08:00 | chat: kai
Sellers
   | Seller ID | Shop name    | Category | Tier   | Account manager | Contact name | Contact e-mail     | Language | GMV target | SKU target | Reply by         | Role
 7 | S-001     | Moss & Amber | Beauty   | Growth | Kai Lund        | Norah Lind   | norah@moss.example | en       | 9000       | 2          | 2026-11-12 18:00 | Campaign
Campaign
 | Languages | Figures final on | Registration opens
 | en; es    | 2026-12-28       | 2026-10-26 09:00
Products
   | Promotion ID | Product ID          | SKU ID              | Seller SKU | Product name | List price | Lowest 30 days | Campaign price | Stock | Per buyer | Commission | In a LIVE
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | SERUM-30   | Serum 30 ml  | 32.00      | 29.99          | 24.99          | 500   | 5         | 0.12       | Yes
 8 | HD26-02      | 1729384756102938472 | 1729500011223344502 | SERUM-50   | Serum 50 ml  | 46.00      | 41.40          | 36.80          | 250   | 2         | 0.12       | Yes
Livestreams
   | Title         | Account   | Host       | First choice     | Second choice    | Minutes | Hero SKU ID         | Estimated GMV
 7 | Moss at night | moss.live | Robin Hale | 2026-11-20 19:00 | 2026-11-21 19:00 | 120     | 1729500011223344501 | 9000
Seller
 | Seller ID | Shop name    | Taking part | Main category | Contact name | Contact e-mail     | Second e-mail     | Most orders a day | We co-fund the coupons listed | I accept the terms | Signed by
 | S-001     | Moss & Amber | Yes         | Beauty        | Norah Lind   | norah@moss.example | shop@moss.example | 400               | Yes                           | Yes                | Norah Lind
""")

DRAWN = {
    "the stage of all examples": Drawn("", ()),
    "a registration on it": REGISTRATION,
    "a richer set-up with it": Drawn("", (*SETUP.sheets, *REGISTRATION.sheets)),
    "a plan, livestreams and people with it": PLAN,
}


@cache
def case_of(drawing):
    return case_from(DRAWN[drawing])


@pytest.mark.parametrize("rule", list(rules().values()), ids=list(rules()))
@pytest.mark.parametrize("drawing", list(DRAWN))
def test_well_filled_workbooks_are_silent(rule, drawing):
    verdict = run([rule], case_of(drawing))
    assert [(f.place.sheet, f.place.row, f.message) for f in verdict.findings] == []
