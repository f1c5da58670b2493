"""The way from a number somebody else has to ours: every step by hand, the running sum, and what stays unexplained."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from zoneinfo import ZoneInfo

import duckdb
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaignctl.cli.options import known_gmv
from campaignctl.domain.campaign import Campaign, Seller, Window
from campaignctl.domain.errors import WrongUsage
from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.frames import shaped
from campaignctl.stages.report import ReportInputs, for_workbook, report
from campaignctl.stages.report.bridge import Bridge
from campaignctl.stages.report.bridge.steps import Step

ZONE = ZoneInfo("America/Los_Angeles")
START, END = datetime(2026, 11, 20, tzinfo=ZONE), datetime(2026, 11, 26, tzinfo=ZONE)
NOON = START + timedelta(hours=36)


def line(number, after=10_000, **changes):
    plain = {
        "seller_id": "S-001",
        "order_id": str(number),
        "sku_id": "1",
        "product_id": "1",
        "status": "completed",
        "line_kind": "sale",
        "quantity": 1,
        "platform_discount": 0,
        "subtotal_after_discount": after,
        "order_taxes": 0,
        "order_shipping": 0,
        "created": NOON,
        "paid": NOON,
        "file": "orders.csv",
    }
    whole = {**plain, **changes}
    paid = whole["paid"]
    return {**whole, "paid_day": None if paid is None else str(paid.astimezone(ZONE).date())}


EVENING_BEFORE = START - timedelta(hours=5)  # Nov 20 in UTC, Nov 19 in the shop
LAST_EVENING = END - timedelta(hours=5)  # Nov 26 in UTC
LINES = (
    line(1, order_taxes=825, order_shipping=499, platform_discount=150),
    line(2, 5_000, status="cancelled"),  # after payment: counts as the marketplace counts it
    line(3, 700, status="cancelled", paid=None),
    line(4, 300, status="unpaid", paid=None),
    line(5, 2_000, sku_id="2"),  # nobody registered it
    line(6, 40, line_kind="gift"),
    line(7, 60, line_kind="sample"),
    line(8, 900, created=EVENING_BEFORE, paid=EVENING_BEFORE),
    line(9, 1_100, created=LAST_EVENING, paid=LAST_EVENING),
)
BY_HAND = {
    "cancelled": -700,
    "unpaid": -300,
    "tax-and-shipping": -1_324,
    "platform": -150,
    "zone": -(900 - 1_100),
    "unregistered": -2_000,
    "samples": -100,
}
OURS = 10_000 + 5_000 + 1_100


def reported(known, lines=LINES, engine=None):
    frame = shaped(pd.DataFrame(list(lines)), ORDER_LINES)
    listed = pd.DataFrame({"seller_id": ["S-001"], "sku_id": ["1"], "product_id": ["1"], "category": ["Beauty"]})
    sellers = (Seller("S-001", "Lantern", "Beauty", "Growth", "Campaign", None),)
    campaign = Campaign("Deals", "HD", "Market", ZONE.key, "USD", Window(START, END), sellers=sellers)
    table = frame if engine is None else engine.sql("SELECT * FROM frame")
    as_of = datetime(2026, 12, 1, tzinfo=UTC)
    return report(ReportInputs(campaign, as_of, table, registered=listed.astype("str"), known=known))


@cache
def report_of(known):
    """The report of the lines beside such a number: made once for all tests that ask of it."""
    return reported(known)


def cents(document, figure):
    return int(document.figures[figure].value * 100)


def test_every_step_by_hand():
    document = report_of(Decimal(500))
    assert {key: cents(document, f"bridge_step.step.{key}") for key in BY_HAND} == BY_HAND
    assert cents(document, "gmv.total") == OURS


def test_a_number_that_held_everything_is_explained_to_the_cent():
    wide = Decimal(OURS - sum(BY_HAND.values())) / 100
    document = report_of(wide)
    assert cents(document, "bridge_unexplained.total") == 0
    assert document.words(document.section("bridge").title) == "The steps lead from $205 to our $161 without a rest"
    assert "nearest to ours after “Samples, gifts and replacements”" in " ".join(
        document.words(sentence) for sentence in document.part("bridge-words").sentences
    )


def test_the_steps_stand_in_the_order_in_which_people_ask_for_them():
    steps = [row[0] for row in report_of(Decimal(500)).part("bridge").rows]
    assert steps[0] == "GMV as you know it"
    assert steps[-2:] == ["Unexplained", "GMV in this report"]
    assert [words.split()[0] for words in steps[1:-2]] == [
        "Orders", "Orders", "Tax", "Platform", "Days", "SKUs", "Samples,",
    ]  # fmt: skip


def test_it_has_a_sheet_and_without_a_known_number_there_is_none():
    assert for_workbook(report_of(Decimal(500))).section("bridge").name == "Bridge"
    document = report_of(None)
    assert document.section("bridge") is None
    assert not [name for name in document.figures if name.startswith("bridge")]


def test_a_column_that_no_export_gives_leaves_its_step_untold():
    lines = [{**each, "order_taxes": None} for each in LINES]
    document = reported(Decimal(500), lines)
    assert document.figures["bridge_step.step.tax-and-shipping"].value is None
    assert document.figures["bridge_step.step.tax-and-shipping"].reason == "the exports do not give Taxes"
    before, after = (cents(document, f"bridge_running.step.{key}") for key in ("unpaid", "tax-and-shipping"))
    assert before == after


def test_without_orders_nothing_is_explained():
    sellers = (Seller("S-001", "Lantern", "Beauty", "Growth", "Campaign", None),)
    campaign = Campaign("Deals", "HD", "Market", ZONE.key, "USD", Window(START, END), sellers=sellers)
    document = report(ReportInputs(campaign, END, known=Decimal(500)))
    assert document.words(document.section("bridge").title) == "No order tells what $500 is made of"


def test_both_engines_give_the_same_steps():
    with duckdb.connect() as engine:
        assert reported(Decimal(500), engine=engine).figures == report_of(Decimal(500)).figures


@settings(max_examples=20)
@given(
    st.integers(0, 10**12),
    st.integers(0, 10**12),
    st.lists(st.none() | st.integers(-(10**9), 10**9), max_size=8),
)
def test_steps_and_rest_always_add_up_to_the_known_number(known, ours, amounts):
    found = Bridge(known, ours, tuple(Step(str(n), "", amount) for n, amount in enumerate(amounts)))
    assert known == sum(amount or 0 for amount in amounts) + found.unexplained + ours
    assert len(found.running) == len(amounts)


@pytest.mark.parametrize(
    ("given_", "amount"),
    [("gmv=1310000", 1_310_000), ("GMV = $1,310,000.50", Decimal("1310000.50")), ("gmv=0", 0)],
)
def test_an_amount_is_read_as_people_write_it(given_, amount):
    assert known_gmv([given_]) == amount


@pytest.mark.parametrize(
    "nonsense",
    [
        "gmv",
        "gmv=",
        "gmv=abc",
        "gmv=-5",
        "gmv=nan",
        "gmv=inf",
        "gmv=1e99",
        "orders=5",
        "=5",
        "",
        "gmv=1=2",
        "gmv=1,31",
        "gmv=1310,000",
        "gmv=\x1b[31m5",
    ],
)
def test_nonsense_is_a_bad_call_of_two_lines(nonsense):
    with pytest.raises(WrongUsage) as refused:
        known_gmv([nonsense])
    assert refused.value.exit_code == 2
    assert refused.value.todo == "Write it as --known gmv=1310000."
    assert "\x1b" not in refused.value.what


def test_two_numbers_are_one_too_many():
    with pytest.raises(WrongUsage):
        known_gmv(["gmv=1", "gmv=2"])


def words(document):
    return " ".join(document.words(sentence) for sentence in document.part("bridge-words").sentences)


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (("tax-and-shipping",), "“Tax and shipping that buyers paid” is just the difference"),
        (("unregistered",), "“SKUs that nobody registered” is just the difference"),
        (("zone",), "“Days cut in UTC, not in America/Los_Angeles” is just the difference"),
        (("cancelled", "platform"), "” and “Platform discount counted as if buyers had paid it” together are just"),
    ],
)
def test_a_number_that_holds_but_one_or_two_of_the_steps_is_told_which(steps, said):
    known = Decimal(OURS - sum(BY_HAND[step] for step in steps)) / 100
    assert said in words(report_of(known))


def test_a_difference_that_no_two_steps_make_up_is_given_no_reason():
    assert "just the difference" not in words(reported(Decimal(OURS + 50_000) / 100))


def test_our_own_number_needs_no_reason():
    assert "just the difference" not in words(reported(Decimal(OURS) / 100))
