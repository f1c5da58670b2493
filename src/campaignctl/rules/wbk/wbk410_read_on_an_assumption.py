"""Something in a workbook was read on an assumption.

The form had drifted, in a way that is safe to read. It is said, so that a wrong guess is seen.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.ASSUMED, say="{detail}")


RULE = Rule(
    code="WBK410",
    name="read-on-an-assumption",
    severity=Severity.NOTE,
    check=check,
    fix="Nothing, if it is right; else put the sheet back as the form has it.",
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | Product ID          | Product name | Price | Campaign price | Stock | <- “Price” was read as List price, for Campaign price has a column of its own
 7 | HD26-01      | 1729500011223344501 | 1729384756102938471 | Serum 30 ml  | 32.00 | 24.99          | 100
"""),
        draw("""
Products
   | Promotion ID | SKU ID              | Product ID          | Product name | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 1729384756102938471 | Serum 30 ml  | 32.00      | 24.99          | 100
"""),
        Built(
            Observation(
                Kind.ASSUMED,
                Place("registrations/lumeria.xlsx", "Sheet1"),
                "Sheet1",
                "the sheet was read as Products, by its headings",
            ),
            "the sheet was read as Products, by its headings",
        ),
    ),
)
