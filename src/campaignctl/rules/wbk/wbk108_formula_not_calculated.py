"""A cell holds a formula that was never calculated.

Programs that write workbooks leave such cells; they look blank to everyone until Excel opens and saves the file.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.UNCALCULATED, say="{column} holds a formula without a value")


RULE = Rule(
    code="WBK108",
    name="formula-not-calculated",
    severity=Severity.ERROR,
    check=check,
    fix="Open the workbook in Excel, save it, and send it again.",
    examples=(
        Built(
            Observation(Kind.UNCALCULATED, Place("registrations/lumeria.xlsx", "Products", 9, "Stock", "L9"), "", ""),
            "Stock holds a formula without a value",
        ),
    ),
)
