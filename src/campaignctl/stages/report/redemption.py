"""How much of the money that the platform promised was given: the next campaign's budgets expect as much again.

A price tells which promotion an order came by. Coupons and tiers take their part off whole baskets, and the order lines
tell of them in one sum only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Column, Table
from campaignctl.metrics.ledger import At
from campaignctl.metrics.metric import Unit
from campaignctl.pricing.attribute import coupons
from campaignctl.pricing.exposure import worst_cases
from campaignctl.pricing.offers import Kind
from campaignctl.pricing.paths import PricePaths
from campaignctl.pricing.shares import WHOLE
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.bought import Bought
from campaignctl.stages.report.counts import Count
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.subject import is_regular

M, P = Format.MONEY, Format.PERCENT
PROMISED = Count(
    "platform_promised",
    "Promised by the platform",
    "worst case for the platform of what was agreed: every unit kept for it sold, every claim used",
    Unit.MONEY,
    Format.MONEY,
)
GIVEN = Count(
    "platform_given", "Given by the platform", "the platform's part of discounts on counted lines", Unit.MONEY, M
)
REDEEMED = Count("redeemed", "Redeemed", "given by the platform / promised by it", Unit.RATE, P)
_FIGURES = (PROMISED, GIVEN, REDEEMED)
SLUGS = Slugs(tables={"redemption": ("promotion", "promised", "given", "redeemed")})

PROMOTION, TOOL = "promotion", "tool"
COUPONS = At("coupons", "")
"""Where the one sum of all coupons and tiers stands."""

STILL_RUNS = "the campaign still runs"
UNBOUND = "nothing bounds what was promised"
UNTOLD = "most lines that it ran for carry another discount"
TOLD = 0.5
"""The share of a promotion's lines that must carry its discount before they tell what it gave."""
_COLUMNS = (
    Column("promotion", "Promotion"),
    Column("promised", "Promised at worst", M, "Platform's money"),
    Column("given", "Given", M, "Platform's money"),
    Column("redeemed", "Redeemed", P, "Platform's money"),
)


@dataclass(frozen=True, slots=True)
class _Promise:
    """What the platform promised at worst with one promotion, in minor units; None where nothing bounds it."""

    id: str
    title: str
    tool: str
    worst: int | None
    sets_price: bool


def redemption(basis: Basis, held: Bought | None) -> Table | None:
    """Enter what the platform promised and gave, by promotion, by tool and of coupons; None where it promised nothing.

    None in a regular report too: what was promised is the whole campaign's.

    Figures are entered at ``At("promotion", id)``, ``At("tool", key)`` and ``COUPONS``; the share is missing while the
    campaign runs, and where nothing bounds what was promised.
    """
    paths = basis.inputs.prices
    if paths is None or held is None or held.by is None or is_regular(basis):
        return None
    promises = [each for each in _promises(paths) if each.worst != 0]
    if not promises:
        return None
    given, lines = _given(held), []
    for at, name, parts in _groups(promises):
        _enter(basis, at, parts, given)
        if at.scope != TOOL:
            lines.append((name, *(basis.ledger.ref(term.id, at) for term in _FIGURES)))
    return Table(
        "redemption", _COLUMNS, tuple(lines), caption=say("What the platform promised, and what of it was used")
    )


def _promises(paths: PricePaths) -> Iterator[_Promise]:
    """Yield the promotions that the platform pays a part of."""
    for number, (offer, worst) in enumerate(zip(paths.offers, worst_cases(paths), strict=True)):
        if not offer.own and offer.seller_pays < WHOLE and offer.kind is not Kind.BESIDE:
            sets_price = paths.stack.sets_price(paths.stack.slots[number].layer)
            yield _Promise(offer.id, offer.title or offer.id, offer.tool, worst, sets_price)


def _groups(promises: list[_Promise]) -> Iterator[tuple[At, str, list[_Promise]]]:
    """Yield every place that figures stand at, with its words and the promises behind it."""
    prices = [each for each in promises if each.sets_price]
    for each in prices:
        yield At(PROMOTION, each.id), each.title, [each]
    for tool in dict.fromkeys(each.tool for each in prices):
        yield At(TOOL, tool), tool, [each for each in prices if each.tool == tool]
    if others := [each for each in promises if not each.sets_price]:
        yield COUPONS, "Coupons and tiers: " + ", ".join(each.id for each in others), others


@dataclass(frozen=True, slots=True)
class _Given:
    """What the platform gave, in minor units, by promotion and beyond promotions.

    ``told`` is, by promotion, the share of the lines it ran for that carry its discount; of one without lines nothing.
    """

    own: Mapping[str, int]
    beyond: int
    told: Mapping[str, float]


def _given(held: Bought) -> _Given:
    """Return what the platform gave on the lines that the headline counts; one with less off than agreed tells none."""
    lines, by = held.lines[held.counted], held.by[held.counted]  # type: ignore[index]  # the caller looked
    matched = by["outcome"].eq("matched").fillna(value=False).astype(bool)
    more = by["outcome"].eq("unexplained") & (by["observed_off"] > by["expected_off"])
    more = more.fillna(value=False).astype(bool)
    part = lines["platform_discount"].fillna(0) - by["beyond_by_platform"].where(more, 0).fillna(0)
    told, of = matched | more, by["promotion_id"].astype("str")
    own = part[told].groupby(of[told]).sum()
    shares = told.groupby(of).mean()
    return _Given(
        {str(id_): int(amount) for id_, amount in own.items()},
        coupons(by)[1],
        {str(id_): float(share) for id_, share in shares.items()},
    )


def _enter(basis: Basis, at: At, parts: list[_Promise], given: _Given) -> None:
    ledger, worst = basis.ledger, [each.worst for each in parts]
    promised = None if None in worst else sum(each or 0 for each in worst)
    amount = given.beyond if at == COUPONS else sum(given.own.get(each.id, 0) for each in parts)
    untold = at != COUPONS and any(given.told.get(each.id, 1.0) < TOLD for each in parts)
    unbound = "" if promised is not None else UNBOUND
    why = unbound or (UNTOLD if untold else "" if basis.periods.is_over else STILL_RUNS)
    ledger.enter(PROMISED, None if promised is None else ledger.money(promised), at, reason=unbound)
    ledger.enter(GIVEN, ledger.money(amount), at)
    ledger.enter(REDEEMED, None if why or not promised else amount / promised, at, reason=why)
