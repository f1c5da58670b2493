"""Decks of sellers with names as they come, and of campaigns as small as they come: nothing is clipped or left open."""

from pathlib import Path

import pytest
from pptx import Presentation

from campaignctl.stages.report import for_deck, report, seller_documents
from campaignctl.writers.pptx import write_deck

from ...writers.pptx.layout import complaints  # noqa: TID252 (one judge of all decks)
from .conftest import SHOPS, campaign, inputs

TEMPLATE = Path(__file__).parents[3] / "templates" / "deck.pptx"
NAMES = {
    "200 characters": "The Shop Whose Name Goes On And On " * 6,
    "one word": "W" * 200,
    "right to left": "متجر العطور الفاخرة والهدايا",
    "emoji": "🛍️🔥 Süper Shöp 店铺 🧸",
    "markup": '</a:t></a:r><b>&amp; "x" =1+1 {{ gmv.total }}',
}


def deck_of(document, path):
    write_deck(for_deck(document), TEMPLATE, path)
    return Presentation(str(path))


def shown(deck):
    return "\n".join(shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame)


@pytest.fixture(scope="module")
def plain():
    return inputs()


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_seller_of_any_name_has_a_deck_with_nothing_to_complain_of(tmp_path, plain, name):
    from dataclasses import replace

    shops = {**SHOPS, "S-001": (name, *SHOPS["S-001"][1:])}
    made = replace(plain, campaign=campaign(shops))
    ((_, document),) = seller_documents(made, made.campaign.sellers[:1])
    deck = deck_of(document, tmp_path / "own.pptx")
    assert complaints(deck) == []
    assert " ".join(name.split())[:12] in shown(deck)


def test_a_seller_s_cover_names_the_campaign_and_whom_it_is_for(tmp_path, plain):
    ((_, document),) = seller_documents(plain, plain.campaign.sellers[:1])
    words = shown(deck_of(document, tmp_path / "own.pptx"))
    assert "Seller scorecard  ·  Lantern Week 2026" in words
    assert "for Lantern & Sons" in words
    assert "internal" not in words


def test_a_seller_s_small_sums_are_written_in_full(plain):
    ((_, document),) = seller_documents(plain, plain.campaign.sellers[3:4])
    assert 1_000 < float(document.figures["gmv.total"].value) < 10_000
    assert "K" not in document.figures["gmv.total"].words


@pytest.mark.parametrize("what", ["no streams", "one category"])
def test_a_small_campaign_has_a_deck_with_nothing_to_complain_of(tmp_path, plain, what):
    from dataclasses import replace

    one = {key: (shop[0], "Beauty", *shop[2:]) for key, shop in SHOPS.items()}
    made = replace(plain, streams=None) if what == "no streams" else replace(plain, campaign=campaign(one))
    document = report(made)
    assert complaints(deck_of(document, tmp_path / "own.pptx")) == []
