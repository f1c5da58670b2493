"""What pages of the report say of themselves is gathered from them: a page is added by adding its file."""

import importlib
from types import SimpleNamespace

import pytest

from campaignctl.stages.report.counts import Count, Terms
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.vocabulary import terms, vocabulary

GAPS = Count("gaps_closed", "Gaps closed", "gaps of the last report that this one does not have")


def test_terms_stand_in_the_order_of_their_places_each_once():
    places = [page.place for page in terms()]
    words = [term.id for page in terms() for term in page.defined]
    assert places == sorted(set(places))
    assert len(words) == len(set(words)) > 40


def test_every_term_is_a_figure_that_a_template_may_ask_for():
    named = set(vocabulary().figures)
    assert {f"{term.id}.*" for page in terms() for term in page.defined} <= named


@pytest.fixture
def another_page(monkeypatch):
    """The report with one page more."""
    page = SimpleNamespace(
        TERMS=Terms((GAPS,), "campaign.xlsx", place=9), SLUGS=Slugs(sections=("gaps-closed",)), GAPS=GAPS
    )
    gathered = importlib.import_module("campaignctl.stages.report.vocabulary")
    modules = gathered._modules()
    monkeypatch.setattr(gathered, "_modules", lambda: (page, *modules))
    gathered.vocabulary.cache_clear()
    yield page
    gathered.vocabulary.cache_clear()


def test_a_page_brings_its_own_terms_slugs_and_figures(another_page):
    assert terms()[-1] == another_page.TERMS
    assert "gaps-closed" in vocabulary().sections
    assert "gaps_closed.*" in vocabulary().figures
