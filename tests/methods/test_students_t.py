"""Student's t agrees with the printed tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.methods.students_t import probability, quantile, two_sided

TABLE = [(1, 12.7062), (2, 4.30265), (6, 2.44691), (8, 2.30600), (30, 2.04227), (1000, 1.96234)]


@pytest.mark.parametrize(("freedom", "printed"), TABLE)
def test_the_half_width_of_a_95_percent_interval_is_that_of_the_table(freedom, printed):
    assert quantile(0.975, freedom) == pytest.approx(printed, rel=2e-6)


@given(st.floats(0.001, 0.999), st.floats(0.5, 500))
def test_a_quantile_is_where_its_probability_lies(p, freedom):
    assert probability(quantile(p, freedom), freedom) == pytest.approx(p, abs=1e-9)


def test_a_t_of_the_tables_edge_has_a_p_value_of_five_percent():
    assert two_sided(2.306004, 8) == pytest.approx(0.05, abs=1e-6)
    assert two_sided(0, 8) == pytest.approx(1)


@pytest.mark.parametrize("p", [0, 1, -0.1])
def test_no_quantile_is_asked_for_outside_0_and_1(p):
    with pytest.raises(ValueError, match="between 0 and 1"):
        quantile(p, 8)
