"""Two headings of one sheet name the same column.

Only the first column is read; when a seller corrects the second one, the correction is lost.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.DUPLICATE_COLUMN, say="the heading “{value}” is not read: {detail}")


RULE = Rule(
    code="WBK105",
    name="column-twice",
    severity=Severity.WARNING,
    check=check,
    fix="Delete or rename one of the two columns.",
    examples=(
        draw("""
Products
   | Promotion ID | Product name | List price | Stock | Qty | <- the heading “Qty” is not read: another column is Stock
 7 | HD26-01      | Serum 30 ml  | 32.00      | 100   | 90
"""),
    ),
)
