"""Buyers see another price than the one that was locked.

Every minute counts: somebody buys at that price, or leaves because of it.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._seen import must_see
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare what was seen with the price at start; at stake is the difference on all units kept.

    What was seen before the promotion starts says nothing of it.
    """
    rows = case.frames["launch_check"]
    due = must_see(case)
    early = (rows["seen_at"] < rows["locked_starts"]).fillna(value=False)
    gap = (rows["seen_price"] - due).abs() * rows["locked_units"]
    say = "{item} in {promotion_id} shows {seen_price}; buyers must see {due_money}"
    return failing(rows, rows["seen_price"].ne(due) & ~early, at="seen_price", say=say, amount=gap, due_money=due)


RULE = Rule(
    code="LCK601",
    name="seen-price-differs",
    severity=Severity.ERROR,
    over="launch_check",
    where=lambda rows: rows["locked"] & rows["seen_price"].notna(),
    check=check,
    fix="Correct the promotion in Seller Center at once, or stop it; then look again.",
    see=("LCK501", "LCK604"),
    examples=(
        draw("""
Locked Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200
Launch check
   | Check at         | Promotion ID | SKU ID              | Price at start | Seen price | Seen by   | Seen at
 7 | 2026-11-20 00:00 | HD26-01      | 1729500011223344501 | 24.99          | 24.99      | Ines Roth | 2026-11-20 00:04
 8 | 2026-11-20 00:00 | HD26-01      | 1729500011223344502 | 36.80          | 46.00      | Ines Roth | 2026-11-20 00:05 | <- 1729500011223344502 in HD26-01 shows $46.00; buyers must see $36.80
"""),
    ),
)
