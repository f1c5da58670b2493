"""The report says what the campaign brought, by the best method that the data allow, and what a better one needs."""

from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest

from campaignctl.domain.campaign import Campaign, Seller, Window
from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.frames import shaped
from campaignctl.domain.tables import Mark
from campaignctl.stages.report import ReportInputs, report
from campaignctl.stages.report.views import for_deck, for_memo, for_today, for_workbook
from campaignctl.writers.report.cards import against_words

ZONE = ZoneInfo("America/Los_Angeles")
START, DAYS = datetime(2026, 11, 20, tzinfo=ZONE), 7
WEEKDAYS = (0.92, 0.9, 0.93, 0.97, 1.08, 1.18, 1.06)


def lines(*, before=84, after=7, lift=1.4, far=10, near=0, taken=1.0, seed=3, empty_day=None):
    """One line a shop and day: campaign shops in Beauty, near ones too, far ones in Garden."""
    rng = np.random.default_rng(seed)
    first = START.date() - timedelta(days=before)
    shops = (
        [("S", n, lift) for n in range(6)]
        + [("F", n, 1.0) for n in range(far)]
        + [("N", n, taken) for n in range(near)]
    )
    rows = []
    for at in range(before + DAYS + after):
        day = first + timedelta(days=at)
        whole = WEEKDAYS[day.weekday()] * np.exp(rng.normal(0, 0.05))
        for kind, number, factor in shops:
            inside = 0 <= (day - START.date()).days < DAYS
            amount = 100_000 * whole * np.exp(rng.normal(0, 0.08)) * (factor if inside else 1)
            if kind == "S" and at == empty_day:
                continue
            rows.append((f"{kind}-{number}", day, round(amount)))
    return frame(rows)


def frame(rows):
    moments = [datetime(day.year, day.month, day.day, 12, tzinfo=ZONE) for _, day, _ in rows]
    made = {
        "seller_id": [shop for shop, _, _ in rows],
        "order_id": [str(n) for n in range(len(rows))],
        "sku_id": "1",
        "product_id": "1",
        "status": "completed",
        "line_kind": "sale",
        "quantity": 1,
        "subtotal_after_discount": [amount for _, _, amount in rows],
        "paid": moments,
        "created": moments,
        "paid_day": [str(day) for _, day, _ in rows],
    }
    return shaped(pd.DataFrame(made), ORDER_LINES)


def days_of(order_lines):
    return sorted(date.fromisoformat(day) for day in order_lines["paid_day"].unique())


def reported(order_lines):
    shops = sorted(order_lines["seller_id"].dropna().unique())
    roles = {"S": ("Beauty", "Campaign"), "F": ("Garden", "Comparison"), "N": ("Beauty", "Comparison")}
    sellers = tuple(Seller(shop, shop, roles[shop[0]][0], "Growth", roles[shop[0]][1], None) for shop in shops)
    campaign = Campaign(
        "Deals", "HD", "Market", str(ZONE), "USD", Window(START, START + timedelta(days=DAYS)), sellers=sellers
    )
    last = date.fromisoformat(order_lines["paid_day"].max())
    as_of = datetime(last.year, last.month, last.day, 23, 30, tzinfo=ZONE)
    return report(ReportInputs(campaign, as_of, order_lines))


@cache
def report_of(**told):
    """The report of such lines: made once for all tests that ask of it."""
    return reported(lines(**told))


def value(document, figure):
    return float(document.figures[figure].value)


def gap_messages(document):
    return [row[-1] for row in document.part("data").rows] if document.part("data") else []


def everything_said(document):
    """Return all that a document says in titles, texts, tables and findings, in one text."""
    said = [document.words(section.title) for section in document.sections]
    for part in (part for section in document.sections if section.slug != "definitions" for part in section.parts):
        said += [document.words(sentence) for sentence in getattr(part, "sentences", ())]
        said += [document.cell_words(c) for row in getattr(part, "rows", ()) for c in row if c is not None]
        said += [f"{each.name} {each.message} {each.fix}" for each in getattr(part, "findings", ())]
    return " ".join(said)


def test_with_comparison_shops_the_true_lift_lies_in_the_interval_and_is_told_from_zero():
    document = report_of(lift=1.4)
    effect = document.figures["gmv.total~expected"]
    assert effect.low < 0.4 < effect.high
    title = document.words(document.section("lift").title)
    assert title.startswith("A lift of +")
    assert title.endswith("is distinguishable from zero")
    assert value(document, "far_shops.total") == 10


def test_without_an_effect_it_says_not_distinguishable_from_zero():
    title = report_of(lift=1.0)
    assert title.words(title.section("lift").title).endswith("is not distinguishable from zero")


def test_the_money_is_the_same_draws_as_the_effect():
    document = report_of()
    gained = value(document, "gmv.total") - value(document, "gmv.total@expected")
    assert value(document, "gmv.total~expected_gap") == pytest.approx(gained, abs=0.02)
    low, high = (value(document, f"gmv.total~expected_gap_{end}") for end in ("low", "high"))
    assert low < gained < high


def test_what_near_shops_lose_is_told_beside_the_gain():
    document = report_of(near=6, taken=0.85)
    assert value(document, "gmv.total~taken") == pytest.approx(-0.15, abs=0.1)
    assert any("Near shops" in document.words(s) for s in document.part("lift-words").sentences)


def test_near_shops_are_never_the_control_and_change_nothing_in_the_lift():
    """A control that loses sales to the campaign would make it larger."""
    alone = lines()
    near = frame([(f"N-{n}", day, 300_000) for n in range(9) for day in days_of(alone)])
    beside = shaped(pd.concat([alone, near], ignore_index=True), ORDER_LINES)
    with_near, without = reported(beside), reported(alone)
    assert value(with_near, "far_shops.total") == value(without, "far_shops.total") == 10
    for end in ("", "_low", "_high"):
        assert value(with_near, f"gmv.total~expected{end}") == value(without, f"gmv.total~expected{end}")


def without(order_lines, shops, before):
    """Return the lines less those of some shops that lie more than ``before`` days before the campaign."""
    first = str(START.date() - timedelta(days=before))
    early = order_lines["seller_id"].isin(shops) & (order_lines["paid_day"] < first)
    return order_lines[~early.fillna(value=False)].reset_index(drop=True)


def test_comparison_shops_that_sold_nothing_before_the_campaign_are_none():
    document = reported(without(lines(far=9), ["F-0", "F-1"], before=0))
    assert document.words(document.section("lift").title).startswith("Against its own trend")
    assert any("(7 are there)" in document.words(s) for s in document.part("lift-words").sentences)


def test_a_comparison_shop_that_comes_in_half_way_is_left_out():
    late = without(lines(far=10), ["F-0"], before=40)
    document = reported(late)
    assert value(document, "far_shops.total") == 9
    others = reported(late[late["seller_id"] != "F-0"])
    assert value(document, "gmv.total~expected") == value(others, "gmv.total~expected")


@pytest.mark.parametrize("shop", ["S-0", "F-0"])
def test_exports_that_reach_further_back_than_others_are_no_growth_of_the_others(shop):
    every = lines(before=120)
    longer = without(every, [other for other in every["seller_id"].unique() if other != shop], before=84)
    document, cut = reported(longer), reported(without(every, every["seller_id"].unique(), before=84))
    assert value(document, "history.total") == value(cut, "history.total") == 84
    assert value(document, "gmv.total~expected") == value(cut, "gmv.total~expected")


def test_where_all_comparison_shops_are_near_they_are_refused_and_far_ones_asked_for():
    document = report_of(far=0, near=12)
    assert document.words(document.section("lift").title).startswith("Against its own trend")
    asked = (
        "A better estimate needs 8 comparison shops outside the campaign's categories (0 are there; the campaign may"
        " take sales from the others, which share its categories)."
    )
    assert asked in [document.words(s) for s in document.part("lift-words").sentences]


def test_what_is_left_of_the_gain_after_what_near_shops_lost_is_told():
    document = report_of(near=6, taken=0.8)
    gain, kept = value(document, "gmv.total~expected"), value(document, "gmv.total~kept")
    assert kept == pytest.approx(gain - 0.2, abs=0.12)
    assert any("Net of what near shops" in document.words(s) for s in document.part("lift-words").sentences)


def test_two_groups_that_are_copies_of_each_other_have_no_lift_at_all():
    """Nothing says how sure an effect is of which no day ever strayed."""
    days = [START.date() + timedelta(days=at) for at in range(-84, 7)]
    copies = [
        (shop, day, 1000 + 100 * day.weekday()) for shop in (*(f"F-{n}" for n in range(8)), "S-0") for day in days
    ]
    document = reported(frame(copies))
    assert document.section("lift") is None
    assert "gmv.total~expected" not in document.figures


def test_on_the_trend_alone_what_was_expected_is_not_said_to_be_what_would_have_been():
    document = report_of(far=0)
    words = " ".join(document.words(s) for s in document.part("lift-words").sentences)
    assert "expected from its trend" in words
    assert "expected without the campaign" not in words
    assert "cannot be separated from anything else that happened in those weeks" in words


def test_the_difference_is_told_before_the_ends_of_its_interval():
    document = report_of()
    ids = [f"gmv.total~expected_gap{end}" for end in ("", "_low", "_high")]
    gap, low, high = (document.figures[one].words for one in ids)
    words = " ".join(document.words(s) for s in document.part("lift-words").sentences)
    assert f"Difference {gap}, between {low} and {high}." in words


def test_the_week_after_makes_the_net_effect_and_without_it_there_is_none():
    assert "gmv.total~net" in report_of(after=7).figures
    assert "gmv.total~net" not in report_of(after=3).figures


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"far": 3}, "8 comparison shops outside the campaign's categories (3 are there)"),
        ({"before": 60}, "84 days of orders before the campaign (60 are there)"),
        ({"empty_day": 40}, "sales on every day in both groups"),
    ],
    ids=["too few shops", "too few days", "a day without sales"],
)
def test_what_keeps_it_from_a_control_group_is_said(data, words):
    document = report_of(**data)
    found = [finding for finding in document.section("data").parts if hasattr(finding, "findings")]
    messages = [f"{f.message} {f.fix}" for part in found for f in part.findings if f.code == "DAT109"]
    assert any(words in message for message in messages)


def test_the_way_it_was_measured_is_named():
    allowed = [
        next(words for s in document.part("lift-words").sentences if "four ways" in (words := document.words(s)))
        for document in (report_of(), report_of(far=0), report_of(before=60))
    ]
    assert [words.rpartition("allow ")[2] for words in allowed] == [
        "the first: against comparison shops.",
        "the second: against the campaign's own trend.",
        "the second: against the campaign's own trend.",
    ]


def test_a_trend_alone_is_never_called_lift():
    document = report_of(far=0)
    title = document.words(document.section("lift").title)
    assert title.startswith("Against its own trend GMV moved by +")
    assert "A lift" not in title


def test_ten_days_before_the_campaign_are_no_lift_at_all():
    document = report_of(before=10)
    assert document.section("lift") is None
    assert "gmv.total~baseline" in document.figures
    assert "lift" not in everything_said(document).casefold()


def test_what_cannot_be_told_is_said_with_what_it_would_take():
    document = report_of(before=10)
    title = "What the campaign brought cannot be told: that needs 56 days of orders before the campaign (10 are there)"
    assert document.words(document.section("change").title) == title
    words = [document.words(sentence) for sentence in document.part("change-words").sentences]
    assert words[0].endswith(": a change that holds whatever else happened in those days.")
    assert "the data allow the third: a change against the baseline." in words[2]
    assert [document.words(s) for s in for_today(document).part("today-opening").sentences].count(title) == 1
    assert any(title in document.words(s) for s in for_deck(document).part("summary-points").sentences)
    assert words[2] in [document.words(s) for s in for_memo(document).part("sureness").sentences]
    assert document.section("change") in for_workbook(document).sections


def test_too_few_days_for_a_change_ask_for_a_week():
    document = report_of(before=3)
    assert document.words(document.section("change").title) == (
        "What the campaign brought cannot be told, nor a change against the baseline: that needs 7 days of orders before "
        "the campaign (3 are there)"
    )
    words = [document.words(sentence) for sentence in document.part("change-words").sentences]
    assert words[-2].endswith("the data allow the last: what was sold, against no other days.")
    assert words[-1] == ("A change against the baseline needs 7 days of orders before the campaign (3 are there).")


def test_the_picture_holds_the_interval_and_every_fake_date():
    chart = report_of().part("lift")
    assert chart is not None
    section = for_workbook(report_of()).section("lift")
    picture = next(part for part in section.parts if hasattr(part, "series"))
    assert picture.series[0].low[0].endswith("_low")
    assert picture.categories[0] == "Campaign"
    assert len([words for words in picture.categories if words.startswith("Fake date")]) >= 2


def words_of(document):
    return " ".join(document.words(s) for s in document.part("lift-words").sentences)


def fakes_of(document):
    return [float(f.value) for name, f in document.figures.items() if name.startswith("gmv.fake_date.")]


@pytest.mark.parametrize(("bend", "side"), [(0.8, "above"), (-0.8, "below")])
def test_fake_dates_that_all_fall_on_one_side_are_explained_and_nothing_is_taken_off(bend, side):
    """A group that changes course moves every fake date alike: neighbours are fitted to nearly the same weeks."""
    straight = lines()
    of_days = pd.to_datetime(straight["paid_day"])
    at = (of_days - of_days.min()).dt.days / 84
    factor = np.where(straight["seller_id"].str.startswith("S"), np.exp(bend * at**2), 1)
    amount = (straight["subtotal_after_discount"].astype(float) * factor).round().astype("Int64")
    document = reported(straight.assign(subtotal_after_discount=amount))
    assert {fake > 0 for fake in fakes_of(document)} == {side == "above"}
    assert f"all fall {side} zero" in words_of(document)
    sold, expected = value(document, "gmv.total"), value(document, "gmv.total@expected")
    assert value(document, "gmv.total~expected") == pytest.approx(sold / expected - 1, abs=1e-6)


def test_fake_dates_on_both_sides_need_no_word_and_stand_with_both_ends():
    document = report_of(seed=4)
    fakes = {float(f.value): f.words for name, f in document.figures.items() if name.startswith("gmv.fake_date.")}
    assert min(fakes) < 0 < max(fakes)
    assert f"shows {fakes[min(fakes)]} to {fakes[max(fakes)]}." in words_of(document)
    assert "all fall" not in words_of(document)


def test_days_of_the_campaign_that_no_export_holds_are_no_days_without_sales():
    every = lines()
    gone = [str(START.date() + timedelta(days=at)) for at in (2, 3)]
    document = reported(every[~every["paid_day"].isin(gone)])
    told = "The exports hold no sale of 2 of 7 days; all totals are without them."
    assert document.section("lift") is None
    assert document.words(document.section("change").title).endswith("that needs orders of every day of the campaign")
    for view, slug in ((for_today, "today-opening"), (for_deck, "summary-points"), (for_memo, "answer")):
        assert told in [document.words(sentence) for sentence in view(document).part(slug).sentences]
    assert told in [document.words(sentence) for sentence in for_workbook(document).part("summary-missing").sentences]
    found = [each for part in document.section("data").parts for each in getattr(part, "findings", ())]
    assert [each.code for each in found].count("DAT105") == 2


def test_what_is_left_of_a_gain_says_so_where_it_cannot_be_told_from_zero():
    for pulled in (1.0, 0.75):
        rows = lines(lift=1.25, near=6, taken=0.7)
        around = pd.to_datetime(rows["paid_day"]).sub(pd.Timestamp(START.date())).dt.days
        waited = (around.between(-7, -1) | around.between(DAYS, DAYS + 6)) & rows["seller_id"].str.startswith("S")
        name = "subtotal_after_discount"
        rows.loc[waited, name] = (rows.loc[waited, name].astype(float) * pulled).round().astype("Int64")
        document = reported(rows)
        for word, opening in (("net", "Net of what buyers"), ("taken", "Near shops"), ("kept", "Net of what near")):
            figure = document.figures[f"gmv.total~{word}"]
            (said,) = (w for s in document.part("lift-words").sentences if (w := document.words(s)).startswith(opening))
            assert ("not distinguishable from zero" in said) == (figure.low <= 0 <= figure.high), said


def test_sales_of_no_seller_are_in_the_effect_as_they_are_in_what_was_sold():
    every = lines(far=0)
    document = reported(every.assign(seller_id=every["seller_id"].mask(every["seller_id"] == "S-0")))
    sold, expected = value(document, "gmv.total"), value(document, "gmv.total@expected")
    assert value(document, "gmv.total~expected_gap") == pytest.approx(sold - expected, rel=0.02)


def test_the_workbook_s_summary_tells_the_effect_in_its_title_or_that_it_cannot_be_told():
    document = for_workbook(report_of())
    gained = document.figures["gmv.total~expected_gap"].words.removeprefix("+")
    title = document.words(document.section("summary").title)
    assert title.endswith(f"; about {gained} more than expected without the campaign")
    untold = report_of(before=10)
    told = for_workbook(untold).part("summary-effect").sentences[0]
    assert untold.words(told) == untold.words(untold.section("change").title) + "."


def second_card(document):
    """Label, number and lines of what stands beside GMV on page, workbook and chat; None where that is orders."""
    card = document.part("key-2")
    told = [against_words(document, line) for line in card.against]
    return None if card.figure == "orders.total" else (card.label, document.figures[card.figure].words, *told)


def ends(document):
    return [document.figures[f"gmv.total~expected{end}"].words for end in ("", "_low", "_high")]


def test_the_card_of_a_lift_gives_money_effect_interval_and_the_one_wording_of_its_verdict():
    document = report_of(lift=1.4)
    middle, low, high = ends(document)
    money = document.figures["gmv.total~expected_gap"].words
    size = f"▲ {middle} (95% interval {low} to {high})"
    assert second_card(document) == ("Lift over expected", money, size, "● distinguishable from zero")
    assert document.part("key-2").against[0].mark is Mark.GOOD


def test_the_card_of_a_lift_that_is_not_told_from_zero_says_so_first_and_has_no_colour():
    document = report_of(lift=1.0)
    middle, low, high = ends(document)
    _, _, *told = second_card(document)
    assert told == [f"● {middle}, not distinguishable from zero", f"● 95% interval {low} to {high}"]
    assert {line.mark for line in document.part("key-2").against} == {Mark.NEUTRAL}


def test_without_comparison_shops_the_card_speaks_of_the_campaign_s_own_trend_and_of_no_lift():
    label, *told = second_card(report_of(far=0))
    assert label == "Change against its own trend"
    assert "lift" not in " ".join(told).casefold()
    assert "interval" in " ".join(told)


def test_on_the_third_rung_the_card_is_a_change_against_the_baseline_and_never_a_lift():
    document = report_of(before=21)
    usual, change = (document.figures[f"gmv.total{end}"].words for end in ("@baseline", "~baseline"))
    assert second_card(document) == (
        "Change against the baseline",
        document.figures["gmv.total~baseline_gap"].words,
        f"▲ {change} against baseline {usual}",
        "● whatever else happened then is in it",
    )
    assert "lift" not in f"{second_card(document)} {document.part('key-2').meaning}".casefold()


def test_on_the_last_rung_another_figure_takes_the_place_of_the_card():
    document = report_of(before=3)
    assert second_card(document) is None
    assert not [part for part in document.section("summary").parts if getattr(part, "label", "").startswith("Change")]


def test_a_campaign_that_sold_nothing_says_what_does_not_count():
    every = lines(before=84)
    inside = every["paid_day"] >= str(START.date())
    document = reported(every.assign(line_kind=every["line_kind"].astype(str).mask(inside, "gift").astype("category")))
    told = "The exports hold no paid sale of the campaign; what was cancelled, unpaid or given away does not count."
    assert told in [document.words(sentence) for sentence in for_today(document).part("today-opening").sentences]


@pytest.mark.parametrize(
    ("gone", "told"), [((20, 21), "of some days before the campaign, the last of them"), ((30,), "")]
)
def test_days_before_the_campaign_that_no_export_holds_are_a_finding(gone, told):
    every = lines()
    first = START.date() - timedelta(days=84)
    days = [str(first + timedelta(days=at)) for at in gone]
    document = reported(every[~every["paid_day"].isin(days)])
    found = [each for part in document.section("data").parts for each in getattr(part, "findings", ())]
    (message,) = [each.message for each in found if each.code == "DAT113"]
    assert message.startswith("the order exports hold no paid line of ")
    assert told in message
    assert "; the baseline is without the weeks they lie in" in message
    assert message.endswith(", and the trend counts them as nothing sold")
