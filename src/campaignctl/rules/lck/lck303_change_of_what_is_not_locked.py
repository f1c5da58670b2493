"""A change is about something that the lock does not hold, or a field that it does not have.

It changes nothing, and whoever relies on it will see the old price live.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.changes import WITHDRAW_SELLER, Change
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._changes import in_rows, on_record
from campaignctl.rules.rule import Rows, Rule


def check(case: Case) -> list[Rows]:
    """Find changes that meet nothing in the lock: their ids at fault, or their field."""
    unmet = [
        one.change for one in on_record(case) if one.rows.empty or (not one.change.field and not one.change.withdraws)
    ]
    number = case.lock.number if case.lock else 0
    found: dict[str, dict[int, dict[str, str]]] = {"sku_id": {}, "seller_id": {}, "other_id": {}, "field": {}}
    for change in unmet:
        key, what = _at(change)
        if key:
            found[key][change.row] = {"what": what}
    says = dict.fromkeys(found, f"{{number}} is about {{what}}, which lock {number} does not hold")
    says["field"] = "{number} changes {field}, which is no field of {kind}"
    return [Rows(in_rows(case, rows), key, says[key]) for key, rows in found.items()]


def _at(change: Change) -> tuple[str, str]:
    """Return the cell that is at fault and what it speaks of; blank where a cell is missing, which is told already."""
    if change.frame == "lines" and change.seller:
        of = f" of {change.seller}" + (f" in {change.other}" if change.other else "")
        if change.kind == WITHDRAW_SELLER:
            return "seller_id", f"seller {change.seller}"
        if change.sku and (change.field or change.withdraws):
            return "sku_id", f"SKU {change.sku}{of}"
    if change.frame in ("promotions", "streams", "targets") and change.field:
        noun = {"promotions": "promotion", "streams": "stream", "targets": "a target of"}[change.frame]
        named = change.other or change.seller
        return (
            ("other_id" if change.other or not change.seller else "seller_id", f"{noun} {named}") if named else ("", "")
        )
    return ("field", "a field") if change.frame and not change.field and not change.withdraws else ("", "")


RULE = Rule(
    code="LCK303",
    name="change-of-what-is-not-locked",
    severity=Severity.ERROR,
    over="changes",
    check=check,
    fix="Correct the ID or the field; a line that is not locked is approved and locked first.",
    see=("LCK301",),
    examples=(
        draw("""
Locked Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 500
Changes
   | No.  | From             | Kind         | Seller ID | SKU ID              | Other ID | Field          | New   | Why         | Asked by   | Approved by
 7 | C001 | 2026-11-21 09:00 | SKU terms    | S-001     | 1729500011223344501 |          | Campaign price | 23.99 | price match | Norah Lind | Kai Lund
 8 | C002 | 2026-11-21 09:00 | SKU terms    | S-001     | 1729500011223344509 |          | Campaign price | 23.99 | price match | Norah Lind | Kai Lund    | <- C002 is about SKU 1729500011223344509 of S-001, which lock 1 does not hold
 9 | C003 | 2026-11-21 09:00 | Promotion    |           |                     | HD26-09  | Ends           | 2026-11-24 00:00 | longer | Ines Roth | Kai Lund    | <- C003 is about promotion HD26-09, which lock 1 does not hold
10 | C004 | 2026-11-21 09:00 | Withdraw seller | S-044  |                     |          |                |       | went away   | Norah Lind | Kai Lund    | <- C004 is about seller S-044, which lock 1 does not hold
11 | C005 | 2026-11-21 09:00 | SKU terms    | S-001     | 1729500011223344501 |          | Host           | Juno  | ill         | Norah Lind | Kai Lund    | <- C005 changes Host, which is no field of SKU terms
"""),
    ),
)
