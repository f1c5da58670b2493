"""An exception excuses nothing: its rule found nothing there.

What it was made for is mended, or it never fitted. Left standing, it will hide the next finding of the same kind.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find the exceptions that hold and met no finding of a rule that could look everywhere."""
    rows = case.frames["rules"]
    say = "the exception of {code} excuses nothing"
    return failing(rows, rows["row"].isin(case.idle), at="code", say=say)


RULE = Rule(
    code="CMP203",
    name="exception-without-effect",
    severity=Severity.NOTE,
    over="rules",
    needs=("code",),
    check=check,
    last=True,
    fix="Delete the row.",
    see=("CMP201", "CMP202"),
    examples=(
        draw("""
Rules
   | Code   | Where   | Action  | Reason            | Approved by
 7 | PRM104 | HD26-04 | Ignore  | agreed by phone   | Kai Lund
 8 | PRM104 | HD26-05 | Ignore  | agreed by phone   | Kai Lund    | <- the exception of PRM104 excuses nothing
 9 | PRM105 |         | Warning | titles are alike  | Kai Lund    | <- the exception of PRM105 excuses nothing
Promotions
   | ID      | Title      | Tool             | Level     | Applies to     | Kind of value | Value | Starts           | Ends             | Seller pays | Owner
 7 | HD26-04 | Deep one   | Product discount | Variation | Nominated SKUs | Percent off   | 95%   | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           | Ines Roth
 8 | HD26-05 | Mild one   | Product discount | Variation | Nominated SKUs | Percent off   | 20%   | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           | Ines Roth
"""),
    ),
)
