"""What a memo shows is what its document has, in its place: tables, charts, and the workbooks inside the charts."""

import pytest

from ...parity.altering import alter  # noqa: TID252 (one judge of all outputs)
from ...parity.places import Places, rows_of, series_of  # noqa: TID252
from .reading import made
from .sample import document

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def held():
    return Places([document()])


def test_every_row_and_series_is_the_document_s(held, tmp_path):
    path = made(document(), tmp_path)
    rows, series = list(rows_of(path)), list(series_of(path))
    assert held.strangers(rows) == []
    assert held.strange_series(series) == []
    assert {"Flash deals", "Price", "GMV"} <= {row.name for row in rows if held.knows(row)}
    assert sum(each.numbers == (1.9, 0.6) for each in series) == 2, "the returns: drawn, and in their workbook"


@pytest.mark.parametrize(
    "altered",
    [
        ("word/charts/chart4.xml", "<c:v>1.9</c:v>", "<c:v>1.8</c:v>"),
        ("word/charts/chart4.xml", "<c:v>2.7</c:v>", "<c:v>1.7</c:v>"),
        ("word/embeddings/workbook4.xlsx", "<v>0.3</v>", "<v>0.4</v>", SHEET),
        ("word/embeddings/workbook4.xlsx", "<v>1.1</v>", "<v>1.9</v>", SHEET),
    ],
    ids=" ".join,
)
def test_a_return_that_is_drawn_elsewhere_is_found(held, tmp_path, altered):
    path = made(document(), tmp_path)
    part, *rest = altered
    alter(path, part, *rest)
    assert held.strange_series(series_of(path)) != []


@pytest.mark.parametrize(("old", "new"), [("$78,000", "$94,000"), (">381<", ">389<"), ("92%", "95%")])
def test_a_number_in_another_row_is_found(held, tmp_path, old, new):
    path = made(document(), tmp_path)
    alter(path, "word/document.xml", old, new)
    assert held.strangers(rows_of(path)) != []
