"""What is entered of a row: a ratio of which a part alone is known has a lower end, and says nothing of an upper."""

import numpy as np
import pytest

from campaignctl.metrics.ledger import At, Ledger
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.roi.answer import Answer, answered

AT = At("funder", "seller")
RETURNS = np.linspace(100, 300, 201)


def entered(**how):
    basis = Basis(None, Ledger("USD"), None)
    answered(basis, Answer(AT, "Sellers' money", 100, 0), RETURNS, **how)
    return basis.ledger


@pytest.mark.parametrize("word", ["roi", "roi_return"])
def test_a_known_return_has_both_ends(word):
    ledger = entered()
    figure = ledger.get(word, AT)
    assert figure.low == ledger.value(f"{word}_low", AT)
    assert figure.high == ledger.value(f"{word}_high", AT)
    assert float(figure.low) < float(figure.value) < float(figure.high)


@pytest.mark.parametrize("word", ["roi", "roi_return"])
def test_a_return_of_which_a_part_is_known_is_at_least_so_much(word):
    ledger = entered(floor=True)
    figure = ledger.get(word, AT)
    assert (figure.low, figure.high) == (None, None)
    assert ledger.value(f"{word}_low", AT) == entered().value(f"{word}_low", AT)
    assert ledger.get(f"{word}_high", AT) is None
