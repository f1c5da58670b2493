"""A line's price is at fault once, the cure is a price that every rule takes, and ranges hang on more than the day."""

from dataclasses import replace
from datetime import date

import pytest

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Context, Range, Source
from campaignctl.rules.catalogue import rules
from campaignctl.rules.engine import findings_of, ready, run
from campaignctl.rules.examples import case_from

ELSEWHERE = Context("Elsewhere", "USD", {"X": Source(title="a page", trust="Team", checked=date(2025, 12, 1))})
PRICE_RULES = [rule for code, rule in rules().items() if code.startswith("SKU2")]
OFFERS = """
Promotions
   | ID | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends             | Seller pays | Min. discount
 7 | F  | Flash deal       | Variation | Nominated SKUs | Seller's price | 2026-11-20 18:00 | 2026-11-21 18:00 | 1           | 0.2
 8 | D  | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           |
"""


def lines(*rows):
    head = "Products\n | Promotion ID | SKU ID | List price | Lowest 30 days | Campaign price | Stock | Floor price | Unit cost | Category\n"
    drawn = [f" {7 + n} | {row}" for n, row in enumerate(rows)]
    return case_from(draw(OFFERS.strip() + "\n" + head + "\n".join(drawn)))


def found(case, code):
    narrowed, _ = ready(rules()[code], case)
    return findings_of(rules()[code], narrowed)


def with_ranges(case, tool, *ranges):
    known = tuple(Range.model_validate({"source": "X", **each}, context=ELSEWHERE) for each in ranges)
    tools = {**case.profile.tools, tool: case.profile.tools[tool].model_copy(update={"discounts": known})}
    return replace(case, profile=case.profile.model_copy(update={"tools": tools}))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("F | 1 | 40.00 | 30.00 | 29.00 | 9 | 20.00 | 15.00 |", None),
        ("F | 1 | 40.00 | 30.00 | 48.00 | 9 | 20.00 | 15.00 |", "SKU201"),
        ("F | 1 | 40.00 | 30.00 | 39.50 | 9 | 20.00 | 15.00 |", "SKU202"),
        ("F | 1 | 40.00 | 30.00 | 35.00 | 9 | 20.00 | 15.00 |", "SKU208"),
        ("F | 1 | 40.00 | 30.00 | 30.00 | 9 | 20.00 | 15.00 |", "SKU204"),
        ("F | 1 | 40.00 | 30.00 | 2999 | 9 | 20.00 | 15.00 |", "SKU203"),
        ("F | 1 | 40.00 | 30.00 | 0.2999 | 9 | 20.00 | 15.00 |", "SKU203"),
        ("F | 1 | 40.00 | 30.00 | 0.25 | 9 | 20.00 | 15.00 |", "SKU206"),
        ("F | 1 | 400.00 | 300.00 | 25 | 9 | 200.00 | 150.00 |", "SKU206"),
        ("F | 1 | 40.00 | 30.00 | 3.33 | 9 | 20.00 | 15.00 |", "SKU202"),
        ("F | 1 | 40.00 | 30.00 | 18.00 | 9 | 20.00 | 15.00 |", "SKU207"),
        ("F | 1 | 40.00 | 30.00 | 14.00 | 9 | 20.00 | 15.00 |", "SKU207"),
        ("F | 1 | 40.00 | 30.00 | 14.00 | 9 |       | 15.00 |", "SKU209"),
        ("F | 1 | 40.00 | 30.00 |       | 9 | 20.00 | 15.00 |", "SKU210"),
    ],
)
def test_one_bad_price_gives_one_finding(row, code):
    verdict = run(PRICE_RULES, lines(row))
    assert [finding.code for finding in verdict.findings] == ([code] if code else [])


@pytest.mark.parametrize(
    ("row", "price"),
    [
        ("F | 1 | 40.00 | 39.90 | 48.00 | 9 | | |", "$32.00"),  # the promotion's 20 %
        ("F | 1 | 40.00 | 30.00 | 39.50 | 9 | | |", "$29.99"),  # below the recent low
        ("D | 1 | 40.00 |       | 39.50 | 9 | | |", "$38.00"),  # the tool's 5 %
        ("D | 1 | 19.99 |       | 19.99 | 9 | | |", "$18.99"),  # 18.9905, rounded to the buyer's side
    ],
)
def test_the_cure_is_a_price_that_every_rule_takes(row, price):
    (finding,) = run(PRICE_RULES, lines(row)).findings
    assert finding.fix == f"Set the campaign price to {price} or less."
    cells = row.split("|")
    cells[4] = f" {price.lstrip('$')} "
    assert run(PRICE_RULES, lines("|".join(cells))).findings == ()


@pytest.mark.parametrize("price", ["17.96", "1.99", "2.00"])
def test_a_price_that_rounds_to_the_end_of_a_range_lies_inside(price):
    case = with_ranges(
        lines(f"D | 1 | 19.95 | | {price} | 9 | | |"), "product_discount", {"least": "10%", "most": "90%"}
    )
    assert found(case, "SKU202") == []


def test_a_range_may_hang_on_category_and_price():
    case = lines(
        "D | 1 | 40.00 | | 34.00 | 9 | | | Beauty",
        "D | 2 | 40.00 | | 34.00 | 9 | | | Home",
        "D | 3 | 99.99 | | 84.99 | 9 | | | Home",
        "D | 4 | 100.00 | | 85.00 | 9 | | | Home",
        "D | 5 | 40.00 | | 34.00 | 9 | | |",  # the form's main category is Beauty
    )
    ranges = (
        {"least": "5%", "price_below": "100 USD"},
        {"least": "30%", "price_from": "100 USD"},
        {"least": "20%", "categories": ["Beauty"]},
    )
    told = found(with_ranges(case, "product_discount", *ranges), "SKU202")
    assert sorted((each.place.row, each.message.rpartition(" allows ")[2]) for each in told) == [
        (7, "at least 20%"),
        (10, "at least 30%"),
        (11, "at least 20%"),
    ]


@pytest.mark.parametrize(("weight", "told"), [("warning", [Severity.WARNING]), ("ignore", [])])
def test_a_doubtful_range_weighs_less(weight, told):
    case = lines("D | 1 | 40.00 | | 39.50 | 9 | | |")
    doubtful = with_ranges(case, "product_discount", {"least": "10%", "weight": weight})
    assert [finding.severity for finding in found(doubtful, "SKU202")] == told
