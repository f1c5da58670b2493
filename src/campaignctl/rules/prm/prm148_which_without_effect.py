"""A promotion names sellers, categories or streams under Which, but does not apply to them alone.

Which is not looked at then: a deal meant for one shop goes to all of them, or to whoever nominates SKUs.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find Which filled beside Nominated SKUs or All registered SKUs."""
    rows = case.promotions
    say = "{called} names {which}, yet applies to {applies_to}"
    return failing(rows, rows["which"].notna(), at="which", say=say, called=called(rows))


RULE = Rule(
    code="PRM148",
    name="which-without-effect",
    severity=Severity.WARNING,
    over="promotions",
    where=lambda rows: standing(rows) & rows["applies_to"].isin(["Nominated SKUs", "All registered SKUs"]),
    check=check,
    fix="Choose Seller, Category or Livestream under Applies to, or clear Which.",
    see=("PRM121",),
    examples=(
        draw("""
Promotions
   | ID      | Tool             | Applies to          | Which
 7 | HD26-01 | Product discount | Seller              | S-001
 8 | HD26-02 | Product discount | All registered SKUs | S-001 | <- HD26-02 names S-001, yet applies to All registered SKUs
 9 | HD26-03 | Product discount | Nominated SKUs      |
"""),
    ),
)
