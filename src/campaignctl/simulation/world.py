"""The world before anything is written down: shops, what they sell, what they promise, and how demand moves.

Everything follows from a seed; the campaign's true effect is a parameter, so that a method can be tried against it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np

from campaignctl.simulation.causes import Cause
from campaignctl.simulation.names import PEOPLE, SELLERS_PEOPLE, SHOPS, ShopIdea

ZONE = "America/Los_Angeles"
CODE = "HD26"
NAME = "Harvest Deals 2026"
STARTS = datetime(2026, 11, 20)  # noqa: DTZ001 - the shop's local clock, as people type it
DAYS = 6
BASELINE_DAYS = 84
GAP_DAYS = 7
AS_OF = datetime(2026, 11, 13, 9)  # noqa: DTZ001 - likewise
"""The hour at which the demo's faults were written down: registration has closed, prices are not locked yet."""
BEFORE = BASELINE_DAYS + GAP_DAYS
FIRST_DAY = (STARTS - timedelta(days=BEFORE)).date()
DAYS_AFTER = 7
"""Days after the campaign that a whole world holds: buyers who bought early stay away in them."""

PRICES, FLASH, WEEKEND, ENTRY = f"{CODE}-01", f"{CODE}-02", f"{CODE}-03", f"{CODE}-04"
"""The promotions that sellers nominate SKUs for."""

CAMPAIGN, NEAR, FAR = "campaign", "near", "far"
"""What a shop is to the campaign: in it, beside it in its categories, or outside both, where only the market moves it."""


@dataclass(frozen=True, slots=True)
class Sku:
    """One variation; prices in cents. ``promotion`` is what it is nominated for, or empty."""

    sku_id: str
    product_id: str
    seller_sku: str
    product: str
    variation: str
    category: str
    listed: int
    low_30d: int
    campaign_price: int
    unit_cost: int
    stock: int
    promotion: str
    weight: float


@dataclass(frozen=True, slots=True)
class Shop:
    """A seller; ``orders_a_day`` is its baseline, ``lift`` the true factor on its orders during the campaign."""

    seller_id: str
    name: str
    category: str
    tier: str
    account_manager: str
    contact: str
    skus: tuple[Sku, ...]
    orders_a_day: float
    lift: float
    live: bool
    role: str = CAMPAIGN

    @property
    def number(self) -> int:
        """The digits of its ID."""
        return int(self.seller_id[2:])

    @property
    def spend(self) -> float:
        """What a unit brings at campaign prices, on average, in cents."""
        return sum(sku.campaign_price * sku.weight for sku in self.skus) / sum(sku.weight for sku in self.skus)


@dataclass(frozen=True, slots=True)
class World:
    """Everything that is true of the invented campaign; ``shops`` are in it, ``comparison`` are not."""

    seed: int
    shops: tuple[Shop, ...]
    comparison: tuple[Shop, ...] = ()
    causes: tuple[Cause, ...] = ()
    days_after: int = 0

    @property
    def days(self) -> tuple[date, ...]:
        """Every day that orders exist for: the baseline, the gap, the campaign, what comes after."""
        return tuple(FIRST_DAY + timedelta(days=n) for n in range(BEFORE + DAYS + self.days_after))

    @property
    def everyone(self) -> tuple[Shop, ...]:
        """All shops that hand out exports."""
        return (*self.shops, *self.comparison)

    @property
    def pulled(self) -> datetime:
        """The local time at which all exports were pulled, on the second morning after the last day."""
        return datetime.combine(self.days[-1] + timedelta(days=2), time(8))

    def causes_at(self, shop: Shop, *kinds: str) -> tuple[Cause, ...]:
        """Return what was planted at a shop of the campaign, of these kinds or of any."""
        return tuple(
            cause
            for cause in self.causes
            if cause.seller == shop.seller_id or (cause.category == shop.category and not cause.seller)
            if shop.role == CAMPAIGN and (not kinds or cause.kind in kinds)
        )


def build(seed: int, *, shops: int = len(SHOPS), orders_a_day: float = 14.0) -> World:
    """Return a small world of ``shops`` shops; more than the ideas there are repeats them under numbered names.

    It ends with the campaign and holds no comparison shops: enough wherever no lift is measured.
    """
    rng = np.random.default_rng(seed)
    return World(seed, tuple(_shop(number, rng, orders_a_day) for number in range(1, shops + 1)))


def _shop(number: int, rng: np.random.Generator, orders_a_day: float) -> Shop:
    idea = SHOPS[(number - 1) % len(SHOPS)]
    round_ = (number - 1) // len(SHOPS)
    skus = _skus(number, idea, rng)
    return Shop(
        seller_id=f"S-{number:03d}",
        name=idea.name if not round_ else f"{idea.name} {round_ + 1}",
        category=idea.category,
        tier=("Key account", "Growth", "Growth", "Long tail")[(number - 1) % 4],
        account_manager=PEOPLE[5 if number % 2 else 1][0],
        contact=SELLERS_PEOPLE[(number - 1) % len(SELLERS_PEOPLE)],
        skus=skus,
        orders_a_day=orders_a_day * float(rng.uniform(0.6, 1.6)),
        lift=float(rng.uniform(1.3, 2.4)),
        live=number % 3 == 1,
    )


def _skus(number: int, idea: ShopIdea, rng: np.random.Generator) -> tuple[Sku, ...]:
    return skus_of(
        number, idea, rng, lambda p, v: (PRICES, PRICES, FLASH, ENTRY, WEEKEND, PRICES)[(p * 3 + v + number) % 6]
    )


def skus_of(
    number: int,
    idea: ShopIdea,
    rng: np.random.Generator,
    nominated: Callable[[int, int], str],
    cut: tuple[float, float] = (0.80, 0.92),
) -> tuple[Sku, ...]:
    """Return the SKUs of a shop's idea: ``nominated`` tells a variation's promotion, ``cut`` what is left of its low."""
    found = []
    initials = "".join(word[0] for word in idea.name.split() if word[0].isalpha())
    for p, (product, variations, base) in enumerate(idea.products, start=1):
        for v, variation in enumerate(variations, start=1):
            listed = round(base * (1 + 0.45 * (v - 1)) / 10) * 10 - 1
            low = round(listed * rng.uniform(0.88, 0.96))
            found.append(
                Sku(
                    sku_id=f"17295000{number:04d}{p:03d}{v:04d}",
                    product_id=f"17293847{number:04d}{p:03d}4710",
                    seller_sku=f"{initials}{number}-{p}{v:02d}",
                    product=product,
                    variation=variation,
                    category=idea.category,
                    listed=listed,
                    low_30d=low,
                    campaign_price=round(low * rng.uniform(*cut)),
                    unit_cost=round(listed * 0.38),
                    stock=int(rng.integers(12, 60)) * 10,
                    promotion=nominated(p, v),
                    weight=float(rng.uniform(0.5, 2.0)),
                )
            )
    return tuple(found)
