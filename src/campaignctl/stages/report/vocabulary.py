"""The slugs that a campaign report may hold: what a template can ask for, and what a document never exceeds.

A document leaves out what the data do not give. The series of ``gmv-by-day-and-category`` are the categories
themselves, so none is named here.
"""

from campaignctl.domain.document import Vocabulary
from campaignctl.insights.terms import TERMS
from campaignctl.metrics.catalogue import metrics

SECTIONS = (
    "cover",
    "summary",
    "daily",
    "categories",
    "scorecard",
    "pace",
    "lift",
    "insights",
    "sellers",
    "products",
    "streams",
    "data",
    "definitions",
    "roi",
    "next",
    "category",
    "seller",
)

COUNTS = (
    "days",
    "sellers",
    "skus",
    "products",
    "baseline_windows",
    "gmv_share",
    "gmv_to_target",
    "above",
    "on",
    "below",
    "judged",
    "running",
    "sum_above",
    "sum_on",
    "sum_below",
    "shortfall",
    "furthest_shortfall",
    "furthest",
    "top_products",
    "rows",
    "unusable_rows",
    "usable_rows",
    "gaps",
    "others",
    "fake_dates",
    "fake_larger",
    "far_shops",
    "history",
    "insights",
    *(term.id for term in TERMS),
)
"""Figures that the report defines itself, beside those of the metrics."""

_SALES = ("gmv", "target", "vs_target", "baseline", "vs_baseline")
_AFTER = (
    "orders",
    "units",
    "aov",
    "seller_discount",
    "platform_discount",
    "discount_depth",
    "net_gmv",
    "cancel_rate",
    "refund_rate",
)
_STREAM = ("stream", "seller", "start", "duration", "gmv", "views", "watch_gpm", "ctr", "ctor", "orders")
_SIDE = ("seller", "gap", "percent", "vs_baseline")

VOCABULARY = Vocabulary(
    sections=SECTIONS,
    charts={
        "gmv-by-day": ("GMV",),
        "gmv-by-day-targets": ("Campaign", "Baseline", "Target"),
        "gmv-by-category": ("Target", "Met", "Missed"),
        "gmv-by-day-daily": ("Campaign", "Baseline", "Target"),
        "gmv-by-day-and-category": (),
        "percent-of-target": ("Met", "Missed"),
        "pace": ("Campaign", "Below target", "Target", "Baseline"),
        "lift": ("Campaign", "Campaign, not distinguishable", "Fake dates", "Larger"),
        "category-days": ("GMV",),
        "cost": ("Sellers", "Platform"),
        "roi": ("Decided", "Open"),
        "spread": ("Above plan", "On plan", "Below plan"),
        "above": ("Sellers", "Furthest"),
        "below": ("Sellers", "Furthest"),
        "stream-gpm": ("Watch GPM", "Best"),
    },
    tables={
        "highlights": ("kind", "what", "how_sure", "next"),
        "daily": ("day", *_SALES, *_AFTER),
        "categories": ("category", "sellers", "skus", "share", *_SALES, *_AFTER),
        "scorecard": ("category", "sellers", "skus", "gmv", "target", "percent_of_target", "vs_target", "vs_baseline"),
        "pace": ("row", *(f"day-{n}" for n in range(1, 8))),
        "lift": ("what", "effect", "low", "high", "money", "money_low", "money_high"),
        "fake-dates": ("date", "effect"),
        "lift-rows": ("what", "effect"),
        "lift-money": ("what", "money"),
        "insights": ("kind", "what", "how_sure", "next", "owner"),
        "sellers-above": _SIDE,
        "sellers-below": _SIDE,
        "sellers": ("seller", "seller_id", "category", "skus", "share", "percent_of_target", *_SALES, *_AFTER),
        "products": ("product", "product_id", "seller", "category", "share", "gmv", *_AFTER),
        "streams": _STREAM,
        "streams-all": (*_STREAM, "peak_viewers", "gmv_per_hour"),
        "data": ("file", "rows", "usable", "what"),
        "data-files": ("file", "rows", "usable", "what"),
        "metrics": ("metric", "value", "baseline", "change"),
        "best-products": ("product", "gmv"),
        "category-sellers": ("seller", "gmv", "vs_target", "vs_baseline"),
        "next": ("kind", "next", "what", "how_sure", "owner"),
        "roi-rows": ("what", "cost", "roi", "verdict"),
        "definitions": ("term", "meaning"),
        "definitions-all": ("term", "code", "meaning", "formula", "source"),
    },
    cards=("card-1", "card-2", "card-3", "card-4", "card-5"),
    figures=tuple(f"{word}.*" for word in (*(page.id for page in metrics().values()), *COUNTS)),
    texts=(
        "campaign.name",
        "campaign.marketplace",
        "campaign.period",
        "campaign.zone_words",
        "report.as_of_words",
        "report.prepared_by",
    ),
    paragraphs=("summary-points", "seller-spread", "lift-words", "lift-verdict", "lift-key", "data-notes"),
)
