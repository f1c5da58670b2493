"""A category is held against those that did not move: what fell does not make the others look as if they had risen."""

from campaignctl.insights.catalogue import insights
from campaignctl.insights.proof import evidence_of


def tried(code, drawing):
    page = insights()[code]
    return {one.key: one for one in page.detect(evidence_of(page.examples[drawing]))}


def test_what_pulls_the_rest_down_lifts_no_other_category():
    found = tried("DRV103", 1)
    assert found["Kitchen"].p < 0.001
    assert all(found[of].p > 0.5 and found[of].impact < 10_00 for of in ("Beauty", "Toys"))


def test_a_cut_as_deep_as_the_others_whose_units_rose_is_no_discount_to_stop():
    deeper, alike = tried("PRM101", 0)["Beauty"], tried("PRM101", 1)["Beauty"]
    assert deeper.say
    assert not alike.say
    assert deeper.impact == alike.impact
