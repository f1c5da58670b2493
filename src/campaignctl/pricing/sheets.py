"""The Promotions sheet and the sellers' Coupons sheets become offers; what cannot be one is left out, with a reason."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from campaignctl.domain.frames import plain_rows
from campaignctl.domain.money import CURRENCIES
from campaignctl.marketplaces.schema import Audience, Layer, Profile
from campaignctl.pricing.audiences import LIVE, audiences_of, is_live, seen_by
from campaignctl.pricing.offers import ALWAYS, NEVER, Kind, LeftOut, Offer, Reach, Step
from campaignctl.pricing.shares import WHOLE, Ints, millionths

UNIT_PRICES = frozenset({"by rank", "lowest price"})
"""How promotions combine in a layer that sets the price of a unit; the others take something off a whole basket."""

_DAY = 86_400_000_000
_INSTANTS = ("starts", "ends", "claim_starts", "claim_ends")

Row = Mapping[str, Any]


def offers_of(
    promotions: pd.DataFrame, coupons: pd.DataFrame, profile: Profile, currency: str
) -> tuple[tuple[Offer, ...], tuple[LeftOut, ...]]:
    """Return all offers, promotions in the sheet's order and then coupons, and those left out.

    Both frames name the ``tool`` by the profile's key. Cancelled promotions are no offers; of two promotions with one
    id the first counts.
    """
    audiences = audiences_of(profile)
    standing = promotions.assign(row_number=np.arange(len(promotions)))
    standing = standing[~standing["status"].eq("Cancelled").fillna(value=False)].dropna(subset=["id"])
    factor = 10 ** CURRENCIES[currency].decimals
    made: list[Offer | LeftOut] = [
        _promotion(row, profile, audiences, factor) for row in _rows(standing.drop_duplicates("id"))
    ]
    numbered = coupons.assign(row_number=np.arange(len(coupons)))
    made += [_coupon(row, profile, audiences) for row in _rows(numbered)]
    offers = tuple(offer for offer in made if isinstance(offer, Offer))
    return offers, tuple(offer for offer in made if isinstance(offer, LeftOut))


def _rows(frame: pd.DataFrame) -> Iterator[Row]:
    """Yield rows as plain values: blank is None, and instants are microseconds."""
    instants = {key: microseconds(frame[key]) for key in _INSTANTS}
    records = plain_rows(frame.drop(columns=list(instants)))
    for place, record in enumerate(records):
        row = {key: None if pd.isna(value) else value for key, value in record.items()}
        yield row | {key: None if moments[place] < NEVER else int(moments[place]) for key, moments in instants.items()}


def microseconds(moments: "pd.Series[Any]") -> Ints:
    """Return instants in microseconds since 1970; a missing one is the least number there is."""
    plain: Ints = moments.dt.tz_localize(None).to_numpy(dtype="datetime64[us]").view("int64")
    return plain


def _promotion(row: Row, profile: Profile, audiences: tuple[Audience, ...], factor: int) -> Offer | LeftOut:
    name, key = str(row["id"]), row["tool"]
    if key not in profile.tools:
        return LeftOut(name, "its tool is not known")
    tool, layer = profile.tools[key], _layer(profile, key)
    seeing = seen_by(audiences, key, row["buyers"] or "", _met_in(row))
    starts, ends = _use(row)
    kind = _kind(row, layer)
    why = _unfit(starts, ends, kind, layer, bundles=row["min_quantity"] is not None)
    if why:
        return LeftOut(name, why)
    return Offer(
        id=name,
        title=row["title"] or name,
        tool=key,
        layer=tool.layer,
        level=row["level"] or "",
        kind=kind,
        reach=Reach(row["applies_to"] or Reach.NOMINATED),
        names=frozenset(str(row["which"] or "").casefold().split("; ")) - {""},
        starts=starts,
        ends=ends,
        seller_pays=WHOLE if row["seller_pays"] is None else min(max(millionths(row["seller_pays"]), 0), WHOLE),
        audiences=seeing,
        steps=_steps(row, kind, factor),
        max_discount=row["max_discount"],
        platform_cap=row["platform_cap"],
        limit=_limited(row["per_buyer"]),
        quantity=_limited(row["quantity"]),
        live=is_live(audiences, seeing),
        row=row["row_number"],
    )


def _layer(profile: Profile, tool: str) -> Layer:
    return next(layer for layer in profile.layers if layer.key == profile.tools[tool].layer)


def _unfit(starts: int, ends: int, kind: Kind, layer: Layer, *, bundles: bool) -> str:
    """Return why a promotion cannot be priced; empty when it can. A fixed price of a basket is that of a bundle."""
    if starts == NEVER or ends == ALWAYS:
        return "it has no dates"
    if starts >= ends:
        return "it ends before it starts"
    cuts = {Kind.PERCENT, Kind.AMOUNT} | ({Kind.FIXED} if bundles else set())
    if layer.in_price and layer.combine not in UNIT_PRICES and kind not in cuts:
        return "its value is neither a percentage nor an amount"
    return ""


def _kind(row: Row, layer: Layer) -> Kind:
    """Return how a promotion gives; one whose value is blank leaves the price to its sellers."""
    if not layer.in_price:
        return Kind.BESIDE
    valued = {Kind.PERCENT: row["value_percent"], Kind.AMOUNT: row["value_money"], Kind.FIXED: row["value_money"]}
    word = row["kind_of_value"]
    return Kind(word) if word in valued and valued[Kind(word)] is not None else Kind.SELLER_PRICE


def _met_in(row: Row) -> str:
    """Return where buyers meet a promotion; one for livestreams only there, unless its row says otherwise."""
    said = row["shown_in"] or ""
    return LIVE if row["applies_to"] == Reach.LIVESTREAM and said in {"", "Everywhere"} else said


def _steps(row: Row, kind: Kind, factor: int) -> tuple[Step, ...]:
    """Return one step, or two where there is a tier 2; that counts units where tier 1 does, else major money."""
    units, spend = row["min_quantity"], max(row["min_spend"] or 0, 0)
    first = Step(max(units or 1, 1), spend, *_worth(kind, row["value_percent"], row["value_money"]))
    second = _worth(kind, row["tier2_value_percent"], row["tier2_value_money"])
    start = row["tier2_from"]
    if start is None or not any(second):
        return (first,)
    if units is not None:
        return first, Step(max(int(-(-start // 1)), 1), spend, *second)
    return first, Step(1, max(round(start * factor), 0), *second)


def _worth(kind: Kind, percent: float | None, money: int | None) -> tuple[int, int]:
    if kind is Kind.PERCENT:
        return (0 if percent is None else max(millionths(percent), 0)), 0
    return 0, max(money or 0, 0)


def _coupon(row: Row, profile: Profile, audiences: tuple[Audience, ...]) -> Offer | LeftOut:
    name, key = str(row["coupon"] or "a coupon without a name"), row["tool"]
    kind = Kind.PERCENT if row["value_money"] is None else Kind.AMOUNT
    why = _unusable(row, profile)
    if why:
        return LeftOut(name, why)
    starts, ends = _use(row)
    return Offer(
        id=name,
        title=name,
        tool=key,
        layer=profile.tools[key].layer,
        level="",
        kind=kind,
        reach=Reach.PRODUCTS if row["applies_to"] == Reach.PRODUCTS else Reach.SHOP,
        names=frozenset(str(row["product_ids"] or "").split("; ")) - {""},
        starts=starts,
        ends=ends,
        seller_pays=WHOLE,
        audiences=seen_by(audiences, key, row["buyers"] or _aimed_at(row, profile), row["shown_in"] or ""),
        steps=(Step(1, max(row["min_spend"] or 0, 0), *_worth(kind, row["value_percent"], row["value_money"])),),
        max_discount=row["max_discount"],
        quantity=_limited(row["quantity"]),
        own=True,
        seller=row["seller_id"],
        row=row["row_number"],
    )


def _unusable(row: Row, profile: Profile) -> str:
    if row["tool"] not in profile.tools:
        return "its type is not known"
    if row["seller_id"] is None:
        return "its seller is not known"
    return "its value is blank" if row["value_percent"] is None and row["value_money"] is None else ""


def _aimed_at(row: Row, profile: Profile) -> str:
    """Return the group of buyers that a coupon's type names: a "New customer" coupon is for ``New``.

    A marketplace that aims no coupons at groups still has the audiences that sellers' words mean.
    """
    kind = str(row["type"] or "").casefold()
    groups = [group.word for group in profile.segments]
    groups += [word for audience in profile.audiences for word in audience.buyers]
    named = (word for word in groups if kind and (kind.startswith(word.casefold()) or word.casefold().startswith(kind)))
    return next(named, "")


def _limited(number: int | None) -> int | None:
    return None if number is None or number < 1 else number


def _use(row: Row) -> tuple[int, int]:
    """Return when an offer can be used: from Starts to Ends, or up to so many days after the last claim.

    Where a coupon leaves its use open, it counts from its first claim to its last; one that runs already has begun.
    """
    starts = row["starts"] if row["starts"] is not None else row["claim_starts"]
    ends = row["ends"] if row["ends"] is not None else row["claim_ends"]
    if row["valid_days"] is not None:
        last_claim = row["claim_ends"] if row["claim_ends"] is not None else row["ends"]
        ends = None if last_claim is None else last_claim + row["valid_days"] * _DAY
    return (NEVER if starts is None else starts), (ALWAYS if ends is None else ends)
