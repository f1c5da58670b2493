"""p-values are adjusted for all tests tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.methods.discoveries import adjusted


def test_the_fifteen_tests_of_the_1995_paper_keep_four():
    printed = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
        0.7590, 1.0000,
    ]  # fmt: skip
    assert (adjusted(printed) <= 0.05).sum() == 4


@given(st.lists(st.floats(0, 1), max_size=30))
def test_an_adjusted_value_is_never_below_the_raw_one_and_keeps_the_order(p):
    raised = adjusted(p)
    assert all(after >= before - 1e-12 for before, after in zip(p, raised, strict=True))
    assert sorted(range(len(p)), key=lambda i: (p[i], i)) == sorted(range(len(p)), key=lambda i: (raised[i], p[i], i))


def test_a_p_value_outside_0_and_1_is_a_bad_call():
    with pytest.raises(ValueError, match="between 0 and 1"):
        adjusted([0.1, 1.2])
