"""A promotion's ID does not open with the campaign's code.

Two campaigns of one season then share IDs, and their letters and exports cannot be told apart later.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find IDs that do not open with the code, in any case."""
    rows, code = case.promotions, case.campaign.code
    strange = ~rows["id"].str.casefold().str.startswith(code.casefold())
    return failing(rows, strange, at="id", say="{id} does not open with the code {code}", code=code)


RULE = Rule(
    code="CMP116",
    name="promotion-id-without-campaign-code",
    severity=Severity.NOTE,
    over="promotions",
    where=standing,
    needs=("id", "campaign.code"),
    check=check,
    fix="Give it an ID such as {code}-01.",
    see=("CMP112", "PRM103"),
    examples=(
        draw("""
Promotions
   | ID      | Title
 7 | HD26-01 | Holiday prices
 8 | HD25-02 | Opening flash | <- HD25-02 does not open with the code HD26
"""),
    ),
)
