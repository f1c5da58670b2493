"""Two promotions have the same ID on the marketplace.

One of the two was never keyed in, or its ID was copied from the row above: the check of what is live looks at the
wrong one.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find IDs that stand in a row above."""
    rows = case.promotions
    first = rows.groupby("marketplace_id")["row"].transform("min")
    again = rows["marketplace_id"].duplicated()
    return failing(rows, again, at="marketplace_id", say="{marketplace_id} already stands in row {first}", first=first)


RULE = Rule(
    code="PRM137",
    name="marketplace-id-used-twice",
    severity=Severity.ERROR,
    over="promotions",
    where=lambda rows: standing(rows) & rows["marketplace_id"].notna(),
    check=check,
    fix="Look both up in Seller Center, and correct the wrong row.",
    see=("PRM103", "PRM136"),
    examples=(
        draw("""
Promotions
   | ID      | Tool             | Starts           | Ends             | Marketplace ID
 7 | HD26-01 | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59 | 7345678901234567890
 8 | HD26-02 | Flash deal       | 2026-11-20 18:00 | 2026-11-21 17:59 | 7345678901234567890 | <- 7345678901234567890 already stands in row 7
 9 | HD26-03 | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59 |
"""),
    ),
)
