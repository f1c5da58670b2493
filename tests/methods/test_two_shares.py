"""A share is held against that of others, with counting noise and nothing else between them."""

import numpy as np
import pytest

from campaignctl.methods.two_shares import against


def test_a_share_four_times_that_of_the_others_is_told_with_an_interval_around_it():
    found = against(40, 250, 400, 10_000)
    assert found.usual == 0.04
    assert found.effect == pytest.approx(3, abs=0.06)
    assert 1.7 < found.low < found.effect < found.high < 5
    assert found.p < 1e-9


def test_beyond_a_ratio_that_always_occurs_less_is_certain():
    assert against(40, 250, 400, 10_000).p < against(40, 250, 400, 10_000, least=1.5).p < 1e-6
    assert against(15, 250, 400, 10_000, least=1.5).p == pytest.approx(0.5, abs=0.05)
    assert against(5, 250, 400, 10_000, least=1.5).p > 0.99


@pytest.mark.parametrize(("whole", "least"), [(100, 1.0), (400, 1.5), (2000, 1.5)])
def test_where_the_true_ratio_is_the_least_it_is_seldom_found_larger(whole, least):
    rng = np.random.default_rng(5)
    parts, others = rng.binomial(whole, 0.05 * least, 4000), rng.binomial(5000, 0.05, 4000)
    p = np.array([against(part, whole, of, 5000, least).p for part, of in zip(parts, others, strict=True)])
    for bound in (0.05, 0.01):
        assert bound / 4 < np.mean(p < bound) < 1.1 * bound


def test_of_nobody_nothing_is_said():
    assert against(0, 0, 4, 100) is None
    assert against(3, 10, 0, 100) is None


@pytest.mark.parametrize("counts", [(5, 4, 1, 10), (-1, 4, 1, 10), (1, 4, 11, 10)])
def test_a_part_larger_than_its_whole_is_a_wrong_call(counts):
    with pytest.raises(ValueError, match="between nothing and its whole"):
        against(*counts)
