"""Lines name no seller, or one that nobody invited.

They are read and checked, but belong to no shop: no score, no terms, no contact.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.NOBODYS, say="{value} {detail}")


RULE = Rule(
    code="WBK413",
    name="reply-of-nobody",
    severity=Severity.ERROR,
    check=check,
    fix="Name the seller in the sheet; or put the file into a sub-folder of registrations named with the seller’s ID.",
    fix_for_seller="Send the whole form as .xlsx: its sheet Seller says whose lines these are.",
    examples=(
        Built(
            Observation(
                Kind.NOBODYS,
                Place("registrations/products.csv"),
                "products.csv",
                "names no seller, so that its lines are nobody's",
            ),
            "products.csv names no seller, so that its lines are nobody's",
        ),
    ),
    see=("SEL101",),
)
