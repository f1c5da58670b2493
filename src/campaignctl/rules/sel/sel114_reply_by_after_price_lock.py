"""A shop may reply when prices are locked already.

Its lines come in after the check, and the lock is opened for it or its products are left out.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import as_typed
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare each shop's own deadline with the price lock."""
    sellers, lock = case.sellers, case.field("price_lock")
    late = sellers["reply_by"] > lock
    say = "{shop_name} may reply until {closes}; prices lock {lock}"
    return failing(sellers, late, at="reply_by", say=say, closes=as_typed(sellers["reply_by"], case.zone), lock=lock)


RULE = Rule(
    code="SEL114",
    name="reply-by-after-price-lock",
    severity=Severity.WARNING,
    over="sellers",
    where=lambda sellers: sellers["reply_by"].notna(),
    needs=("campaign.price_lock",),
    check=check,
    fix="Agree on a day before {lock}.",
    see=("CMP103", "PRM147"),
    examples=(
        draw("""
Sellers
   | Seller ID | Shop name    | Category    | Tier   | Reply by
 7 | S-001     | Moss & Amber | Beauty      | Growth | 2026-11-15
 8 | S-002     | Kind Home    | Home        | Growth | 2026-11-18  | <- Kind Home may reply until Wed 18 Nov 2026 23:59; prices lock Mon 16 Nov 2026 18:00
 9 | S-003     | Lumeria      | Electronics | Growth |
"""),
    ),
)
