"""What the shipped marketplace does not show: steps, fixed lengths, slots, and limits that weigh less than an error."""

from dataclasses import replace
from datetime import date

import pytest

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Context, Duration, Slot, Source
from campaignctl.rules.catalogue import rules
from campaignctl.rules.engine import findings_of, ready
from campaignctl.rules.examples import case_from

ELSEWHERE = Context("Elsewhere", "USD", {"X": Source(title="a page", trust="Team", checked=date(2025, 12, 1))})

FLASH = draw("""
Promotions
   | ID      | Tool       | Starts           | Ends
 7 | HD26-01 | Flash deal | 2026-11-20 12:00 | 2026-11-20 14:00
 8 | HD26-02 | Flash deal | 2026-11-20 12:00 | 2026-11-20 14:30
 9 | HD26-03 | Flash deal | 2026-11-21 13:00 | 2026-11-21 15:00
""")


def lasting(name, value, weight="error"):
    limit = {"value": value, "source": "X", "weight": weight}
    return {"duration": Duration.model_validate({name: limit}, context=ELSEWHERE)}


def sold_in(**slot):
    return {"slots": (Slot.model_validate({"id": "A", "source": "X", **slot}, context=ELSEWHERE),)}


def with_flash_deal(case, **changes):
    profile = case.profile
    tool = profile.tools["flash_deal"].model_copy(update=changes)
    tools = {**profile.tools, "flash_deal": tool}
    return replace(case, profile=profile.model_copy(update={"tools": tools}))


def found(code, case):
    narrowed, _ = ready(rules()[code], case)
    return {(f.place.row, f.severity, f.message) for f in findings_of(rules()[code], narrowed)}


@pytest.mark.parametrize(
    ("changes", "rows", "words"),
    [
        (lasting("step", "1 hour"), {8}, "counts in steps of 1 hour"),
        (lasting("lengths", ["2 hours"]), {8}, "offers 2 hours"),
        (lasting("shortest", "3 hours"), {7, 8, 9}, "asks for at least 3 hours"),
        (sold_in(starts="12:00", lasts="2 hours"), {8, 9}, "offers slots from 12:00"),
        (sold_in(starts="12:00", lasts="2 hours", days=["Saturday"]), {7, 8, 9}, "offers slots from 12:00"),
        (sold_in(starts="13:00", lasts="2 hours", days=["Saturday"]), {7, 8}, "offers slots from 13:00"),
    ],
)
def test_lengths_and_slots_that_a_tool_offers(changes, rows, words):
    met = found("PRM107", with_flash_deal(case_from(FLASH), **changes))
    assert {row for row, _, _ in met} == rows
    assert all(message.endswith(f"TikTok Shop US {words}") for _, _, message in met)


def test_a_tool_without_such_limits_is_not_judged():
    assert found("PRM107", case_from(FLASH)) == set()


@pytest.mark.parametrize(
    ("weight", "severities"),
    [("error", {Severity.ERROR}), ("warning", {Severity.WARNING}), ("note", {Severity.NOTE}), ("ignore", set())],
)
def test_a_finding_weighs_as_its_limit(weight, severities):
    case = with_flash_deal(case_from(FLASH), **lasting("longest", "1 hour", weight))
    assert {severity for _, severity, _ in found("PRM106", case)} == severities


def test_the_product_discounts_doubtful_length_is_a_warning_in_the_shipped_marketplace():
    case = case_from(
        draw("""
Promotions
   | ID      | Tool             | Starts           | Ends
 7 | HD26-01 | Flash deal       | 2026-11-01 00:00 | 2026-11-25 23:59
 8 | HD26-02 | Product discount | 2026-11-01 00:00 | 2026-11-25 23:59
""")
    )
    assert {(row, severity) for row, severity, _ in found("PRM106", case)} == {
        (7, Severity.ERROR),
        (8, Severity.WARNING),
    }


def test_a_latest_end_at_midnight_is_said_as_it_must_be_typed():
    case = case_from(
        draw("""
Promotions
   | ID      | Tool       | Starts           | Ends
 7 | HD26-01 | Flash deal | 2026-11-21 00:00 | 2026-11-24 12:00
""")
    )
    rule = rules()["PRM106"]
    (finding,) = findings_of(rule, ready(rule, case)[0])
    assert finding.fix == "End it on Mon 23 Nov 2026 23:59 or earlier, or split it in two."


@pytest.mark.parametrize(
    ("code", "stakes"), [("PRM113", {8: 800 * 2000, 9: None}), ("PRM114", {10: 3000 * 100, 11: None})]
)
def test_a_coupon_says_how_much_money_is_at_stake(code, stakes):
    case = case_from(
        draw("""
Promotions
   | ID      | Tool            | Kind of value | Value | Min. spend | Quantity
 7 | HD26-01 | Platform coupon | Amount off    | 8.00  | 40.00      | 2000
 8 | HD26-02 | Platform coupon | Amount off    | 8.00  |            | 2000
 9 | HD26-03 | Platform coupon | Percent off   | 10%   |            | 2000
10 | HD26-04 | Platform coupon | Amount off    | 30.00 | 20.00      | 100
11 | HD26-05 | Platform coupon | Amount off    | 30.00 | 20.00      | No limit
""")
    )
    rule = rules()[code]
    assert {f.place.row: f.amount for f in findings_of(rule, ready(rule, case)[0])} == stakes


def test_a_coupon_of_a_shop_that_takes_no_part_is_not_judged():
    drawn = """
Coupons
   | Coupon | Type   | Kind of value | Value | Min. spend | Quantity
 7 | VOLT65 | Seller | Percent off   | 65%   | 30.00      | 2000
Seller
 | Seller ID | Shop name    | Taking part
 | S-001     | Moss & Amber | {part}
"""
    assert [len(found("PRM104", case_from(draw(drawn.format(part=part))))) for part in ("Yes", "No")] == [1, 0]
