"""All metrics, by code: the pages of the family folders beside this file."""

from functools import cache

from campaignctl.catalogue.loader import load
from campaignctl.metrics.measures import Table
from campaignctl.metrics.metric import Metric

PACKAGE = "campaignctl.metrics"

FAMILIES = {
    "GMV": "what was sold",
    "ORD": "orders and units",
    "DSC": "discounts and who paid them",
    "RET": "cancellations and refunds",
    "STR": "livestreams",
    "PRD": "product lists",
    "VID": "videos",
    "AFF": "creators",
    "ADS": "ads",
    "SET": "what was paid out",
}


@cache
def metrics() -> dict[str, Metric]:
    """Return every metric page by code; ``ValueError`` when a file does not fit or two metrics share an id."""
    pages = load(PACKAGE, "METRIC", Metric)
    ids = [page.id for page in pages.values()]
    twice = {word for word in ids if ids.count(word) > 1}
    if twice:
        raise ValueError(f"two metrics have the id {min(twice)}")
    for page in pages.values():
        if any(measure.table is not page.table for measure in page.measures):
            raise ValueError(f"{page.code}: a metric rests on one table")
    return pages


def of_table(table: Table) -> tuple[Metric, ...]:
    """Return the metrics that rest on ``table``, in code order."""
    return tuple(page for page in metrics().values() if page.table is table)


def by_id(word: str) -> Metric:
    """Return the metric with the id ``word``; ``KeyError`` when there is none."""
    return {page.id: page for page in metrics().values()}[word]
