"""A shop says that it takes part, but offers no product.

It is counted as won, and brings nothing; most often the sheet was sent back before it was filled.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find forms without a line on offer; a workbook without the sheet Products is told elsewhere."""
    forms = case.registrations
    has_sheet = {
        file for (file, _), where in case.maps.items() for table in where.tables if table.sheet.key == "sku_lines"
    }
    empty = forms["file"].isin(has_sheet) & ~forms["file"].isin(case.sku_lines["file"].unique())
    return failing(forms, empty, at="taking_part", say="{shop_name} takes part, but offers no product")


RULE = Rule(
    code="SEL110",
    name="taking-part-without-products",
    severity=Severity.WARNING,
    over="registration",
    where=lambda forms: forms["taking_part"].eq("Yes"),
    check=check,
    fix="Ask the shop for its products, or to write No under Taking part.",
    fix_for_seller="Fill the sheet Products, or choose No under Taking part.",
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
lumeria.xlsx: Seller
 | Seller ID | Shop name | Taking part
 | S-003     | Lumeria   | Yes         | <- Lumeria takes part, but offers no product
lumeria.xlsx: Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | Line
 7 | HD26-01      | 1729500011223344502 | 32.00      | 24.99          | 100   | Withdraw
kindhome.xlsx: Seller
 | Seller ID | Shop name | Taking part
 | S-002     | Kind Home | No
kindhome.xlsx: Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | Line
 7 | HD26-01      | 1729500011223344503 | 32.00      | 24.99          | 100   | Withdraw
"""),
    ),
)
