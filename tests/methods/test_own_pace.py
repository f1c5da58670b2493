"""A group's count in one stretch is held against its own pace, and what others counted in the same time."""

import numpy as np
import pytest

from campaignctl.methods.own_pace import Swing, off_pace, swing

WINDOWS, STRETCHES = 11, 5


def counts(seed, *, beyond, pace=12, others=500, factor=1.0):
    """Return own counts and those of others, (windows + 1, stretches + 1), whose share swings by ``beyond``."""
    rng = np.random.default_rng(seed)
    shape = (WINDOWS + 1, STRETCHES + 1)
    market = np.exp(rng.normal(0, 0.1, shape))
    rate = pace * market * np.exp(beyond * rng.normal(0, 1, shape))
    rate[-1, 0] *= factor
    return rng.poisson(rate), rng.poisson(others * market)


def judged(seed, *, beyond, factor=1.0):
    own, others = counts(seed, beyond=beyond, factor=factor)
    known = swing(own[:-1], others[:-1])
    now, beside = own[-1, 0], others[-1, 0]
    return off_pace(now, beside, own[-1, 1:].sum(), others[-1, 1:].sum(), known, STRETCHES)


def test_a_count_far_beyond_its_pace_has_a_small_p_value_and_its_pace_is_told():
    found = off_pace(80, 400, 130, 2000, Swing(0.04, 44), 5)
    assert found.usual == 26
    assert found.effect == pytest.approx(80 / 26 - 1)
    assert 0 < found.low < found.effect < found.high
    assert found.p < 0.001


def test_what_moves_all_alike_is_no_event():
    found = off_pace(52, 800, 130, 2000, Swing(0.04, 44), 5)
    assert found.effect == pytest.approx(0)
    assert found.p > 0.9


@pytest.mark.parametrize("beyond", [0.0, 0.2, 0.4])
def test_how_a_share_swings_beyond_counting_is_read_off_earlier_windows(beyond):
    found = [swing(*(each[:-1] for each in counts(seed, beyond=beyond, pace=40))).variance for seed in range(60)]
    assert np.sqrt(np.mean(found)) == pytest.approx(beyond, abs=0.06)


@pytest.mark.parametrize("beyond", [0.0, 0.2, 0.4])
def test_on_noise_alone_about_one_p_value_in_twenty_is_below_five_percent(beyond):
    p = np.array([judged(seed, beyond=beyond).p for seed in range(1500)])
    assert (p < 0.05).mean() <= 0.065
    assert (p < 0.01).mean() <= 0.02


def test_the_interval_holds_the_true_factor():
    found = [judged(seed, beyond=0.2, factor=3.0) for seed in range(400)]
    assert np.mean([each.low <= 2 <= each.high for each in found]) >= 0.92


def test_none_at_all_is_a_fall_and_no_error():
    found = off_pace(0, 400, 400, 2000, Swing(0.04, 44), 5)
    assert found.effect < -0.9
    assert found.p < 0.001


@pytest.mark.parametrize(
    ("counts", "freedom", "rests"),
    [((5, 0, 10, 10), 44, 5), ((5, 10, 0, 10), 44, 5), ((5, 10, 10, 10), 9, 5), ((5, 10, 10, 10), 44, 0)],
    ids=["others sold nothing", "nothing else to compare", "too few earlier windows", "no other time"],
)
def test_what_has_no_pace_is_not_told(counts, freedom, rests):
    assert off_pace(*counts, Swing(0, freedom), rests) is None


def test_windows_without_a_count_tell_nothing():
    assert swing(np.zeros((3, 5)), np.ones((3, 5))) == Swing(0.0, 0)
    assert swing(np.ones((3, 1)), np.ones((3, 1))).freedom == 0


@pytest.mark.parametrize("bad", [-1, np.nan, np.inf])
def test_what_is_no_count_is_refused(bad):
    own = np.ones((3, 5))
    own[1, 2] = bad
    with pytest.raises(ValueError, match="counts are numbers"):
        swing(own, np.ones((3, 5)))
    with pytest.raises(ValueError, match="same windows"):
        swing(np.ones((3, 4)), np.ones((3, 5)))
