"""figures.json holds every figure under its id, money exact to the last digit."""

import json
from decimal import Decimal

import pytest

from campaignctl.domain.document import Document, Input
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.writers.figures_json import figures_json


def document(*figures: Figure) -> Document:
    inputs = (Input("exports/s-001/orders.csv", "ab" * 32, 1204),)
    return Document("June Fair", "2026-06-22T09:00:00-07:00", {one.id: one for one in figures}, (), inputs)


def one(value, form, unit="", **more) -> dict:
    figure = Figure("gmv.total", "GMV", value, unit, form, **more)
    return json.loads(figures_json(document(figure)))["figures"][0]


def test_the_file_says_what_it_rests_on():
    found = json.loads(figures_json(document()))
    assert found == {
        "schema": 1,
        "campaign": "June Fair",
        "as_of": "2026-06-22T09:00:00-07:00",
        "inputs": [{"file": "exports/s-001/orders.csv", "sha256": "ab" * 32, "rows": 1204}],
        "figures": [],
    }


def test_a_figure_carries_everything_known_of_it():
    figure = Figure(
        "gmv.seller.s-001@baseline",
        "GMV",
        Decimal("1234567890123.10"),
        "USD",
        Format.MONEY_SHORT,
        "Paid price (GMV01)",
        {"seller": "S-001"},
        Decimal("1.5"),
        Decimal("1E+3"),
        "",
    )
    assert json.loads(figures_json(document(figure)))["figures"] == [
        {
            "id": "gmv.seller.s-001@baseline",
            "label": "GMV",
            "value": "1234567890123.10",
            "unit": "USD",
            "format": "money_short",
            "low": "1.5",
            "high": "1000",
            "definition": "Paid price (GMV01)",
            "dimensions": {"seller": "S-001"},
            "reason": "",
        }
    ]


@pytest.mark.parametrize(
    ("value", "form", "written"),
    [
        (0.0725, Format.PERCENT, 0.0725),
        (Decimal("0.0725"), Format.PERCENT, 0.0725),
        (58940, Format.COUNT, 58940),
        (5400, Format.DURATION, 5400),
        (0.006, Format.POINTS, 0.006),
        (12, Format.MONEY, "12"),
        (None, Format.MONEY, None),
    ],
    ids=["a rate is a fraction", "also from a decimal", "a count", "seconds", "points", "whole money", "missing"],
)
def test_a_value_is_in_the_natural_form_of_its_unit(value, form, written):
    found = one(value, form)["value"]
    assert found == written
    assert type(found) is type(written)


def test_what_is_not_available_says_why():
    assert one(None, Format.MONEY, "USD", reason="no LIVE list")["reason"] == "no LIVE list"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN")])
@pytest.mark.parametrize("form", [Format.MONEY, Format.RATIO])
def test_what_is_no_number_is_refused(value, form):
    with pytest.raises(ValueError, match=r"(?i)nan|inf|not JSON compliant"):
        figures_json(document(Figure("gmv.total", "GMV", value, "USD", form)))


def test_names_stay_readable_and_the_text_can_always_be_saved():
    text = figures_json(document(Figure("a.total", "</script> 🎉 עברית \ud800 =1+1", 1, "", Format.COUNT)))
    assert "🎉 עברית ?" in text
    assert text.encode().endswith(b"}\n")
    assert json.loads(text)["figures"][0]["label"].endswith("=1+1")
