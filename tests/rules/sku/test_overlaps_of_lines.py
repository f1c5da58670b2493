"""SKU401 finds the meetings that a plain look at every two lines finds, and weighs them as the profile says."""

from dataclasses import replace
from random import Random

import pandas as pd
import pytest

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.catalogue import rules
from campaignctl.rules.engine import findings_of, ready
from campaignctl.rules.examples import case_from
from campaignctl.rules.sku._meetings import meetings

OFFERS = """
Promotions
   | ID | Tool               | Level     | Applies to     | Kind of value  | Starts           | Ends
 7 | A  | Flash deal         | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-21 00:00
 8 | B  | Flash deal         | Product   | Nominated SKUs | Seller's price | 2026-11-20 12:00 | 2026-11-22 00:00
 9 | C  | Campaign price     | Variation | Nominated SKUs | Seller's price | 2026-11-21 00:00 | 2026-11-23 00:00
10 | D  | Campaign price     | Product   | Nominated SKUs | Seller's price | 2026-11-22 00:00 | 2026-11-23 00:00
11 | E  | Buy more save more | Product   | Nominated SKUs | Percent off    | 2026-11-20 00:00 | 2026-11-25 00:00
12 | F  | Product discount   | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 00:00
"""


def lines(seed):
    pick = Random(seed)  # noqa: S311 - test data, not a secret
    rows = []
    for row in range(7, 22):
        product = pick.randrange(3)
        sku = pick.choice([f"17295000112233445{product}{pick.randrange(3)}", ""])
        rows.append(f" {row} | {pick.choice('ABCDEF')} | 172938475610293847{product} | {sku} | 32.00 | 24.99 | 9")
    head = "Products\n | Promotion ID | Product ID | SKU ID | List price | Campaign price | Stock\n"
    return draw(OFFERS.strip() + "\n" + head + "\n".join(rows))


def plainly(case):
    """Look at every two lines, as a person would."""
    rows = case.sku_lines.to_dict("records")
    met = set()
    for place, later in enumerate(rows):
        for earlier in rows[:place]:
            together = earlier["starts"] < later["ends"] and later["starts"] < earlier["ends"]
            whole = any(pd.isna(row["sku_id"]) and row["level"] != "Variation" for row in (earlier, later))
            same = {
                "sku": earlier["sku_id"] == later["sku_id"] or (whole and earlier["product_id"] == later["product_id"]),
                "product": earlier["product_id"] == later["product_id"],
                "shop": False,
            }
            other = earlier["promotion_id"] != later["promotion_id"]
            rules_of_both = case.profile.conflicts(earlier["tool"], later["tool"])
            if together and other and any(same[conflict.at] for conflict in rules_of_both):
                met.add((later["promotion_id"], later["product_id"], earlier["promotion_id"]))
    return met


@pytest.mark.parametrize("seed", range(40))
def test_a_product_is_told_where_and_only_where_two_of_its_lines_meet(seed):
    case = case_from(lines(seed))
    met = plainly(case)
    told = meetings(case)
    named = set(zip(told["promotion_id"], told["product_id"], told["other_id"], strict=True))
    assert named <= met
    assert {product for _, product, _ in named} == {product for _, product, _ in met}


def test_the_plain_look_finds_something():
    assert sum(len(plainly(case_from(lines(seed)))) for seed in range(40)) > 100


TWO = draw(
    OFFERS.strip()
    + """
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | A            | 1729384756102938471 | 1729500011223344501 | 32.00      | 20.99          | 9
 8 | B            | 1729384756102938471 | 1729500011223344501 | 32.00      | 20.99          | 9
"""
)


@pytest.mark.parametrize(
    ("weight", "told"), [("error", [Severity.ERROR]), ("warning", [Severity.WARNING]), ("ignore", [])]
)
def test_the_profile_says_what_a_meeting_weighs(weight, told):
    case = case_from(TWO)
    conflicts = tuple(each.model_copy(update={"weight": weight}) for each in case.profile.conflicting)
    case = replace(case, profile=case.profile.model_copy(update={"conflicting": conflicts}))
    narrowed, _ = ready(rules()["SKU401"], case)
    assert [finding.severity for finding in findings_of(rules()["SKU401"], narrowed)] == told
