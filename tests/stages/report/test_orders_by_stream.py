"""An order by livestream counts to the one stream of its shop that was on air when it was placed, and to no other."""

from dataclasses import replace
from datetime import timedelta

import duckdb
import pandas as pd
import pytest

from campaignctl.domain.export_frames import STREAMS
from campaignctl.domain.frames import shaped
from campaignctl.stages.report import report

from .conftest import END, START, inputs


def streams(*held):
    """Streams: shop, title, hour and minutes from the campaign's start, minutes on air."""
    rows = [
        {
            "seller_id": shop,
            "title": title,
            "started": START + timedelta(hours=hour, minutes=minute),
            "duration": length * 60,
            "direct_gmv": 1_000 - number,
            "orders": 3,
            "views": 900,
            "file": "live.xlsx",
            "row": number,
        }
        for number, (shop, title, hour, minute, length) in enumerate(held)
    ]
    return shaped(pd.DataFrame(rows), STREAMS)


MORNINGS = [("S-001", f"Morning {day + 1}", 9 + 24 * day, 0, 180) for day in range(6)]


def live(lines, shop="S-001", hours=range(9, 12)):
    """The lines with a channel: by livestream what a shop sold in these hours, all else by product card."""
    hour = lines["created"].dt.tz_convert(START.tzinfo).dt.hour
    way = (lines["seller_id"].eq(shop) & hour.isin(list(hours))).map({True: "LIVE", False: "Product card"})
    return lines.assign(channel=way.astype("category"))


def sold(lines, start, end, shop="S-001"):
    """GMV in dollars of a shop's registered lines placed by livestream between two moments, added up here."""
    own = lines[lines["seller_id"].eq(shop) & lines["channel"].eq("LIVE")]
    inside = own[(own["created"] >= start) & (own["created"] < end) & ~own["sku_id"].str.endswith("99")]
    return inside["subtotal_after_discount"].sum() / 100


def told(document):
    axis = document.cube.axis("stream")
    return {} if axis is None else {one.label.rpartition(": ")[2]: one.slug for one in axis.members}


def note(document):
    return " ".join(document.words(one) for one in document.part("dashboard-notes").sentences)


@pytest.fixture(scope="module")
def plain():
    return inputs(streams=streams(*MORNINGS))


@pytest.fixture(scope="module")
def lines(plain):
    return live(plain.order_lines)


def in_a_database(frame):
    held = duckdb.connect()
    held.execute("SET TimeZone = 'UTC'")
    return held.from_df(frame.assign(channel=frame["channel"].astype("str")))


@pytest.mark.parametrize("engine", [lambda frame: frame, in_a_database], ids=["in memory", "in a database"])
def test_every_stream_has_the_sales_of_its_own_hours(plain, lines, engine):
    document = report(replace(plain, order_lines=engine(lines)))
    slugs = told(document)
    assert list(slugs)[-1] == "Not from one livestream"
    assert len(slugs) == 7
    for _, title, hour, _, length in MORNINGS:
        start = START + timedelta(hours=hour)
        figure = document.figures[f"gmv.stream.{slugs[title]}"]
        assert float(figure.value) == pytest.approx(sold(lines, start, start + timedelta(minutes=length)))
        assert f"orders.stream.{slugs[title]}" in document.figures
    assert document.figures["streams_told.total"].words == "100%"
    assert "100% of livestream sales" in note(document)


def test_an_order_placed_when_a_stream_ends_is_no_longer_of_it(plain, lines):
    half = [(*one[:4], 90) for one in MORNINGS]
    document = report(replace(plain, order_lines=lines, streams=streams(*half)))
    start = START + timedelta(hours=9)
    figure = document.figures[f"gmv.stream.{told(document)['Morning 1']}"]
    assert float(figure.value) == pytest.approx(sold(lines, start, start + timedelta(minutes=90)))
    assert float(figure.value) < sold(lines, start, start + timedelta(minutes=180))


def test_while_two_streams_of_a_shop_are_on_air_an_order_counts_to_neither(plain, lines):
    both = [*MORNINGS, ("S-001", "Second account", 11, 0, 60)]
    document = report(replace(plain, order_lines=lines, streams=streams(*both)))
    start = START + timedelta(hours=9)
    figure = document.figures[f"gmv.stream.{told(document)['Morning 1']}"]
    assert float(figure.value) == pytest.approx(sold(lines, start, start + timedelta(hours=2)))
    assert "Second account" not in told(document)


def test_a_stream_of_another_shop_takes_no_order(plain, lines):
    other = [("S-002", "Neighbour", 9, 0, 600), *MORNINGS]
    document = report(replace(plain, order_lines=lines, streams=streams(*other)))
    assert "Neighbour" not in told(document)
    assert document.figures["streams_told.total"].words == "100%"


def test_an_order_that_did_not_come_by_livestream_is_of_no_stream(plain, lines):
    document = report(replace(plain, order_lines=lines))
    rest = [one.label for one in document.cube.axis("stream").members].index("Not from one livestream")
    sums = document.cube.sums_by("stream")
    cards = document.cube.axis("channel")
    card = [one.label for one in cards.members].index("Product card")
    assert sums[rest]["value"] == document.cube.sums({"channel": card})["value"]


def test_too_little_told_apart_leaves_the_choice_out_and_says_how_little(plain, lines):
    short = [(*one[:4], 5) for one in MORNINGS]
    document = report(replace(plain, order_lines=lines, streams=streams(*short)))
    assert told(document) == {}
    share = document.figures["streams_told.total"]
    assert share.value < 0.5
    assert f"only {share.words} of livestream sales were placed while one of their shop was on air" in note(document)
    assert not [one for one in document.figures if one.startswith("gmv.stream.")]


def test_a_stream_without_an_end_and_orders_without_a_channel_tell_nothing(plain, lines):
    endless = plain.streams.assign(duration=pd.array([None] * 6, dtype="Int64"))
    document = report(replace(plain, order_lines=lines, streams=endless))
    assert told(document) == {}
    assert "Orders name their channel, not their livestream; livestreams one by one stand" in note(document)
    assert told(report(plain)) == {}


def test_more_streams_than_anybody_chooses_from_are_not_told_apart(monkeypatch, plain, lines):
    monkeypatch.setattr("campaignctl.stages.report.on_air.MOST_STREAMS", 5)
    document = report(replace(plain, order_lines=lines))
    assert told(document) == {}
    assert "streams_told.total" not in document.figures


def test_the_end_of_the_window_is_no_order_of_the_last_stream(plain, lines):
    late = [*MORNINGS[:5], ("S-001", "Last night", 24 * 5 + 9, 0, 60 * 30)]
    document = report(replace(plain, order_lines=lines, streams=streams(*late)))
    figure = document.figures[f"gmv.stream.{told(document)['Last night']}"]
    assert float(figure.value) == pytest.approx(sold(lines, START + timedelta(hours=24 * 5 + 9), END))


def test_products_are_folded_first_and_then_livestreams(monkeypatch, plain, lines):
    halves = [(*one[:2], one[2], minute, 90) for one in MORNINGS for minute in (0, 90)]
    scopes = ["day", "seller", "category", "channel", "stream", "product"]
    for dropped in ("", "product", "stream"):
        scopes = [scope for scope in scopes if scope != dropped]
        document = report(replace(plain, order_lines=lines, streams=streams(*halves)))
        assert [axis.scope for axis in document.cube.axes] == scopes
        monkeypatch.setattr("campaignctl.stages.report.cube.build.MOST_ROWS", len(document.cube.rows) - 1)
    assert "Products, livestreams are not told apart" in note(document)
