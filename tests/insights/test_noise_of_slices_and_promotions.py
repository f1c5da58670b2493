"""Corners and promotions in worlds in which nothing happened: whole reports seldom try them, so they are tried here."""

from dataclasses import replace

import numpy as np
import pytest

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.facts import PaidBack
from campaignctl.insights.history import History, Row
from campaignctl.insights.prm.prm201_promotion_cost_more_than_it_brought import INSIGHT as COST_MORE
from campaignctl.insights.prm.prm202_promotion_paid_back import INSIGHT as PAID_BACK
from campaignctl.insights.proof import evidence_of
from campaignctl.insights.ranking import found
from campaignctl.insights.slc.slc101_category_moved import INSIGHT as CATEGORY
from campaignctl.insights.slc.slc105_corner_moved import INSIGHT as CORNER
from campaignctl.stages.report.roi.arithmetic import chance, ratio

WORLDS, STRETCHES = 200, 12
NOTHING = example("""
value by category
| category | 0      |
| Beauty   | 100000 |
""")


def world(seed: int, lift: float = 1.0, moved: float = 1.0) -> Evidence:
    """Twelve shops, three categories and three channels; each leaf strays by a fifth, shops and channels by a tenth.

    The last stretch is the campaign's: everything times ``lift``, the first shop's first channel times ``moved``.
    """
    rng = np.random.default_rng([seed, 71])
    size = np.exp(rng.normal(0, 0.8, (12, 3)))[:, :, None]
    stray = rng.normal(0, 0.2, (12, 3, STRETCHES)) + rng.normal(0, 0.1, (12, 1, STRETCHES))
    sold = 100_000 * size * np.exp(stray + rng.normal(0, 0.1, (1, 3, STRETCHES)))
    sold[:, :, -1] *= lift
    sold[0, 0, -1] *= moved
    leaves = [
        Row((f"S-{shop:02d}", f"C-{shop % 3}", f"W-{way}"), tuple(map(int, each[:-1])), int(each[-1]))
        for shop in range(12)
        for way, each in enumerate(sold[shop])
    ]
    by_category = tuple(_sum(f"C-{at}", [leaf for leaf in leaves if leaf.keys[1] == f"C-{at}"]) for at in range(3))
    evidence = evidence_of(NOTHING)
    drawn = {("value", "category"): by_category, ("value", "seller", "category", "channel"): tuple(leaves)}
    return replace(evidence, history=History(drawn=drawn))


def _sum(key: str, rows: list[Row]) -> Row:
    past = tuple(sum(each) for each in zip(*(row.past for row in rows), strict=True))
    return Row((key,), past, sum(row.now for row in rows))


@pytest.mark.parametrize("lift", [1.0, 1.6], ids=["no campaign", "a campaign that lifts all alike"])
def test_where_all_moved_alike_hardly_a_category_or_corner_is_named(lift):
    told = [one for seed in range(WORLDS) for one in found([CATEGORY, CORNER], world(seed, lift))]
    assert len(told) <= WORLDS / 20


def test_a_corner_that_did_move_is_named_for_what_it_is():
    told = [one for seed in range(20) for one in found([CORNER], world(seed, 1.6, moved=6.0))]
    assert told
    assert all(one.tried.key.startswith("S-00") for one in told)


def test_promotions_that_just_break_even_hardly_ever_pass_for_good_or_bad():
    rng, told = np.random.default_rng(5), 0
    for _ in range(WORLDS):
        paid = []
        for number in range(4):
            estimate = rng.normal(1, 0.3)  # what was estimated strays around break-even as its own draws do
            draws = 1_000_000 * (estimate + 0.3 * rng.standard_normal(1_000))
            span = ratio(draws, 1_000_000)
            assert span is not None
            p = chance(draws, 1_000_000)
            paid.append(PaidBack(f"P-{number}", 1_000_000, round(float(np.median(draws))), span.low, span.high, p))
        told += len(found([COST_MORE, PAID_BACK], replace(evidence_of(NOTHING), paid_back=tuple(paid))))
    assert told <= WORLDS / 20
