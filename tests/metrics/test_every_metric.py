"""Every metric proves itself by its drawn examples, on pandas and on DuckDB."""

import importlib

import duckdb
import pandas as pd
import pytest

from campaignctl.catalogue.loader import explanation, load, module_of
from campaignctl.metrics.catalogue import PACKAGE, by_id, metrics, of_table
from campaignctl.metrics.example import example
from campaignctl.metrics.measures import Table
from campaignctl.metrics.metric import Direction, Metric
from campaignctl.metrics.proof import drawn_figures

PAGES = metrics()
EXAMPLES = [
    pytest.param(drawn, id=f"{code}-{n}")
    for code, page in PAGES.items()
    for n, drawn in enumerate(page.examples, start=1)
]


def in_pandas(frame: pd.DataFrame) -> object:
    return frame


def in_duckdb(frame: pd.DataFrame) -> object:
    return duckdb.connect().from_df(frame)


@pytest.mark.parametrize("engine", [in_pandas, in_duckdb])
@pytest.mark.parametrize("drawn", EXAMPLES)
def test_the_drawn_tables_give_the_figures_below_them(drawn, engine):
    found = drawn_figures(drawn, engine).figures
    assert {name: found[name].words for name, _ in drawn.expected} == dict(drawn.expected)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_an_example_shows_the_page_s_own_metric(page):
    shown = {name.split(".")[0] for drawn in page.examples for name, _ in drawn.expected}
    assert page.id in shown
    assert any(words != "n/a" for drawn in page.examples for name, words in drawn.expected if name.startswith(page.id))


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_says_what_it_is_and_what_it_rests_on(page):
    what, _ = explanation(module_of(PACKAGE, page))
    assert what.endswith(".")
    assert page.meaning
    assert len(page.meaning) <= 60, "a slide has one line for it"
    assert page.formula
    assert page.source
    assert {measure.table for measure in page.measures} == {page.table}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_what_cannot_be_added_up_is_not_called_additive(page):
    is_a_quotient = page.is_rate or page.id in {
        "aov",
        "aov_listed",
        "aov_sku_orders",
        "average_view_duration",
        "cost_per_ad_order",
        "cost_per_thousand_live_views",
        "creators",  # one may work for several shops
        "gmv_per_hour",
        "peak_viewers",
        "price_per_unit",
        "show_gpm",
        "stream_aov_attributed",
        "stream_price_per_order",
        "stream_price_per_unit",
        "video_gpm",
        "videos",  # one may show products of several shops
        "watch_gpm",
    }
    assert bool(page.additive_over) is not is_a_quotient


def test_money_that_grows_with_sales_is_neither_good_nor_bad_and_its_rate_is():
    by_sales = {
        "commission_expected",
        "referral_fee",
        "campaign_fee",
        "ad_cost",
        "seller_discount",
        "settled_commission",
    }
    assert {by_id(word).direction for word in by_sales} == {Direction.NEUTRAL}
    assert {by_id(word).direction for word in ("commission_rate", "referral_fee_rate")} == {Direction.DOWN}


def test_the_loader_finds_every_family():
    assert {code[:3] for code in PAGES} == {"GMV", "ORD", "DSC", "RET", "STR", "PRD", "VID", "AFF", "ADS", "SET"}
    assert load(PACKAGE, "METRIC", Metric) == PAGES
    assert {page.table for page in of_table(Table.STREAMS)} == {Table.STREAMS}


def test_ids_and_target_words_are_each_used_once():
    ids = [page.id for page in PAGES.values()]
    words = [page.target for page in PAGES.values() if page.target]
    assert len(ids) == len(set(ids))
    assert len(words) == len(set(words))
    assert by_id("gmv").code == "GMV101"


def test_no_two_metrics_go_by_one_word():
    labels = [page.label.casefold() for page in PAGES.values()]
    assert sorted(labels) == sorted(set(labels))
    assert not {"ctr", "ctor", "gpm", "roi", "avg. price", "conversion"} & set(labels), "each means several things"


def test_two_metrics_with_one_id_are_refused(monkeypatch):
    catalogue = importlib.import_module("campaignctl.metrics.catalogue")
    monkeypatch.setattr(catalogue, "load", lambda *_: {"GMV101": PAGES["GMV101"], "GMV999": PAGES["GMV101"]})
    with pytest.raises(ValueError, match="two metrics have the id gmv"):
        catalogue.metrics.__wrapped__()


def test_an_example_without_an_expected_figure_is_refused():
    with pytest.raises(ValueError, match="ends with the figures"):
        example("order_lines\n| order_id |\n| 1 |")


def test_an_example_with_an_unknown_column_is_refused():
    drawn = example("order_lines\n| order_number |\n| 1 |\ngmv.total = $0.00")
    with pytest.raises(ValueError, match="order_lines has no column order_number"):
        drawn_figures(drawn)


def test_the_text_of_an_example_is_what_documentation_shows():
    drawn = PAGES["ORD102"].examples[0]
    assert drawn.text.startswith("order_lines\n| order_id |")
    assert drawn.text.endswith("units.total = 5")
