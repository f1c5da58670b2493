"""A line's promotion is told from few facts, once for each set of them, and is the one that the line alone would get."""

from datetime import UTC, datetime, timedelta

import duckdb
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.campaign import Window
from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.frames import shaped
from campaignctl.metrics.counting import Scope, counted_lines
from campaignctl.metrics.kept import kept
from campaignctl.metrics.periods import Periods
from campaignctl.pricing.attribute import attribute, edges
from campaignctl.rules.examples import case_from
from campaignctl.stages.report.promoted import FACT, promotion_words, with_promotions

SKU, OTHER, PRODUCT = "1729500011223344501", "1729500011223344502", "1729384756102938471"
PRICES = case_from(
    draw(f"""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to      | Kind of value  | Value | Starts           | Ends             | Seller pays
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs  | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 100%
 8 | HD26-04 | Campaign price | Campaign price   | Variation | Nominated SKUs  | Seller's price |       | 2026-11-21 00:00 | 2026-11-21 23:59 | 70%
 9 | HD26-06 | In the show    | LIVE flash deal  | Variation | Nominated SKUs  | Seller's price |       | 2026-11-20 19:00 | 2026-11-20 19:20 | 100%
Products
   | Promotion ID | Product ID | SKU ID  | List price | Campaign price | Stock
 7 | HD26-01      | {PRODUCT}  | {SKU}   | 32.00      | 24.99          | 100
 8 | HD26-04      | {PRODUCT}  | {SKU}   | 32.00      | 21.99          | 100
 9 | HD26-06      | {PRODUCT}  | {SKU}   | 32.00      | 20.00          | 100
 10 | HD26-01     | {PRODUCT}  | {OTHER} | 19.00      | 15.00          | 100
""")
).prices
START, END = datetime(2026, 11, 18, 8, tzinfo=UTC), datetime(2026, 11, 28, 8, tzinfo=UTC)
DURING = Periods(Window(START, END), (), ())
MOMENTS = [datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=int(edge)) for edge in edges(PRICES)]
near_an_edge = st.tuples(st.sampled_from(MOMENTS), st.sampled_from([-1, 0, 1])).map(
    lambda told: told[0] + timedelta(microseconds=told[1])
)
hours = st.integers(1, 9 * 24).map(lambda passed: START + timedelta(hours=passed))
placed = st.one_of(near_an_edge, hours)
line = st.fixed_dictionaries(
    {
        "created": st.one_of(st.none(), placed, placed, placed),
        "seller_id": st.sampled_from(["S-001", "S-001", None, "S-777"]),
        "sku_id": st.sampled_from([SKU, SKU, OTHER, "17", None]),
        "product_id": st.sampled_from([PRODUCT, None]),
        "line_kind": st.sampled_from(["sale", "sale", None, "gift"]),
        "quantity": st.sampled_from([1, 1, 2, 3, 0, None]),
        "seller_discount": st.sampled_from([0, 400, 701, 702, 703, 1200, 1402, None]),
        "platform_discount": st.sampled_from([0, 0, 300, 600, None]),
    }
)


def in_pandas(frame: pd.DataFrame) -> object:
    return frame


def in_duckdb(frame: pd.DataFrame) -> object:
    return duckdb.connect().from_df(frame)


def table(rows: list[dict[str, object]]) -> pd.DataFrame:
    paid = START + timedelta(hours=1)
    frame = pd.DataFrame([{**row, "paid": paid, "row": number} for number, row in enumerate(rows)])
    for moment in ("created", "paid"):
        frame[moment] = pd.to_datetime(frame[moment], utc=True).astype("datetime64[us, UTC]")
    return shaped(frame, ORDER_LINES)


def told_by(frame: pd.DataFrame, engine) -> pd.DataFrame:
    native = engine(frame)
    lines, facts = with_promotions(counted_lines(native, Scope(), DURING), native, PRICES)
    words = {"promotion_id": promotion_words(PRICES)}
    found = kept(lines, native, words).sort("row").select(FACT, "promotion_id").collect(backend="pandas").to_native()
    by = facts.iloc[found[FACT].astype("int64")].reset_index(drop=True)
    return by.assign(matched=found["promotion_id"].astype("str"))


@pytest.mark.parametrize("engine", [in_pandas, in_duckdb])
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=st.lists(line, min_size=1, max_size=40))
def test_lines_that_share_their_facts_share_the_promotion_each_would_get_alone(engine, rows):
    frame = table(rows)
    alone, found = attribute(frame, PRICES), told_by(frame, engine)
    pd.testing.assert_frame_equal(found.drop(columns="matched"), alone)
    matched = alone["promotion_id"].where(alone["outcome"].eq("matched"))
    pd.testing.assert_series_equal(found["matched"], matched, check_names=False)


def test_a_campaign_s_edges_are_the_moments_at_which_its_promotions_start_and_end():
    assert [f"{moment:%d %H:%M}" for moment in MOMENTS] == ["20 08:00", "21 03:00", "21 03:20", "21 08:00", "22 08:00", "26 08:00"]  # fmt: skip


@pytest.mark.parametrize("engine", [in_pandas, in_duckdb])
def test_lines_outside_the_campaign_have_no_promotion(engine):
    row = {"created": MOMENTS[0], "seller_id": "S-001", "sku_id": SKU, "quantity": 1, "seller_discount": 701}
    frame = table([row, row]).assign(platform_discount=pd.array([0, 0], dtype="Int64"))
    frame.loc[1, "paid"] = END - timedelta(days=1)
    during = Periods(Window(START, START + timedelta(days=2)), (), ())
    native = engine(frame)
    lines, facts = with_promotions(counted_lines(native, Scope(), during), native, PRICES)
    assert len(facts) == 1
    assert lines.select("promotion_id").collect(backend="pandas").to_native()["promotion_id"].tolist() == ["HD26-01"]


@pytest.mark.parametrize("engine", [in_pandas, in_duckdb])
def test_without_prices_no_line_has_a_promotion(engine):
    native = engine(table([{"created": MOMENTS[0], "seller_id": "S-001", "sku_id": SKU, "quantity": 1}]))
    lines, facts = with_promotions(counted_lines(native, Scope(), DURING), native, None)
    assert facts is None
    assert lines.select("promotion_id").collect(backend="pandas").to_native()["promotion_id"].isna().all()
