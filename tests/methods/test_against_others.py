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
