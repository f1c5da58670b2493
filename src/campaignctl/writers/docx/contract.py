"""What a memo's template may ask for; what a report lacks of it goes with its paragraph, table or chart.

A token that is none of these, no word of the report and no figure is a slip, and is refused.
"""

from collections.abc import Mapping

SECTIONS = ("memo", "days", "insights", "categories", "lift", "roi", "promised", "next", "data")
FIELDS = ("title", "context", "source")
CHARTS = ("days", "season", "percent-of-target")
CHART_FIELDS = ("title", "unit", "key")
TEXTS = ("answer", "before", "lift-words", "promised-words", "sureness")
TABLES: Mapping[str, tuple[str, ...]] = {
    "figures": ("what", "result", "plan", "vs_plan", "baseline", "vs_baseline"),
    "figures-before": ("what", "gmv", "vs_gmv", "orders", "vs_orders", "aov", "vs_aov"),
    "highlights": ("kind", "what", "how_sure", "next"),
    "roi-rows": ("what", "cost", "roi", "verdict"),
    "promised-worst": ("seller", "standing", "promised", "kept", "price", "stock", "slots", "held", "lost"),
    "next": ("kind", "next", "what", "owner"),
}
KNOWN = frozenset(
    [f"{section}.{field}" for section in SECTIONS for field in FIELDS]
    + [f"chart:{chart}.{field}" for chart in CHARTS for field in CHART_FIELDS]
    + [f"{table}.{key}" for table, keys in TABLES.items() for key in keys]
    + list(TEXTS)
)
