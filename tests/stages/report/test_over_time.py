"""A report over a campaign's life: before it begins, while it runs, while returns are open, when figures are final."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from campaignctl.domain.campaign import Window
from campaignctl.domain.document import Card, Findings
from campaignctl.domain.earlier import Earlier, at_equal_age
from campaignctl.stages.report import asked_for, for_deck, for_workbook, report

ZONE = ZoneInfo("America/Los_Angeles")
START, END = datetime(2026, 11, 20, tzinfo=ZONE), datetime(2026, 11, 26, tzinfo=ZONE)
NOON = datetime(2026, 11, 22, 12, tzinfo=ZONE)
FINAL = date(2026, 12, 20)


def said(document, slug):
    return document.words(document.section(slug).title)


def heads(document):
    return [column.title for column in document.part("comparisons").columns]


def caption(document):
    return document.words(document.part("comparisons").caption)


def codes(document):
    found = (part for part in document.section("data").parts if isinstance(part, Findings))
    return {finding.code for part in found for finding in part.findings}


# ----------------------------------------------------------------------------------------------------- before it begins


def test_before_it_begins_a_report_says_when_and_misses_nothing(build):
    document = report(build(as_of=START - timedelta(days=2)))
    assert said(document, "summary") == "Lantern Week 2026 begins Fri Nov 20; nothing is sold yet"
    assert "not begun" in document.words(document.section("summary").context)
    assert not {"DAT101", "DAT108"} & codes(document)
    assert for_workbook(document).section("summary").parts, "the workbook opens with it"
    assert document.part("definitions-all") is not None
    assert not any(part.slug == "definitions-all" for s in for_deck(document).sections for part in s.parts)


def test_a_campaign_that_begins_in_the_evening_says_at_which_hour(build, make_campaign):
    window = Window(START + timedelta(hours=18), END)
    document = report(build(as_of=START, campaign=make_campaign(window=window)))
    assert said(document, "summary").endswith("begins Fri Nov 20, 18:00 PT; nothing is sold yet")


# ------------------------------------------------------------------------------------------------------- while it runs


@pytest.fixture(scope="module")
def running(build):
    return report(build(as_of=NOON))


def test_while_it_runs_a_page_says_up_to_when_it_counts(running):
    assert "6 days, counted up to Nov 22, 12:00" in running.words(running.section("daily").source)
    assert running.words(running.section("daily").context) == "Lantern Week 2026 · Nov 20 to 25 so far · USD"


def test_while_it_runs_nobody_is_held_against_a_whole_target(running):
    assert "target to date" in said(running, "scorecard")
    told = [action.what for action in asked_for(running) if "of its target" in action.what]
    assert told
    assert all("of its target to date of" in what for what in told)


def test_what_a_shop_lacks_is_the_same_action_while_it_runs_and_when_it_is_over(build, make_campaign):
    """Else it would stand as no longer seen on the day after the campaign."""
    plan = make_campaign(sellers=tuple(replace(one, gmv_target=19_000_00) for one in make_campaign().sellers))
    during, after = (
        {a.what.partition(" lacked ")[0]: a.id for a in asked_for(report(build(as_of=at, campaign=plan)))}
        for at in (NOON, END)
    )
    both = {"Quiet Harbour", "Old Thimble"}
    assert both <= during.keys() & after.keys()
    assert {shop: during[shop] for shop in both} == {shop: after[shop] for shop in both}


def test_a_lift_of_a_campaign_that_runs_tells_the_days_that_it_is_of(running):
    figures = running.figures
    sold = sum(figures[f"gmv.day.2026-11-{day}"].value for day in (20, 21))
    assert figures["gmv.total@whole_days"].value == sold
    assert "up to Sat Nov 21" in said(running, "lift")
    words = [running.words(sentence) for sentence in running.part("lift-words").sentences]
    assert words[0].startswith(f"Sold {figures['gmv.total@whole_days'].words} up to Sat Nov 21; expected ")
    assert running.part("season") is None, "two days of sales are no step from the baseline of two and a half"


def test_no_return_is_told_of_a_day_that_is_not_over(running):
    """Its discount is known and what it brought is not: every promotion would look like a loss at noon."""
    assert not [name for name in running.figures if name.startswith("roi.")]


# ---------------------------------------------------------------------------------------------- while returns are open


def test_what_returns_still_move_stands_beside_the_weeks_before_and_not_against_them(build, make_campaign):
    early, late = (
        report(build(as_of=as_of, campaign=make_campaign(figures_final=FINAL)))
        for as_of in (END, datetime(2026, 12, 20, tzinfo=ZONE))
    )
    for word in ("refund_rate", "net_gmv", "cancel_rate"):
        for before in ("baseline", "previous"):
            assert early.figures[f"{word}.total@{before}"].value is not None
            assert early.figures[f"{word}.total~{before}"].value is None
            assert "returns are closed" in early.figures[f"{word}.total~{before}"].reason
            assert late.figures[f"{word}.total~{before}"].value is not None
    cards = {card.label: card for card in early.section("summary").parts if isinstance(card, Card)}
    lines = cards["Refund rate (provisional)"].against
    assert early.words(lines[0].label).startswith("baseline ")
    assert not lines[0].change


@pytest.mark.parametrize(
    ("final", "state"), [(None, "provisional"), (FINAL, "provisional"), (date(2026, 12, 1), "final")]
)
def test_figures_are_final_only_from_the_day_that_the_set_up_names(build, make_campaign, final, state):
    document = report(build(campaign=make_campaign(figures_final=final)))
    assert f" · {state}, as of" in document.words(document.section("summary").context)
    groups = {column.group for column in document.part("daily").columns}
    assert ("What came back so far" in groups) is (state == "provisional")


# ------------------------------------------------------------------------------------------------- what moved since then


def told(as_of, *, days=6, **values):
    """A report of a campaign of these days, made then."""
    named = {f"{word}.total": value for word, value in values.items()}
    return Earlier("Lantern Week 2026", as_of, named, as_of - END, as_of - START, days=days, currency="USD")


def test_the_final_report_lists_what_moved_since_the_last_one(build, make_campaign):
    inputs = build(as_of=datetime(2026, 12, 20, 9, tzinfo=ZONE), campaign=make_campaign(figures_final=FINAL))
    now = report(inputs).figures
    gmv, net, rate = (now[f"{word}.total"].value for word in ("gmv", "net_gmv", "refund_rate"))
    last = told(END + timedelta(days=2), gmv=gmv, net_gmv=net + Decimal("312.40"), refund_rate=float(rate) - 0.01)
    document = report(replace(inputs, past=(last,)))
    words = [document.words(sentence) for sentence in document.part("moved").sentences]
    assert words == [
        "Since the report of Nov 28 these moved: net GMV −$312 and refund rate +1.00 pp.",
        "Returns are closed: these figures are final.",
    ]
    assert document.figures["net_gmv.total~last_gap"].value == Decimal("-312.40")


def test_when_nothing_moved_the_report_says_so(build, ordinary):
    now = ordinary.figures
    values = {word: now[f"{word}.total"].value for word in ("gmv", "net_gmv", "orders", "refund_rate")}
    document = report(build(past=(told(END + timedelta(days=2), **values),)))
    assert [document.words(s) for s in document.part("moved").sentences] == [
        "Nothing moved since the report of Nov 28."
    ]


def test_sums_of_a_report_made_while_it_ran_are_no_measure_of_the_whole(build):
    document = report(build(past=(told(NOON, gmv=Decimal("9000.00"), aov=Decimal("40.00")),)))
    assert document.figures["gmv.total@last"].value == Decimal("9000.00")
    assert document.figures["gmv.total~last"].value is None
    assert document.figures["aov.total~last"].value is not None
    assert document.part("moved") is None


# ------------------------------------------------------------------------------------------------ beside other campaigns


def other(**changes):
    values = {
        "gmv.total": Decimal("20000.00"),
        "orders.total": 600.0,
        "aov.total": Decimal("33.00"),
        "refund_rate.total": 0.02,
    }
    plain = Earlier("Holiday 2025", datetime(2025, 11, 28, tzinfo=ZONE), values, timedelta(days=6), timedelta(days=12))
    return replace(plain, **{"days": 6, "currency": "USD", **changes})


def against(build, **changes):
    return report(build(earlier=(other(**changes),)))


def change(document, word, name="holiday-2025"):
    return document.figures[f"{word}.total~earlier-{name}"].value


def test_campaigns_of_one_length_age_and_currency_are_subtracted(build):
    document = against(build)
    assert None not in {change(document, word) for word in ("gmv", "orders", "aov", "refund_rate")}
    assert "Holiday 2025, 6 days after its end" in heads(document)


def test_sums_of_a_campaign_of_another_length_stand_beside_and_rates_against(build):
    document = against(build, days=4)
    assert change(document, "gmv") is change(document, "orders") is None
    assert change(document, "aov") is not None
    assert "Holiday 2025 ran 4 days, so sums stand beside these and not against them." in caption(document)


def test_money_of_another_currency_is_left_out(build):
    document = against(build, currency="VND", marketplace="Shopee VN")
    assert "gmv.total@earlier-holiday-2025" not in document.figures
    assert change(document, "orders") is not None
    assert "Holiday 2025 counted in VND: its amounts are left out." in caption(document)
    assert "Holiday 2025 ran on Shopee VN." in caption(document)


def test_returns_closed_to_another_part_are_not_subtracted(build):
    document = against(build, age=timedelta(days=31))
    assert change(document, "refund_rate") is None
    assert change(document, "gmv") is not None


def test_final_figures_stand_against_final_ones(build, make_campaign):
    closed = make_campaign(figures_final=date(2026, 12, 1))
    document = report(build(campaign=closed, earlier=(other(is_final=True, age=timedelta(days=40)),)))
    assert change(document, "refund_rate") is not None
    assert "Holiday 2025, final" in heads(document)
    assert change(report(build(campaign=closed, earlier=(other(),))), "refund_rate") is None


def test_two_campaigns_of_one_name_have_columns_of_their_own(build):
    document = report(build(earlier=(other(), other(age=timedelta(days=5)))))
    assert {"gmv.total@earlier-holiday-2025", "gmv.total@earlier-holiday-2025-2"} <= document.figures.keys()


def made(days, *, final=False, length=6):
    """A report of an earlier campaign, made so many days after its end."""
    age = timedelta(days=days)
    return Earlier("2025", END + age, {}, age, age + timedelta(days=length), is_final=final, days=length)


def test_a_final_report_is_held_against_the_newest_final_one():
    reports = (made(12), made(31, final=True), made(33, final=True), made(-2))
    assert at_equal_age(reports, timedelta(days=14), is_final=True) is reports[2]
    assert at_equal_age(reports, timedelta(days=14)) is reports[0]
    assert at_equal_age(reports[:1], timedelta(days=14), is_final=True) is reports[0]


def test_a_campaign_that_runs_is_held_against_one_made_as_far_in_and_against_no_other():
    reports = (made(-4, length=7), made(-1, length=7), made(2, length=7))
    assert at_equal_age(reports, timedelta(days=-3), timedelta(days=3, hours=1)) is reports[0]
    assert at_equal_age(reports, timedelta(days=-3), timedelta(days=4)) is None


# ------------------------------------------------------------------------------------------------ days without any order


def test_a_day_without_an_order_of_any_shop_is_named_and_the_data_are_partial(build, make_lines):
    lines = make_lines()
    document = report(build(order_lines=lines[lines["paid_day"] != "2026-11-23"].reset_index(drop=True)))
    assert "DAT105" in codes(document)
    assert document.figures["days_held.total"].value == 5
    assert any("Mon Nov 23" in document.words(s) for s in document.part("dashboard-warnings").sentences)


def test_a_campaign_without_one_order_did_not_sell_nothing(build, make_lines):
    """No orders at all is an export that lacks: nobody reads `100% below baseline` of it."""
    lines = make_lines()
    document = report(build(order_lines=lines[lines["paid_day"] < "2026-11-20"].reset_index(drop=True)))
    assert said(document, "summary") == "No paid orders of Lantern Week 2026 were found in the exports"
    assert pd.notna(document.figures["gmv.total"].value)
