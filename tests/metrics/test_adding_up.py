"""What a metric says it may be summed over adds up, on tables in which ids repeat wherever they can in real exports."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import narwhals as nw
import pandas as pd
import pytest

from campaignctl.domain.frames import Dtype, shaped
from campaignctl.metrics.beside import campaign_rows
from campaignctl.metrics.catalogue import by_id, metrics
from campaignctl.metrics.compute import BY_TOTAL, Dimension, breakdown
from campaignctl.metrics.counting import Scope, committed_skus, counted_lines, held_streams, listed_products
from campaignctl.metrics.example import SHAPES, WEEK
from campaignctl.metrics.measures import BESIDE_ORDERS, Table
from campaignctl.metrics.proof import week

COLUMNS = {
    "seller": ("seller_id",),
    "day": ("paid_day", "started_day", "launched_day", "created_day"),
    "category": ("campaign_category",),
    "product": ("product_id",),
    "stream": ("stream_key",),
    "video": ("video_id",),
    "creator": ("creator",),
}
"""The columns that a dimension may stand in, by table the first one it has."""
DAYS = [WEEK.start + timedelta(days=n, hours=9) for n in range(3)]
ADDITIVE = [page for page in metrics().values() if page.additive_over]


def rows(table: Table) -> pd.DataFrame:
    """Orders are one shop's and one day's, with several SKUs; videos, creators and products turn up in several shops."""
    draw = random.Random(7)  # noqa: S311 (the same tables in every run)
    shape = SHAPES[table.value]
    return shaped(pd.DataFrame([_row(shape, number, draw) for number in range(60)]), shape)


def _row(shape, number: int, draw: random.Random) -> dict[str, object]:
    order = number // 3
    day = DAYS[order % 3]
    row: dict[str, object] = {
        name: draw.randint(0, 900) for name, kind in shape.items() if kind in (Dtype.MONEY, Dtype.COUNT, Dtype.RATE)
    }
    row |= {name: day for name, kind in shape.items() if kind == Dtype.INSTANT}
    row |= {name: str(day.date()) for name in shape if name.endswith("_day")}
    row |= {"first_day": "2026-11-20", "last_day": "2026-11-26"} if "first_day" in shape else {}
    ids = {
        "order_id": f"O-{order}", "sku_id": f"K-{number % 4}", "product_id": f"P-{number % 4 // 2}",
        "seller_id": ("S-1", "S-2", None)[order % 3 if order % 5 else 0], "video_id": f"V-{draw.randint(1, 9)}",
        "creator": draw.choice(["ada", "ben", "cat"]), "title": f"LIVE {number}",
        "category": ("Beauty", "Toys")[number % 2],
        "kind": draw.choice(["order", "order", "adjustment"]), "returned": draw.choice(["yes", "no"]),
        "status": draw.choice(["completed", "cancelled"]), "line_kind": "sale",
    }  # fmt: skip
    return row | {name: value for name, value in ids.items() if name in shape}


def prepared(table: Table) -> nw.LazyFrame:
    frame, during = rows(table), week()
    if table in BESIDE_ORDERS:
        mine = campaign_rows(table, frame, during)
    elif table is Table.STREAMS:
        mine = held_streams(frame, during)
    elif table is Table.PRODUCT_TRAFFIC:
        mine = listed_products(frame, during)
    elif table is Table.COMMITTED_SKUS:
        mine = committed_skus(frame)
    else:
        registered = pd.DataFrame(
            {
                "seller_id": ["S-1"] * 2,
                "sku_id": ["K-1", "K-2"],
                "product_id": ["P-0", "P-1"],
                "category": ["Home", "Toys"],
            }
        )
        mine = counted_lines(frame, Scope(registered.astype("str")), during)
    return mine.with_columns(stream_key=nw.col("title")) if "title" in frame else mine


def not_adding_up(page) -> Iterator[str]:
    """Yield the dimensions over which the parts of a metric are not its total."""
    table = prepared(page.table)
    known = table.collect_schema().names()
    total = page.combine(breakdown(table, (page,), BY_TOTAL, week(), compare=False).campaign)
    for scope in page.additive_over:
        column = next(name for name in COLUMNS[scope] if name in known)
        parts = breakdown(table, (page,), Dimension(scope, column), week(), compare=False)
        assert len(parts.keys) > 1, (page.id, scope)
        if page.combine(parts.campaign).sum() != total.iloc[0]:
            yield scope


@pytest.mark.parametrize("page", ADDITIVE, ids=lambda page: page.code)
def test_the_parts_of_a_metric_make_its_total_wherever_it_says_so(page):
    assert list(not_adding_up(page)) == []


@pytest.mark.parametrize(
    ("word", "over"),
    [("creators", "seller"), ("orders", "category"), ("orders", "product"), ("videos", "seller"),
     ("peak_viewers", "seller"), ("creator_orders", "creator"), ("aov", "day"), ("ctr", "stream")],
)  # fmt: skip
def test_a_wrong_declaration_is_found(word, over):
    assert list(not_adding_up(replace(by_id(word), additive_over=(over,)))) == [over]
