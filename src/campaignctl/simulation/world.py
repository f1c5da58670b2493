"""The world before anything is written down: shops, what they sell, what they promise, and how demand moves.

Everything follows from a seed; the campaign's true effect is a parameter, so that a method can be tried against it.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from campaignctl.simulation.names import SHOPS, ShopIdea

ZONE = "America/Los_Angeles"
CODE = "HD26"
NAME = "Harvest Deals 2026"
STARTS = datetime(2026, 11, 20)  # noqa: DTZ001 - the shop's local clock, as people type it
DAYS = 6
BASELINE_DAYS = 84
GAP_DAYS = 7
AS_OF = datetime(2026, 11, 13, 9)  # noqa: DTZ001 - likewise
"""The hour at which the demo's faults were written down: registration has closed, prices are not locked yet."""
FIRST_DAY = (STARTS - timedelta(days=BASELINE_DAYS + GAP_DAYS)).date()
LAST_DAY = (STARTS + timedelta(days=DAYS - 1)).date()

PRICES, FLASH, WEEKEND, ENTRY = f"{CODE}-01", f"{CODE}-02", f"{CODE}-03", f"{CODE}-04"
"""The promotions that sellers nominate SKUs for."""


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
    """A seller; ``orders_a_day`` is its baseline, ``lift`` the true factor during the campaign."""

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


@dataclass(frozen=True, slots=True)
class World:
    """Everything that is true of the invented campaign."""

    seed: int
    shops: tuple[Shop, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """Every day that orders exist for: the baseline, the gap, the campaign."""
        return tuple(FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1))


def build(seed: int, *, shops: int = len(SHOPS), orders_a_day: float = 14.0) -> World:
    """Return a world of ``shops`` shops; more than the ideas there are repeats them under numbered names."""
    rng = np.random.default_rng(seed)
    return World(seed, tuple(_shop(number, rng, orders_a_day) for number in range(1, shops + 1)))


def _shop(number: int, rng: np.random.Generator, orders_a_day: float) -> Shop:
    from campaignctl.simulation.names import PEOPLE, SELLERS_PEOPLE

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
    found = []
    for p, (product, variations, base) in enumerate(idea.products, start=1):
        product_id = f"17293847{number:04d}{p:03d}4710"
        for v, variation in enumerate(variations, start=1):
            listed = round(base * (1 + 0.45 * (v - 1)) / 10) * 10 - 1
            low = _cents(listed * rng.uniform(0.88, 0.96))
            promotion = (PRICES, PRICES, FLASH, ENTRY, WEEKEND, PRICES)[(p * 3 + v + number) % 6]
            price = _cents(low * rng.uniform(0.80, 0.92))
            found.append(
                Sku(
                    sku_id=f"17295000{number:04d}{p:03d}{v:04d}",
                    product_id=product_id,
                    seller_sku=f"{''.join(w[0] for w in idea.name.split() if w[0].isalpha())}{number}-{p}{v:02d}",
                    product=product,
                    variation=variation,
                    category=idea.category,
                    listed=listed,
                    low_30d=low,
                    campaign_price=price,
                    unit_cost=_cents(listed * 0.38),
                    stock=int(rng.integers(12, 60)) * 10,
                    promotion=promotion,
                    weight=float(rng.uniform(0.5, 2.0)),
                )
            )
    return tuple(found)


def _cents(amount: float) -> int:
    return round(amount)
