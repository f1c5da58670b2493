"""A change lowers a limit or a quantity that the marketplace only lets rise.

The marketplace refuses the new value when it is keyed in, in the middle of the campaign; what was promised to the seller
on the phone cannot be kept.
"""

from typing import Any

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.changes import Met
from campaignctl.domain.findings import Severity
from campaignctl.domain.forms import NO_LIMIT
from campaignctl.marketplaces.schema import Limit, Profile
from campaignctl.rules.case import Case
from campaignctl.rules.lck._changes import HEADINGS, in_rows, on_record, promotions_of
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.wording import word

_COUNTS = frozenset({"stock", "per_buyer", "quantity"})


def check(case: Case) -> Rows:
    """Find changes to a lower count, where the tool of the promotion does not take it; No limit is the highest."""
    found = {}
    for one in on_record(case):
        change = one.change
        highest = max((_high(value) for value in one.before), default=None)
        limit = _limit(case, one) if change.field in _COUNTS and change.new is not None else None
        if limit is not None and highest is not None and _high(change.new) < highest:
            was = word(change.field, max(one.before, key=_high), case)
            found[change.row] = {"to": word(change.field, change.new, case), "was": was, "says": limit.words}
    return Rows(in_rows(case, found), "new", "{number} lowers {field} from {was} to {to}; it may only rise ({says})")


def _high(count: Any) -> float:
    return float("inf") if count in (None, NO_LIMIT) else float(count)


def _limit(case: Case, one: Met) -> Limit[Any] | None:
    """Return what says that the field may only rise in one of the promotions that a change is about."""
    for key in promotions_of(case, one)["tool"].dropna().unique():
        tool = case.profile.tool(key)
        if tool is None:
            continue
        if one.change.field == "stock" and tool.stock.only_rises is not None and tool.stock.only_rises.value:
            return tool.stock.only_rises
        named = {HEADINGS[one.change.field], *({"Quantity"} if one.change.field == "stock" else ())}
        if tool.only_rises is not None and named & set(tool.only_rises.value):
            return tool.only_rises
    return None


def _words(profile: Profile) -> str:
    named = [(tool.name, tool.only_rises) for tool in profile.tools.values() if tool.only_rises]
    return "; ".join(f"{name}: {', '.join(limit.value)} may only rise ({limit.words})" for name, limit in named)


RULE = Rule(
    code="LCK304",
    name="lowered-what-may-only-rise",
    severity=Severity.ERROR,
    over="changes",
    check=check,
    fix="Leave it, or withdraw the SKU and offer it in another promotion.",
    limit=_words,
    see=("LCK202", "LCK203"),
    examples=(
        draw("""
Locked Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-01      | 1729500011223344502 | 46.00      | 36.00          | 100   | No limit
 9 | HD26-03      | 1729500011223344503 | 46.00      | 36.00          | 100   | 5
Changes
   | No.  | From             | Kind      | Seller ID | SKU ID              | Field     | New      | Why     | Asked by   | Approved by
 7 | C001 | 2026-11-21 09:00 | SKU terms | S-001     | 1729500011223344501 | Stock     | 300      | broken  | Norah Lind | Kai Lund    | <- C001 lowers Stock from 500 to 300; it may only rise (TikTok Shop US: Quantity, Per buyer (API, checked 2025-12-01))
 8 | C002 | 2026-11-21 09:00 | SKU terms | S-001     | 1729500011223344502 | Per buyer | 3        | resold  | Norah Lind | Kai Lund    | <- C002 lowers Per buyer from No limit to 3; it may only rise (TikTok Shop US: Quantity, Per buyer (API, checked 2025-12-01))
 9 | C003 | 2026-11-21 09:00 | SKU terms | S-001     | 1729500011223344501 | Per buyer | No limit | sells   | Norah Lind | Kai Lund
10 | C004 | 2026-11-21 09:00 | SKU terms | S-001     | 1729500011223344503 | Per buyer | 2        | resold  | Norah Lind | Kai Lund
"""),
    ),
)
