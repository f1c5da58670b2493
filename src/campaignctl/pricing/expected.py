"""What a promotion should cost the platform: what the team typed, else what earlier campaigns gave of such promises.

Neither of the two is a guess at zero: where nothing tells, the expectation stays open and says why.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from campaignctl.domain.earlier import Part, Redeemed
from campaignctl.domain.formats import Format, words
from campaignctl.pricing.offers import Offer
from campaignctl.pricing.paths import PricePaths

TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Expected:
    """The ``share`` of its worst case that a promotion should cost, and where it comes from; None, and why not."""

    share: Decimal | None
    source: str


def expected_use(
    paths: PricePaths,
    promotions: pd.DataFrame,
    code: str,
    earlier: Sequence[Redeemed] = (),
    tools: Mapping[str, str] | None = None,
) -> dict[str, Expected]:
    """Return, by promotion id, what is expected of its worst case.

    ``code`` is the campaign's, which stands at the head of its promotions' ids; ``earlier`` are earlier campaigns, the
    most comparable first; ``tools`` names the tools for people. The same promotion of any campaign tells more than the
    same tool of a more comparable one.
    """
    typed = promotions.dropna(subset=["id", "expected_use"]).drop_duplicates("id").set_index("id")["expected_use"]
    found = {}
    for number, offer in enumerate(paths.offers):
        if offer.own:
            continue
        if offer.id in typed.index:
            found[offer.id] = Expected(Decimal(str(typed[offer.id])), TYPED)
        else:
            layer = paths.stack.slots[number].layer
            alone = layer >= 0 and paths.stack.sets_price(layer)
            found[offer.id] = _as_before(offer, code, earlier, (tools or {}).get(offer.id, offer.tool), alone=alone)
    return found


def apart_from(code: str, id_: str) -> str:
    """Return a promotion's ID without its campaign's code, which changes with every campaign: ``-02`` of HD26-02."""
    rest = id_.removeprefix(code) if code else id_
    return rest if rest and not rest[:1].isalnum() else id_


def _as_before(offer: Offer, code: str, earlier: Sequence[Redeemed], tool: str, *, alone: bool) -> Expected:
    """Return what the first campaign tells of the same promotion, else of its tool; of coupons there is one sum."""
    if alone:
        key = (apart_from(code, offer.id), offer.tool)
        told = [("as in", then, then.by_promotion.get(key)) for then in earlier]
        told += [(f"as {tool} in", then, then.by_tool.get(offer.tool)) for then in earlier]
    else:
        told = [("as all coupons in", then, then.coupons) for then in earlier]
    for said, then, part in told:
        if part is not None:
            return Expected(min(part.share, Decimal(1)), f"{said} {then.campaign}: {_words(part, then.currency)}")
    if not earlier:
        return Expected(None, "not typed, and no earlier campaign is on record")
    return Expected(None, f"not typed, and {' and '.join(then.campaign for then in earlier[:2])} had none of its kind")


def _words(part: Part, currency: str) -> str:
    return f"{words(part.share, Format.PERCENT)} of {words(part.promised, Format.MONEY, currency)}"
