"""A line limits each buyer otherwise than was locked, and no change says so.

The limit keeps resellers from emptying a flash deal; once it is keyed in, some marketplaces let it only rise.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.forms import NO_LIMIT
from campaignctl.rules.against import unexplained
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find other limits; blank is no limit, and so is the word."""
    keys = ("per_buyer", "locked_per_buyer", "promised_per_buyer")
    lines = case.sku_lines.assign(**{key: case.sku_lines[key].fillna(NO_LIMIT) for key in keys})
    number = case.lock.number if case.lock else 0
    say = f"{{per_buyer}} per buyer; lock {number} holds {{locked_per_buyer}}, and no change says so"
    told = "{per_buyer} per buyer; {locked_per_buyer} was agreed with you"
    off = unexplained(lines, "per_buyer", case.changes)
    return failing(lines, off, at="per_buyer", say=say, say_for_seller=told)


RULE = Rule(
    code="LCK203",
    name="buyer-limit-differs-from-lock",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["locked"],
    check=check,
    fix="Put the locked limit back, or enter the new one in the sheet Changes with who approved it.",
    fix_for_seller="Put the agreed limit back, or ask us for a change.",
    see=("LCK304",),
    examples=(
        draw("""
Locked Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-01      | 1729500011223344502 | 46.00      | 39.00          | 100   | 2
 9 | HD26-01      | 1729500011223344503 | 28.00      | 22.40          | 300   |
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 500   | No limit  | <- No limit per buyer; lock 1 holds 5, and no change says so
 8 | HD26-01      | 1729500011223344502 | 46.00      | 39.00          | 100   | 2
 9 | HD26-01      | 1729500011223344503 | 28.00      | 22.40          | 300   | No limit
"""),
    ),
)
