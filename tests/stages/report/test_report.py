"""The report's document: every number is a figure, every figure agrees with the others, and nothing is invented."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from zoneinfo import ZoneInfo

import duckdb
import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from campaignctl.domain.campaign import Target
from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Card, Document, Findings, Text
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.domain.tables import Table
from campaignctl.stages.report import for_deck, for_workbook, report, vocabulary

ZONE = ZoneInfo("America/Los_Angeles")
NOON = datetime(2026, 11, 22, 15, tzinfo=ZONE)


def sentences(document: Document) -> Iterator[Sentence]:
    for section in document.sections:
        yield from (section.title, section.context, section.source)
        for part in section.parts:
            match part:
                case Card():
                    yield from (line.label for line in part.against)
                case Chart():
                    yield from (part.title, part.alt)
                case Table():
                    yield part.caption
                case Text():
                    yield from part.sentences
                case _:
                    pass


def refs(document: Document) -> Iterator[str]:
    for sentence in sentences(document):
        yield from (part.id for part in sentence.parts if isinstance(part, Ref))
    for section in document.sections:
        for part in section.parts:
            match part:
                case Card():
                    yield part.figure
                    yield from (line.change for line in part.against if line.change)
                case Chart():
                    yield from (value for series in part.series for value in series.values if value)  # noqa: PD011 - not a frame
                case Table():
                    rows = (*part.rows, *([part.total] if part.total else []))
                    yield from (cell.id for row in rows for cell in row if isinstance(cell, Ref))
                case _:
                    pass


def assert_sound(document: Document) -> None:
    """What every report has to keep to, whatever it was made from."""
    assert set(refs(document)) <= document.figures.keys()
    assert all(name == figure.id for name, figure in document.figures.items())
    assert all(figure.reason for figure in document.figures.values() if figure.value is None)
    families = tuple(family.removesuffix("*") for family in vocabulary().figures)
    assert all(name.startswith(families) for name in document.figures)
    assert document.texts.keys() == set(vocabulary().texts)
    plain = [s.slug for s in document.sections if "." not in s.slug]
    assert plain == [s for s in ORDER if document.section(s)]
    assert [s.slug for s in document.sections[: len(plain)]] == plain, "pages of categories and sellers come last"
    for section in document.sections:
        assert section.slug.partition(".")[0] in vocabulary().sections
        assert 0 < len(section.name) <= 31
        assert 0 < len(document.words(section.title)) <= 160, document.words(section.title)
        for part in section.parts:
            assert_part(part)
    assert not any("{" in document.words(sentence) for sentence in sentences(document))


def assert_part(part: object) -> None:
    match part:
        case Card():
            assert part.slug in vocabulary().cards
            assert len(part.against) <= 2
        case Chart():
            names = [series.name for series in part.series]
            allowed = vocabulary().charts[part.slug]
            assert names == [name for name in allowed if name in names] or not allowed
            assert names
            assert all(len(series.values) == len(part.categories) for series in part.series)
            assert any(value for series in part.series for value in series.values)  # noqa: PD011 - not a frame
        case Table():
            keys = [column.key for column in part.columns]
            assert set(keys) <= set(vocabulary().tables[part.slug])
            assert len(keys) == len(set(keys))
            assert all(len(row) == len(keys) for row in (*part.rows, *([part.total] if part.total else [])))
            last = len(part.rows) + (part.total is not None)
            assert all(0 <= row < last and key in keys for row, key in part.marks)
        case Text():
            assert part.slug in vocabulary().paragraphs
        case Findings():
            assert part.findings


ORDER = (
    "cover",
    "summary",
    "scorecard",
    "pace",
    "drivers",
    "lift",
    "change",
    "roi",
    "daily",
    "categories",
    "sellers",
    "promised",
    "products",
    "ways",
    "streams",
    "comparisons",
    "trend",
    "insights",
    "bridge",
    "actions",
    "data",
    "definitions",
    "dashboard",
)

SCENES = {
    "everything is there": {},
    "no targets": {"campaign": {"targets": (), "sellers": ()}},
    "targets by day": {
        "campaign": {"targets": tuple(Target("Day", f"2026-11-{day}", "GMV", 400_000) for day in range(20, 26))}
    },
    "no livestreams": {"streams": None},
    "no registrations": {"registered": None},
    "whole shops count": {"campaign": {"counts": "Whole shops of registered sellers"}},
    "no orders": {"order_lines": None},
    "nothing at all": {"order_lines": None, "streams": None, "registered": None, "inputs": (), "observations": ()},
    "it still runs": {"as_of": NOON},
    "it has not begun": {"as_of": datetime(2026, 11, 1, tzinfo=ZONE)},
    "a baseline of days": {"campaign": {"baseline_from": date(2026, 11, 9), "baseline_to": date(2026, 11, 13)}},
}


@pytest.fixture(scope="module")
def scene(build, make_campaign):
    """The report of a scene, made once."""

    @cache
    def of(name: str) -> Document:
        changes = dict(SCENES[name])
        if "campaign" in changes:
            changes["campaign"] = make_campaign(**changes["campaign"])
        return report(build(**changes))

    return of


@pytest.mark.parametrize("name", SCENES)
def test_every_report_keeps_to_the_contract(scene, name):
    assert_sound(scene(name))


@pytest.mark.parametrize("name", SCENES)
def test_titles_hold_figures_and_no_typed_numbers(scene, name):
    document = scene(name)
    for section in document.sections:
        plain = "".join(part for part in section.title.parts if isinstance(part, str))
        plain = re.sub(
            r"Lantern Week 2026|S-00\d|((Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?Nov \d+(, \d\d:\d\d PT)?|1,000 views|95% interval",
            "",
            plain,
        )
        assert not re.search(r"\d", plain), plain


def test_what_the_titles_say(scene):
    document = scene("everything is there")
    titles = {section.slug: document.words(section.title) for section in document.sections}
    assert titles["cover"] == "Sold $25K in 6 days, 27% above target and 60% above baseline"
    assert titles["summary"] == "Lantern Week 2026 sold $25K, 27% above target and 60% above baseline"
    assert titles["scorecard"] == "2 of 3 categories beat their target; Toys missed its target by $2K"
    assert titles["pace"] == "Every day beat its target pace; the campaign ended $5K (27%) above"
    assert titles["sellers"] == "2 of 3 sellers with a plan beat it; Quiet Harbour lacks most, $2K"
    assert titles["data"] == "All but 1 of 12,006 rows read were usable; 1 gap remains"
    assert titles["lift"].startswith("Against its own trend GMV moved by +")


def test_gmv_is_what_a_loop_over_the_lines_counts(scene, make_lines):
    frame = make_lines()
    days = frame["paid_day"].between("2026-11-20", "2026-11-25")
    ours = ~frame["sku_id"].str.endswith("99")
    expected = Decimal(int(frame.loc[days & ours, "subtotal_after_discount"].sum())) / 100
    document = scene("everything is there")
    assert document.figures["gmv.total"].value == expected
    assert document.figures["orders.total"].value == frame.loc[days & ours, "order_id"].nunique()
    whole = Decimal(int(frame.loc[days, "subtotal_after_discount"].sum())) / 100
    assert document.figures["gmv_shops.total"].value == whole


def test_the_baseline_is_the_mean_of_the_earlier_windows(scene, make_lines):
    frame = make_lines()
    frame = frame[~frame["sku_id"].str.endswith("99")]
    starts = [date(2026, 11, 6) - timedelta(weeks=n) for n in range(7)]
    sums = [
        frame.loc[
            frame["paid_day"].between(str(first), str(first + timedelta(days=5))), "subtotal_after_discount"
        ].sum()
        for first in starts
    ]
    document = scene("everything is there")
    assert document.figures["baseline_windows.total"].value == 7
    assert float(document.figures["gmv.total@baseline"].value) == pytest.approx(sum(sums) / 700, abs=0.01)
    now, then = (float(document.figures[f"gmv.total{period}"].value) for period in ("", "@baseline"))
    assert document.figures["gmv.total~baseline"].value == pytest.approx(now / then - 1)


@pytest.mark.parametrize("name", ["everything is there", "it still runs", "whole shops count", "no registrations"])
def test_parts_add_up_to_the_total(scene, name):
    figures = scene(name).figures
    for metric in ("gmv", "net_gmv", "units", "seller_discount", "platform_discount"):
        for scope in ("day", "category", "seller"):
            parts = [f.value for i, f in figures.items() if re.fullmatch(rf"{metric}\.{scope}\.[^@~]+", i)]
            whole = figures[f"{metric}.total"].value
            if whole is None:  # exports that reach beyond the as-of time date no refund
                assert (metric, name, set(parts)) == ("net_gmv", "it still runs", {None})
            else:
                assert sum(parts) == whole, (metric, scope)
    by_day_and_category = [f.value for i, f in figures.items() if i.startswith("gmv.day-category.")]
    assert sum(by_day_and_category) == figures["gmv.total"].value
    targets = [f.value for i, f in figures.items() if re.fullmatch(r"gmv\.day\.[^@~]+@target", i)]
    assert sum(targets) == figures["gmv.total@target"].value


def test_slides_write_small_money_in_whole_dollars_and_large_money_short(build, make_lines):
    frame = make_lines()
    small = report(build(order_lines=frame))
    money = ["subtotal_before_discount", "subtotal_after_discount"]
    large = report(build(order_lines=frame.assign(**{column: frame[column] * 100 for column in money})))
    first = [document.cell_words(document.part("scorecard").rows[0][3]) for document in (small, large)]
    assert first == ["$16,327", "$1.63M"]


def test_streams_add_up_to_all_livestreams(scene):
    figures = scene("everything is there").figures
    for metric in ("stream_gmv", "views", "stream_orders", "streams", "time_on_air"):
        parts = [f.value for i, f in figures.items() if re.fullmatch(rf"{metric}\.stream\.\d[^@~]*", i)]
        assert len(parts) == 12
        assert sum(parts) == figures[f"{metric}.total"].value


def test_the_running_total_ends_at_the_campaign_s_difference(scene):
    document = scene("everything is there")
    assert document.figures["running.day.2026-11-25~target_gap"].value == document.figures["gmv.total~target_gap"].value


def test_a_campaign_that_runs_is_held_against_the_part_that_is_due(scene):
    document = scene("it still runs")
    figures = document.figures
    assert figures["gmv.total@whole_target"].value == Decimal("20000.00")
    assert figures["gmv.total@target"].value < figures["gmv.total@whole_target"].value / 2
    assert "target to date" in document.words(document.section("summary").title)
    assert document.part("daily").rows[-1][0] == "Sun Nov 22 so far"
    assert "gmv.day.2026-11-23" not in figures


def test_rows_of_an_unknown_seller_stay_in_the_totals(build, make_lines):
    frame = make_lines()
    usual = report(build(order_lines=frame)).figures["gmv.total"].value
    frame["seller_id"] = frame["seller_id"].where(frame["seller_id"] != "S-004")
    document = report(build(order_lines=frame))
    assert document.figures["gmv.total"].value == usual
    assert document.figures["gmv.seller.unknown"].value > 0
    assert [row[0] for row in document.part("sellers").rows][-1] == "Seller unknown"
    assert {finding.code for finding in document.part("data-findings").findings} == {"DAT106", "DAT107", "DAT109"}
    assert_sound(document)


def test_a_seller_without_an_export_is_not_available_and_never_zero(build, make_lines):
    frame = make_lines()
    document = report(build(order_lines=frame[frame["seller_id"] != "S-003"]))
    assert document.figures["gmv.seller.s-003"].value is None
    assert document.figures["gmv.category.toys"].value is None
    assert document.words(document.section("scorecard").title).startswith("Both categories beat their target")
    assert_sound(document)


def test_a_missing_column_takes_its_figures_and_its_columns_with_it(build, make_lines):
    frame = make_lines().assign(seller_discount=pd.array([pd.NA] * len(make_lines()), dtype="Int64"))
    document = report(build(order_lines=frame))
    assert document.figures["discount_depth.total"].value is None
    keys = {column.key for column in document.part("categories").columns}
    assert "platform_discount" in keys
    assert not keys & {"seller_discount", "discount_depth"}
    assert [card.label for card in document.section("summary").parts if isinstance(card, Card)] == [
        "GMV",
        "Change against its own trend",
        "Orders",
        "Refund rate (provisional)",
        "Net GMV (provisional)",
        "GMV",
        "Orders",
        "AOV",
        "Refund rate (provisional)",
        "Net GMV (provisional)",
    ]
    assert "DAT104" in {finding.code for finding in document.part("data-findings").findings}


def test_lines_whose_amount_is_blank_are_counted_and_named_and_never_pass_for_zero(build, make_lines):
    frame = make_lines()
    within = frame.index[(frame["paid_day"] == "2026-11-21") & ~frame["sku_id"].str.endswith("99")]
    frame.loc[within[:3], "subtotal_after_discount"] = pd.NA
    frame.loc[within[:1], "quantity"] = pd.NA
    frame.loc[frame.index[frame["paid_day"] == "2026-10-10"][:2], "seller_discount"] = pd.NA
    document = report(build(order_lines=frame))
    said = [f.message for f in document.part("data-findings").findings if f.code == "DAT112"]
    assert said == [
        "3 paid lines hold no SKU Subtotal After Discount; sums of it are without them",
        "1 paid line holds no Quantity; sums of it are without them",
        "paid lines of the baseline hold no SKU Seller Discount; sums of it are without them",
    ]
    assert_sound(document)


def in_no_total(document):
    return [document.words(sentence) for sentence in document.part("summary-missing").sentences]


@pytest.mark.parametrize("lost", [["subtotal_after_discount"], ["created", "paid", "paid_day", "created_day"]])
def test_a_shop_whose_lines_cannot_be_read_is_told_first_and_not_judged(build, make_lines, lost):
    frame = make_lines()
    theirs = frame["seller_id"] == "S-003"
    frame.loc[theirs, lost] = pd.NA
    document = report(build(order_lines=frame))
    (said,) = in_no_total(document)
    assert said.startswith(f"The time or amount of {theirs.sum():,} of {len(frame):,} order lines cannot be read")
    assert said.endswith("(Quiet Harbour): their sales are in no total.")
    assert "gmv.seller.s-003@target" not in document.figures
    assert not any("Quiet Harbour lacked" in str(row) for row in document.part("insights").rows)
    assert_sound(document)


def test_orders_whose_amounts_nobody_can_read_are_no_sales_of_n_a(build, make_lines):
    unread = pd.array([pd.NA] * len(make_lines()), dtype="Int64")
    document = report(build(order_lines=make_lines().assign(subtotal_after_discount=unread)))
    title = document.words(document.section("summary").title)
    assert re.fullmatch(r"Lantern Week 2026 took \d+ paid orders; what they are worth cannot be read", title)
    assert all("No export holds an order" not in said for said in in_no_total(document))
    assert not [f.message for f in document.part("data-findings").findings if f.code == "DAT106"]
    assert_sound(document)


def test_no_average_is_made_of_some_amounts_and_all_orders(build, make_lines):
    frame = make_lines()
    within = frame.index[frame["paid_day"] == "2026-11-21"]
    frame.loc[within[0], "subtotal_after_discount"] = pd.NA
    figures = report(build(order_lines=frame)).figures
    assert (figures["aov.total"].value, figures["price_per_unit.total"].value) == (None, None)
    assert figures["aov.total"].reason == "some lines do not give SKU Subtotal After Discount"
    assert figures["aov.day.2026-11-22"].value is not None, "that day lacks nothing"


def test_an_invited_shop_without_an_order_in_any_export_is_told_before_the_numbers(build, make_lines):
    frame = make_lines()
    document = report(build(order_lines=frame[frame["seller_id"] != "S-003"]))
    assert in_no_total(document) == ["No export holds an order of Quiet Harbour: its sales are in no total."]


def test_few_shops_of_many_without_an_order_are_told_among_the_gaps_alone(build, make_campaign, make_lines):
    frame, plain = make_lines(), make_campaign()
    names = [f"S-9{n}" for n in range(10, 40)]
    registered = build().registered
    many = {
        "campaign": replace(plain, sellers=(*plain.sellers, *(replace(plain.sellers[0], id=name) for name in names))),
        "registered": pd.concat([registered, *(registered.head(1).assign(seller_id=name) for name in names)]),
    }
    ours = frame[frame["seller_id"] != "S-003"]
    assert in_no_total(report(build(order_lines=ours, **many)))[0].startswith("No export holds an order of")
    theirs = [ours.head(3).assign(seller_id=name, order_id=[f"{name}-{n}" for n in range(3)]) for name in names]
    document = report(build(order_lines=pd.concat([ours, *theirs]), **many))
    assert document.part("summary-missing") is None


def test_where_the_exports_begin_a_week_before_the_campaign_that_week_is_the_baseline(build, make_campaign, make_lines):
    frame = make_lines()
    held = frame[frame["paid_day"] >= "2026-11-13"]
    plain = make_campaign(baseline_from=None, baseline_to=None)
    document = report(build(campaign=plain, order_lines=held))
    before = held[(held["paid_day"] >= "2026-11-13") & (held["paid_day"] <= "2026-11-18")]
    sold = before[~before["sku_id"].str.endswith("99")]["subtotal_after_discount"].sum()
    assert document.figures["gmv.total@baseline"].value == Decimal(int(sold)) / 100, "its Friday to its Wednesday"
    document = report(build(campaign=plain, order_lines=frame[frame["paid_day"] >= "2026-11-16"]))
    assert "gmv.total@baseline" not in document.figures, "less than a week is none"


@pytest.mark.parametrize("value", [0, -500_00])
def test_a_target_of_nothing_or_less_is_no_target(build, make_campaign, value):
    document = report(build(campaign=make_campaign(targets=(Target("Campaign", "", "GMV", value),), sellers=())))
    assert not [name for name in document.figures if name.endswith("@target")]
    assert "target" not in document.words(document.section("summary").title)
    assert_sound(document)


def test_without_plans_nothing_is_said_to_be_above_or_below(build, make_campaign, make_lines):
    document = report(build(campaign=make_campaign(targets=(), sellers=()), order_lines=make_lines(weeks=0)))
    assert not [name for name in document.figures if "~" in name and not name.startswith("insight_")]
    assert document.section("scorecard") is None
    assert document.section("pace") is None
    assert not re.search(r"above|below|beat", " ".join(document.words(s.title) for s in document.sections))


def test_more_than_eight_categories_end_in_one_row_with_their_sum(build, make_campaign, make_registered):
    listed = make_registered()
    names = [f"Category {n:02d}" for n in range(len(listed))]
    targets = (Target("Campaign", "", "GMV", 2_000_000), *(Target("Category", n, "GMV", 100_000) for n in names))
    document = report(build(registered=listed.assign(category=names), campaign=make_campaign(targets=targets)))
    table = document.part("scorecard")
    assert len(table.rows) == 9
    assert table.rows[-1][0] == "12 others"
    shown = [document.figures[row[3].id].value for row in table.rows]
    assert sum(shown) == document.figures["gmv.total"].value
    stacked = document.part("gmv-by-day-and-category")
    assert [series.name for series in stacked.series][-1] == "Other"
    assert len(stacked.series) == 6
    assert_sound(document)


def test_more_than_eight_streams_end_in_one_row_with_rates_from_sums(scene):
    document = scene("everything is there")
    table = document.part("streams")
    assert table.rows[-1][0] == "4 others"
    assert [column.key for column in table.columns][:4] == ["stream", "seller", "start", "duration"]
    gmv = sum(document.figures[row[4].id].value for row in table.rows)
    assert gmv == document.figures["stream_gmv.total"].value
    views = document.figures["views.stream.others"].value
    expected = float(document.figures["stream_gmv.stream.others"].value) / views * 1000
    assert float(document.figures["watch_gpm.stream.others"].value) == pytest.approx(expected, abs=0.005)
    assert document.figures["peak_viewers.total"].value == 101


def test_a_stream_that_two_lists_of_a_shop_call_by_two_titles_counts_once_and_is_said_to(build, make_streams):
    frame = make_streams(3).assign(seller_id="S-001", file="exports/S-001/live.xlsx")
    again = frame.iloc[:1].assign(
        title="Another title", file="exports/S-001/more.xlsx", started=frame["started"].iloc[:1] + timedelta(minutes=2)
    )
    document = report(build(streams=pd.concat([frame, again], ignore_index=True)))
    assert document.figures["streams.total"].value == 3
    assert document.figures["streams_twice.total"].value == 1
    assert "1 livestream stands in two LIVE lists" in str(document.section("data"))


def test_two_shops_that_go_live_together_are_two_streams(build, make_streams):
    first = make_streams(1).assign(seller_id="S-001", file="exports/S-001/live.xlsx")
    second = first.assign(seller_id="S-002", file="exports/S-002/live.xlsx")
    assert report(build(streams=pd.concat([first, second], ignore_index=True))).figures["streams.total"].value == 2


def test_streams_that_start_together_keep_figures_of_their_own(build, make_streams):
    frame = make_streams(3)
    frame["started"] = frame["started"].iloc[0]
    document = report(build(streams=frame))
    ids = [name for name in document.figures if name.startswith("stream_gmv.stream.")]
    assert ids == [f"stream_gmv.stream.20261120-1000{tail}" for tail in ("", "-2", "-3")]


def test_the_order_of_rows_and_the_engine_change_nothing(build, make_lines):
    frame = make_lines()
    usual = report(build(order_lines=frame))
    assert report(build(order_lines=frame)) == usual
    assert report(build(order_lines=frame.iloc[::-1].reset_index(drop=True))) == usual
    assert report(build(order_lines=duckdb.connect().from_df(frame))) == usual


HOSTILE = [
    "=1+1",
    "</script>",
    "{{7*7}}",
    "{gmv.total}",
    "x" * 200,
    "🎉👩‍👩‍👧",
    "bell\x07",
    "\u202egnp.exe",
    "",
    "total",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_text(build, make_campaign, make_lines, make_streams, name):
    frame = make_lines().assign(product_name=name)
    sellers = tuple(replace(seller, name=name, category=name or "x") for seller in make_campaign().sellers)
    streams = make_streams().assign(title=name)
    campaign = make_campaign(sellers=sellers, name=name or "x", targets=(Target("Category", name, "GMV", 500),))
    document = report(build(order_lines=frame, campaign=campaign, streams=streams))
    assert set(refs(document)) <= document.figures.keys()
    assert document.part("products").rows[0][0] == (name or document.part("products").rows[0][1])
    assert all("<" not in identifier and "{" not in identifier for identifier in document.figures)


def test_the_workbook_and_the_deck_each_get_their_part(scene):
    document = scene("everything is there")
    workbook, deck = for_workbook(document), for_deck(document)
    assert [s.slug for s in workbook.sections] == [
        "summary",
        "dashboard",
        "lift",
        "roi",
        "daily",
        "hours",
        "categories",
        "categories-by-day",
        "sellers",
        "products",
        "streams",
        "comparisons",
        "insights",
        "data",
        "data-findings",
        "definitions",
    ]
    assert [part.slug for part in workbook.section("streams").parts] == ["streams-all"]
    assert workbook.section("cover") is None
    assert deck.section("daily") is None
    assert deck.part("scorecard") is not None
    assert workbook.figures == deck.figures == document.figures


def test_a_time_without_a_zone_and_a_campaign_without_a_window_are_refused(build, make_campaign):
    with pytest.raises(ValueError, match="needs a zone"):
        report(build(as_of=datetime(2026, 12, 1)))  # noqa: DTZ001 - that is the point
    with pytest.raises(ValueError, match="without a window"):
        report(build(campaign=make_campaign(window=None)))


def test_a_report_of_the_first_hours_has_no_whole_day_and_is_sound_all_the_same(build, make_lines):
    frame = make_lines(weeks=3)
    today = frame[frame["paid"] >= pd.Timestamp(NOON).normalize()].reset_index(drop=True)
    assert 0 < len(today) < len(frame)
    assert_sound(report(build(order_lines=today, as_of=NOON)))


@settings(
    max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
@given(data=st.data())
def test_any_part_of_the_data_gives_a_sound_report(build, make_lines, make_campaign, data):
    frame = make_lines(weeks=3)
    kept = data.draw(st.lists(st.integers(0, len(frame) - 1), max_size=40))
    some = frame.iloc[kept].reset_index(drop=True)
    for column in ("seller_id", "category", "order_id", "subtotal_after_discount", "product_id", "order_refund"):
        gone = data.draw(st.sets(st.integers(0, max(len(some) - 1, 0)), max_size=5))
        some[column] = some[column].mask(some.index.isin(gone))
    as_of = data.draw(st.sampled_from([NOON, datetime(2026, 12, 2, tzinfo=ZONE)]))
    targets = data.draw(st.sampled_from([(), make_campaign().targets]))
    document = report(build(order_lines=some, as_of=as_of, campaign=make_campaign(targets=targets)))
    assert_sound(document)
    parts = [f.value for i, f in document.figures.items() if re.fullmatch(r"gmv\.day\.[^@~]+", i)]
    if parts and all(part is not None for part in parts):
        assert sum(parts) == document.figures["gmv.total"].value
