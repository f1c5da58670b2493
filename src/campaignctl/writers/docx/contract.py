"""What a memo's template may ask for; what a report lacks of it goes with its paragraph, table or chart.

A token that is none of these, no word of the report and no figure is a slip, and is refused.
"""

from collections.abc import Mapping

SECTIONS = ("memo", "lift", "insights", "roi", "promised", "next", "data")
FIELDS = ("title", "context", "source")
CHARTS = ("days", "season", "percent-of-target", "roi")
BESIDE = {"roi": "roi-rows"}
"""Charts that draw a mark per row of a table, and stand in a cell of its row."""
CHART_FIELDS = ("title", "unit", "key")
TEXTS = (
    "answer",
    "ask",
    "lift-words",
    "season-note",
    "standing",
    "payback-words",
    "payback-note",
    "promised-words",
    "promised-note",
    "sureness",
)
OPTIONAL = frozenset({"ask"})
"""What may lack without the paragraph that it ends."""
TABLES: Mapping[str, tuple[str, ...]] = {
    "figures": ("what", "result", "plan", "vs_plan", "baseline", "vs_baseline"),
    "figures-before": ("what", "gmv", "vs_gmv", "orders", "vs_orders", "aov", "vs_aov"),
    "highlights": ("kind", "what", "how_sure", "next"),
    "roi-rows": ("what", "cost", "roi", "verdict", "ratio", "interval"),
    "promised-kinds": ("what", "promised", "kept", "share", "worst", "cost"),
    "next": ("kind", "next", "what", "how_sure", "at_stake", "owner", "by"),
}
KNOWN = frozenset(
    [f"{section}.{field}" for section in SECTIONS for field in FIELDS]
    + [f"chart:{chart}.{field}" for chart in CHARTS for field in CHART_FIELDS]
    + [f"{table}.{key}" for table, keys in TABLES.items() for key in keys]
    + list(TEXTS)
)
