"""Rows name a product, but the seller wrote nothing of its own in them: no price, no stock, no word.

A form that lists what a shop sells comes back with the lines that it offers and many that it does not. They are taken
as not offered; a seller who meant to offer them must say at what price and how many.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.UNTOUCHED, say="{value} with a product but no price and no stock: taken as not offered")


RULE = Rule(
    code="WBK122",
    name="rows-left-blank",
    severity=Severity.NOTE,
    check=check,
    fix="Nothing, if they are not offered; else fill the campaign price and the stock.",
    see=("WBK106",),
    examples=(
        Built(
            Observation(Kind.UNTOUCHED, Place("registrations/lumeria.xlsx", "Products", 9), "12 rows", ""),
            "12 rows with a product but no price and no stock: taken as not offered",
        ),
    ),
)
