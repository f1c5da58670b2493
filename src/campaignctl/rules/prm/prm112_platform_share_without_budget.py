"""The platform pays a part of a promotion that has no budget.

Nobody has set that money aside: the promotion stops on its best evening, or overspends unseen.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.promotions import PROMOTIONS


def check(case: Case) -> Rows:
    """Find promotions that the platform pays for whose budget is blank or nothing."""
    rows = case.promotions
    none = left_blank(case, rows, PROMOTIONS, "budget") | (rows["budget"] == 0)
    return failing(
        rows,
        none,
        at="budget",
        say="the platform pays {platform_percent} of {called}, and its budget is {budget}",
        called=called(rows),
        platform_percent=1 - rows["seller_pays"],
    )


RULE = Rule(
    code="PRM112",
    name="platform-share-without-budget",
    severity=Severity.ERROR,
    over="promotions",
    where=lambda rows: standing(rows) & (rows["seller_pays"] < 1),
    needs=("seller_pays",),
    check=check,
    fix="Fill Budget, or set Seller pays to 100%.",
    see=("PRM111", "CMP106"),
    examples=(
        draw("""
Promotions
   | ID      | Tool            | Seller pays | Budget
 7 | HD26-01 | Flash deal      | 70%         | 9000
 8 | HD26-02 | Flash deal      | 70%         |      | <- the platform pays 30% of HD26-02, and its budget is blank
 9 | HD26-03 | Platform coupon | 0           | 0    | <- the platform pays 100% of HD26-03, and its budget is $0.00
10 | HD26-04 | Flash deal      | 100%        |
11 | HD26-05 | Flash deal      | 70%         | about 9000
"""),
    ),
)
