"""A promotion that was locked is gone from the sheet, or cancelled, and no change says so.

All its lines were promised to their sellers, and its hours to the banner; nobody keys in what does not stand in the sheet.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing

_CANCELLED = "Cancelled"


def check(case: Case) -> Iterator[Rows]:
    """Find locked promotions that are cancelled, at their row, and those that have none, at the campaign's price lock.

    The money at stake is what their locked lines would have sold for.
    """
    lock, rows = case.lock, case.promotions
    if lock is None:
        return
    said = {c.other for c in case.changes if c.kind == "Promotion" and c.field == "status" and c.new == _CANCELLED}
    missing = lock.promotions[~lock.promotions["id"].isin([*said])]
    worth = (lock.lines["deal_price"] * lock.lines["stock"]).groupby(lock.lines["promotion_id"]).sum()
    cancelled = rows["status"].eq(_CANCELLED).fillna(value=False) & rows["id"].isin(missing["id"])
    amount = rows["id"].map(worth).astype("Int64")
    say = f"{{id}} is part of lock {lock.number} and is cancelled"
    yield failing(rows, cancelled, at="status", say=say, amount=amount)
    for gone in missing.loc[~missing["id"].isin(rows["id"]), "id"]:
        setup = case.setup.assign(promotion_id=gone)
        everywhere = setup["file"].notna()
        stake = setup["row"] * 0 + int(worth.get(gone, 0))
        words = f"{{promotion_id}} is part of lock {lock.number} and no longer on the sheet Promotions"
        yield failing(setup, everywhere, at="price_lock", say=words, amount=stake)


RULE = Rule(
    code="LCK209",
    name="locked-promotion-gone",
    severity=Severity.ERROR,
    check=check,
    fix="Put it back, or enter its Status as Cancelled in the sheet Changes with who approved it.",
    see=("LCK204",),
    examples=(
        draw("""
Locked Promotions
   | ID      | Title         | Tool             | Starts           | Ends
 7 | HD26-01 | Holiday deals | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59
 8 | HD26-02 | Opening flash | Flash deal       | 2026-11-20 18:00 | 2026-11-21 18:00
 9 | HD26-03 | Second flash  | Flash deal       | 2026-11-21 18:00 | 2026-11-22 18:00
Promotions
   | ID      | Title         | Tool             | Starts           | Ends             | Status
 7 | HD26-01 | Holiday deals | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59 |
 8 | HD26-02 | Opening flash | Flash deal       | 2026-11-20 18:00 | 2026-11-21 18:00 | Cancelled | <- HD26-02 is part of lock 1 and is cancelled
 9 | HD26-03 | Second flash  | Flash deal       | 2026-11-21 18:00 | 2026-11-22 18:00 | Cancelled
Changes
   | No.  | From             | Kind      | Other ID | Field  | New       | Why           | Asked by  | Approved by
 7 | C001 | 2026-11-19 09:00 | Promotion | HD26-03  | Status | Cancelled | too few lines | Ines Roth | Kai Lund
"""),
        draw("""
Locked Promotions
   | ID      | Title         | Tool             | Starts           | Ends
 7 | HD26-01 | Holiday deals | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59
 8 | HD26-02 | Opening flash | Flash deal       | 2026-11-20 18:00 | 2026-11-21 18:00
Promotions
   | ID      | Title         | Tool             | Starts           | Ends
 7 | HD26-01 | Holiday deals | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59
Campaign
 | Price lock
 | 2026-11-16 18:00 | <- HD26-02 is part of lock 1 and no longer on the sheet Promotions
"""),
    ),
)
