"""A group's changes are held against those of the others."""

import numpy as np
import pytest

from campaignctl.methods.against_others import apart

OTHERS = [1.1, 1.3, 1.2, 1.25, 1.15, 1.2]


def test_a_group_that_fell_while_the_others_rose_is_apart_by_the_ratio_of_both():
    found = apart([0.7, 0.75, 0.72], OTHERS)
    assert found.effect == pytest.approx(0.723 / 1.198 - 1, abs=0.002)
    assert found.usual == pytest.approx(1.198, abs=0.002)
    assert found.low < found.effect < found.high < 0
    assert found.p < 0.001


def test_what_moved_all_alike_is_nothing():
    found = apart([1.1, 1.3, 1.2], OTHERS)
    assert found.low < 0 < found.high
    assert apart([2.2, 2.6, 2.4], [2 * ratio for ratio in OTHERS]).effect == pytest.approx(found.effect)


def test_on_noise_alone_one_p_value_in_twenty_is_below_five_percent():
    draws = np.random.default_rng(4).lognormal(0.3, 0.3, (4000, 24))
    p = np.array([apart(row[:4], row[4:]).p for row in draws])
    assert np.mean(p < 0.05) == pytest.approx(0.05, abs=0.012)


@pytest.mark.parametrize(("ones", "others"), [([2], OTHERS), ([2, 3], [1, 1]), ([2, 2], [1, 1, 1])])
def test_too_few_or_motionless_groups_say_nothing(ones, others):
    assert apart(ones, others) is None


def ratios(rng, spread, many):
    return np.exp(rng.normal(0, spread, many))


@pytest.mark.parametrize(("ones", "others"), [((0.1, 6), (0.3, 34)), ((0.4, 6), (0.15, 34)), ((0.3, 3), (0.3, 12))])
def test_where_nothing_differs_but_the_spread_it_speaks_as_seldom_as_it_says(ones, others):
    rng = np.random.default_rng(5)
    found = [apart(ratios(rng, *ones), ratios(rng, *others)).p for _ in range(2000)]
    assert np.mean(np.array(found) < 0.05) == pytest.approx(0.05, abs=0.02)
    assert np.mean(np.array(found) < 0.005) < 0.012


@pytest.mark.parametrize(("many", "equal"), [(5, False), (4, True)])
def test_five_members_are_judged_by_their_own_spread_and_four_by_the_common_one(many, equal):
    stats = pytest.importorskip("scipy.stats")
    rng = np.random.default_rng(7)
    ones, others = ratios(rng, 0.1, many), ratios(rng, 0.3, 12)
    theirs = stats.ttest_ind(np.log(ones), np.log(others), equal_var=equal)
    assert apart(ones, others).p == pytest.approx(theirs.pvalue, rel=1e-8)
