"""A line says another discount than its prices make.

The form works the discount out. A seller who types it means that discount, and one of the two prices is then not what
was meant.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._faults import not_below_list, without
from campaignctl.rules.sku._slips import hundredfold, percent_typed

WHOLE_PERCENT = 0.0051
"""How far apart the two may be: people round to whole percents."""


def check(case: Case) -> Rows:
    """Compare what stands in Discount with both prices; a price that is wrong in itself is told elsewhere."""
    lines = case.sku_lines
    made = 1 - lines["campaign_price"].astype("Float64") / lines["list_price"].astype("Float64")
    apart = (lines["discount"] - made).abs() > WHOLE_PERCENT
    differs = without(case, apart, hundredfold, not_below_list, percent_typed)
    return failing(
        lines,
        differs,
        at="discount",
        say="Discount says {discount}; {campaign_price} on {list_price} is {made_percent} off",
        made_percent=made.mask(~differs),
    )


RULE = Rule(
    code="SKU213",
    name="typed-discount-differs",
    severity=Severity.WARNING,
    over="sku_lines",
    where=lambda lines: lines["discount"].notna() & lines["campaign_price"].notna() & (lines["list_price"] > 0),
    needs=("list_price",),
    check=check,
    fix="Correct the price or the discount, whichever is wrong, or put the form's formula back.",
    see=("SKU206", "SKU208"),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Discount | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.00          | 25%      | 100
 8 | HD26-01      | 1729500011223344502 | 40.00      | 30.00          | 30%      | 100   | <- Discount says 30%; $30.00 on $40.00 is 25% off
 9 | HD26-01      | 1729500011223344503 | 33.00      | 24.99          | 24%      | 100
10 | HD26-01      | 1729500011223344504 | 40.00      | 30.00          | n/a      | 100
11 | HD26-01      | 1729500011223344505 | 40.00      | 30.00          |          | 100
12 | HD26-01      | 1729500011223344506 | 40.00      |                | 25%      | 100
"""),
    ),
)
