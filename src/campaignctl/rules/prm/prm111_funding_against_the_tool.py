"""Who pays the discount does not agree with the tool.

A platform coupon that the seller is to pay is keyed in as the platform's cost all the same, and the invoice comes
weeks later.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import a_tool, by_tool, limit_words, limited, limits, weighed
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule

PAYERS = {
    "platform": "is paid by the platform alone",
    "seller": "is paid by the seller alone",
    "both": "is shared by seller and platform",
}
SHARES = {"platform": "to 0%", "seller": "to 100%", "both": "between 0% and 100%"}


def check(case: Case) -> Iterator[Rows]:
    """Find shares of the seller that the tool's payer rules out."""
    rows = case.promotions
    known = limits(case.profile, lambda tool: tool.funded_by)
    payer = by_tool(rows, {key: limit.value for key, limit in known.items()}, "str")
    share = rows["seller_pays"]
    right = (
        (payer.eq("platform") & (share == 0))
        | (payer.eq("seller") & (share == 1))
        | (payer.eq("both") & (share > 0) & (share < 1))
    )
    yield from weighed(
        rows,
        ~right,
        known,
        at="seller_pays",
        say="the seller pays {seller_pays}, but {said} {paid}",
        fix="Set Seller pays {due}, or choose the tool that is paid this way.",
        said=a_tool(rows),
        paid=payer.map(PAYERS),
        due=payer.map(SHARES),
    )


RULE = Rule(
    code="PRM111",
    name="funding-against-the-tool",
    severity=Severity.ERROR,
    over="promotions",
    where=standing,
    given=lambda case: limited(case.promotions, limits(case.profile, lambda tool: tool.funded_by)),
    needs=("tool", "seller_pays"),
    check=check,
    fix="Correct Seller pays, or choose the tool that is paid this way.",
    limit=lambda profile: limit_words(profile, lambda tool: tool.funded_by),
    see=("PRM112",),
    examples=(
        draw("""
Promotions
   | ID      | Tool             | Seller pays
 7 | HD26-01 | Platform coupon  | 0
 8 | HD26-02 | Platform coupon  | 100%        | <- the seller pays 100%, but a platform coupon is paid by the platform alone
 9 | HD26-03 | Co-funded coupon | 50%
10 | HD26-04 | Co-funded coupon | 0%          | <- the seller pays 0%, but a co-funded coupon is shared by seller and platform
11 | HD26-05 | Flash deal       | 70%
"""),
    ),
)
