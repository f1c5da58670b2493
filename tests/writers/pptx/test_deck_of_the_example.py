"""The decks of a real run: the campaign's, in both styles, and one per seller that tells of no other seller."""

import json
import re
import shutil
import subprocess
import sys

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from campaignctl.domain.formats import Format, words

from .layout import complaints
from .reading import ROOT, parts, texts
from .second_style import second_style

EXAMPLE = ROOT / "examples" / "harvest-deals"


def campaignctl(*said):
    return subprocess.run(
        [sys.executable, "-m", "campaignctl", *map(str, said)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("example") / "harvest-deals"
    shutil.copytree(EXAMPLE, place)
    ended = campaignctl("report", place, "--per-seller")
    assert ended.returncode == 0, ended.stderr
    return place


@pytest.fixture(scope="module")
def figures(folder):
    return json.loads((folder / "out" / "figures.json").read_text(encoding="utf-8"))["figures"]


@pytest.fixture(scope="module")
def styled(tmp_path_factory):
    """The same campaign with a deck of the team's own, reported for the sellers of one tier."""
    place = tmp_path_factory.mktemp("styled") / "harvest-deals"
    shutil.copytree(EXAMPLE, place)
    (place / "templates").mkdir(exist_ok=True)
    second_style(place / "templates" / "deck.pptx")
    ended = campaignctl("report", place, "--per-seller", "--tier", "growth")
    assert ended.returncode == 0, ended.stderr
    return place


def decks(folder):
    return sorted((folder / "out" / "sellers").glob("*.pptx"))


def held(path):
    """Return everything that a file holds, notes, workbooks inside charts and properties too, as one text."""
    return "\n".join(part.decode("utf-8", "replace") for part in parts(path.read_bytes()).values())


def test_the_campaigns_deck_leaves_nothing_to_complain_of(folder):
    deck = Presentation(str(folder / "out" / "deck.pptx"))
    assert complaints(deck) == []
    assert [text for slide in deck.slides for _, text in texts(slide) if "{{" in text] == []


def test_the_same_report_fills_a_second_style(styled):
    deck = Presentation(str(styled / "out" / "deck.pptx"))
    assert complaints(deck) == []
    assert len(deck.slides) > 5


def test_every_seller_that_sold_has_a_deck_and_nothing_to_complain_of(folder, figures):
    sold = {f["dimensions"]["seller"] for f in figures if f["id"].startswith("gmv.seller.") and f["value"]}
    assert {path.stem.upper() for path in decks(folder)} == sold
    for path in decks(folder):
        assert complaints(Presentation(str(path))) == []
        assert [str(each) for each in OpenXmlValidator().validate(path).errors] == []


def test_a_sellers_figures_are_those_of_the_campaigns_report(folder, figures):
    for path in decks(folder):
        (gmv,) = [f for f in figures if f["id"] == f"gmv.seller.{path.stem}"]
        shown = "\n".join(text for slide in Presentation(str(path)).slides for _, text in texts(slide))
        form = Format.MONEY if float(gmv["value"]) < 10_000 else Format.MONEY_SHORT  # a small sum stands in full
        assert words(float(gmv["value"]), form, gmv["unit"]) in shown


def test_no_part_of_a_sellers_deck_names_another_seller(folder):
    titles = {
        path.stem.upper(): Presentation(str(path)).slides[0].shapes.title.text_frame.text for path in decks(folder)
    }
    assert len(titles) > 1
    for path in decks(folder):
        whole = held(path)
        for seller, name in titles.items():
            if seller != path.stem.upper():
                assert seller not in whole, f"{path.name} holds {seller}"
                assert name not in whole, f"{path.name} holds {name}"


def test_no_part_of_a_sellers_deck_holds_a_number_of_another(folder, figures):
    def numbers(seller):
        mine = [f for f in figures if f["dimensions"].get("seller") == seller and f["value"] not in {None, 0}]
        told = {str(f["value"]) for f in mine}
        told |= {words(float(f["value"]), Format(f["format"]), f["unit"]) for f in mine}
        return {number for number in told if sum(char.isdigit() for char in number) > 3}

    sellers = {path.stem.upper(): path for path in decks(folder)}
    for seller, path in sellers.items():
        whole, own = held(path), numbers(seller)
        for other in sellers.keys() - {seller}:
            foreign = numbers(other) - own
            assert foreign
            found = {n for n in foreign if re.search(rf"(?<![\d.,]){re.escape(n)}(?![\d])", whole)}
            assert found == set(), f"{path.name} holds {found} of {other}"


def test_a_tier_narrows_whose_decks_are_written(folder, styled):
    few = {path.name for path in decks(styled)}
    assert few
    assert few < {path.name for path in decks(folder)}


def test_a_tier_that_no_seller_has_is_refused_with_those_there_are(folder):
    ended = campaignctl("report", folder, "--per-seller", "--tier", "Gold")
    assert ended.returncode == 2
    assert "No seller is of tier Gold." in ended.stderr
    assert "Growth" in ended.stderr
