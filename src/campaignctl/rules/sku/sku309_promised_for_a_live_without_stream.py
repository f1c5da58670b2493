"""A shop expects a SKU in a livestream, but has none: neither planned nor offered.

The shop sends samples and stock for a show that nobody holds.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._slots import offered
from campaignctl.rules.liv._streams import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows | tuple[()]:
    """Find the first such line of each shop, once streams are planned and none of them is open to all shops."""
    streams = case.streams[standing(case.streams)]
    if streams.empty or streams["seller_id"].isna().any():
        return ()
    lines = case.sku_lines
    on_air = {*streams["seller_id"].str.casefold(), *offered(case)["seller_id"].dropna().str.casefold()}
    nowhere = ~lines["seller_id"].str.casefold().isin(on_air) & lines["seller_id"].notna()
    first = ~lines["seller_id"].where(nowhere).duplicated()
    say = "In a LIVE is Yes; no livestream of {seller_id} is planned or offered"
    return failing(lines, nowhere & first, at="in_a_live", say=say)


RULE = Rule(
    code="SKU309",
    name="promised-for-a-live-without-stream",
    severity=Severity.NOTE,
    over="sku_lines",
    where=lambda lines: lines["in_a_live"],
    check=check,
    fix="Plan a stream for the shop, ask it for a slot, or set In a LIVE to No.",
    fix_for_seller="Offer a time on the sheet Livestreams, or set In a LIVE to No.",
    see=("LIV304",),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Kind        | Seller ID | Starts           | Ends
 7 | HD26-L01  | Opening night | Seller LIVE | S-001     | 2026-11-20 19:00 | 2026-11-20 21:00
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | In a LIVE
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100   | Yes
lumeria.xlsx: Seller
 | Seller ID | Shop name | Taking part
 | S-003     | Lumeria   | Yes
lumeria.xlsx: Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | In a LIVE
 7 | HD26-01      | 1729500011223344503 | 90.00      | 79.00          | 100   | No
 8 | HD26-01      | 1729500011223344504 | 90.00      | 79.00          | 100   | Yes       | <- In a LIVE is Yes; no livestream of S-003 is planned or offered
 9 | HD26-01      | 1729500011223344505 | 90.00      | 79.00          | 100   | Yes
"""),
    ),
)
