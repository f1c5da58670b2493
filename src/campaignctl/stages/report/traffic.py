"""What product lists tell of the campaign: its figures, and the funnel of each product and channel against before.

A list counts for the period it states. The one before is of as many days, ends before the campaign, and lies whole
weeks back where there is such a one; a shop plays a part only where it gave both.
"""

from collections.abc import Iterator, Sequence
from datetime import date

import pandas as pd

from campaignctl.insights.facts import Funnel
from campaignctl.metrics.catalogue import of_table
from campaignctl.metrics.compute import BY_PRODUCT, BY_TOTAL, Breakdown, breakdown, enter
from campaignctl.metrics.counting import listed_products
from campaignctl.metrics.listed import CHANNELS, CLICKS, WIDE
from campaignctl.metrics.measures import Table
from campaignctl.metrics.metric import Metric
from campaignctl.metrics.native import lazy
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.roi.product_cost import kept_of_price
from campaignctl.stages.report.times import day_words

NAMES = {"live": "LIVE", "video": "Video", "card": "Product card"}
_STEPS = ("unique_page_views", "customers", "gmv")
_FUNNEL = [f"{channel}_{step}" for channel in CHANNELS for step in _STEPS]


def enter_traffic(basis: Basis) -> None:
    """Enter the figures of product lists of exactly the campaign's days; nothing where there is none."""
    lists = _lists(basis)
    if lists is None:
        return
    mine = listed_products(lists, basis.periods)
    if len(mine.collect(backend="pandas")):
        every = of_table(Table.PRODUCT_TRAFFIC)
        total = breakdown(mine, every, BY_TOTAL, basis.periods, compare=False)
        pages = _told(every, total)
        enter(basis.ledger, pages, total)
        found = breakdown(mine, pages, BY_PRODUCT, basis.periods, compare=False)
        listed = set(found.keys)
        enter(basis.ledger, pages, found, [key for key in basis.products if key is not None and key in listed])


def _told(pages: Sequence[Metric], total: Breakdown) -> tuple[Metric, ...]:
    """Return the pages without those of the wide list, where nobody handed one in."""
    is_wide = bool(total.campaign[CLICKS.name].notna().any())
    return tuple(page for page in pages if is_wide or not WIDE & {measure.name for measure in page.measures})


def funnels_of(basis: Basis) -> Iterator[Funnel]:
    """Yield visitors, buyers and value of each product and channel, in the list before and in the campaign's."""
    lists = compared(basis)
    if lists is None:
        return
    before, now = lists
    first, second = (frame.groupby("product_id")[_FUNNEL].sum(min_count=1) for frame in (before, now))
    both = first.join(second.add_suffix("__now"), how="outer").fillna(0)
    sellers = pd.concat([before, now]).groupby("product_id")["seller_id"].first().to_dict()
    registered, kept = _registered_categories(basis), kept_of_price(basis)
    for product, row in both.iterrows():
        seller = str(sellers.get(product, ""))
        category = registered.get(str(product)) or basis.inputs.scope.categories.get(seller) or ""
        for channel in CHANNELS:
            then = [int(row[f"{channel}_{step}"]) for step in _STEPS]
            after = [int(row[f"{channel}_{step}__now"]) for step in _STEPS]
            yield Funnel(
                str(product),
                NAMES[channel],
                *then,
                *after,
                seller=seller,
                category=category,
                kept=kept.get(str(product)),
            )


def compared(basis: Basis) -> tuple[pd.DataFrame, pd.DataFrame] | None:
    """Return the product list before and that of the campaign, of the shops that gave both; None without either."""
    lists, days = _lists(basis), basis.periods.all_days
    if lists is None or not days or not basis.periods.is_over:
        return None
    lists = lists.dropna(subset=_FUNNEL, how="all")  # the wide list has no channels: that is not nobody came
    now = lists[(lists["first_day"] == str(days[0])) & (lists["last_day"] == str(days[-1]))]
    before = _before(lists[lists["seller_id"].isin(now["seller_id"])], days)
    return None if before is None else (before, now[now["seller_id"].isin(before["seller_id"])])


def before_words(basis: Basis) -> str:
    """Return ``Nov 6 to 11``, the days of the list before; nothing without both lists."""
    lists = compared(basis)
    return "" if lists is None else period_words(lists[0])


def period_words(before: pd.DataFrame) -> str:
    """Return ``Nov 6 to 11``: the days of a list."""
    first, last = (date.fromisoformat(str(before[name].iloc[0])) for name in ("first_day", "last_day"))
    end = str(last.day) if first.month == last.month else day_words(last)
    return day_words(first) if first == last else f"{day_words(first)} to {end}"


def _registered_categories(basis: Basis) -> dict[str, str]:
    """Return the category under which each product was registered, as lines are counted."""
    listed = basis.inputs.listed
    if listed is None or not {"product_id", "category"} <= set(listed.columns):
        return {}
    known = listed.dropna(subset=["product_id", "category"]).drop_duplicates("product_id")
    return {str(key): str(of) for key, of in zip(known["product_id"], known["category"], strict=True)}


def _before(lists: pd.DataFrame, days: tuple[date, ...]) -> pd.DataFrame | None:
    """Return the rows of the latest period of as many days before the campaign, one of whole weeks back first."""
    fits = []
    for first, last in lists[["first_day", "last_day"]].drop_duplicates().itertuples(index=False):
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        if (end - start).days == len(days) - 1 and end < days[0]:
            fits.append(((days[0] - start).days % 7 == 0, start, first, last))
    if not fits:
        return None
    _, _, first, last = max(fits)
    of_period: pd.DataFrame = lists[(lists["first_day"] == first) & (lists["last_day"] == last)]
    return of_period


def _lists(basis: Basis) -> pd.DataFrame | None:
    """Return the product lists of the shops that take part; None without any that states its period."""
    if basis.inputs.traffic is None:
        return None
    table = lazy(basis.inputs.traffic)
    frame: pd.DataFrame = (
        table.collect(backend="pandas").to_native().dropna(subset=["product_id", "first_day", "last_day"])
    )
    sellers = basis.inputs.scope.sellers
    kept = frame[frame["seller_id"].isin(sorted(sellers))] if sellers else frame
    return None if kept.empty else kept
