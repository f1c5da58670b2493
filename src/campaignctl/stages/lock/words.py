"""What differs between two locks, with both values as people write them."""

from collections.abc import Iterator
from dataclasses import dataclass

from campaignctl.domain.difference import BUDGET, Difference, Moved
from campaignctl.rules.case import Case
from campaignctl.rules.wording import word
from campaignctl.workbooks.livestreams import LIVESTREAMS
from campaignctl.workbooks.promotions import PROMOTIONS
from campaignctl.workbooks.registration.products import PRODUCTS
from campaignctl.workbooks.targets import TARGETS

_SHEETS = {"lines": PRODUCTS, "promotions": PROMOTIONS, "streams": LIVESTREAMS, "targets": TARGETS}
_WITH_PRICE = frozenset({"campaign_price"})
"""Fields that are told by another: a seller's own price is the deal price too."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that differs: what it is of, which field, and both values as people write them.

    ``frame`` is that of the lock. ``before`` is None for what was added, ``after`` for what is gone; then ``field`` is
    blank.
    """

    frame: str
    key: tuple[str, ...]
    field: str
    before: str | None
    after: str | None


def told(difference: Difference, case: Case) -> Iterator[Told]:
    """Yield what differs in words, a price once."""
    priced = {(moved.key, moved.after) for moved in difference.of("lines") if moved.field == "deal_price"}
    for moved in difference.moved:
        if moved.frame == "lines" and moved.field in _WITH_PRICE and (moved.key, moved.after) in priced:
            continue
        if moved.field:
            before, after = word(moved.field, moved.before, case), word(moved.field, moved.after, case)
            yield Told(moved.frame, moved.key, _heading(moved), before, after)
        else:
            yield Told(moved.frame, moved.key, "", *("" if end else None for end in (moved.before, moved.after)))


def _heading(moved: Moved) -> str:
    if moved.frame == BUDGET:
        return "Platform budget"
    if moved.field == "deal_price":
        return "Campaign price"
    sheet, key = _SHEETS[moved.frame], moved.field.removesuffix("_percent").removesuffix("_money")
    return sheet.column(key).name if key in sheet.keys else key.replace("_", " ")
