"""One report, many outputs: the same number under every figure's id, the same bytes twice, and inputs untouched."""

import hashlib
import json
import re
import shutil
from decimal import Decimal
from io import StringIO

import docx
import openpyxl
import pytest
from PIL import ImageDraw

from campaignctl.cli.environment import Environment
from campaignctl.cli.report_reading import Asked, inputs_of
from campaignctl.domain.figures import slug
from campaignctl.domain.formats import Format, words
from campaignctl.folder.files import find
from campaignctl.stages.report import (
    chosen,
    for_dashboard,
    for_deck,
    for_memo,
    for_today,
    for_workbook,
    report,
    seller_documents,
)
from campaignctl.writers.figures_json import figures_json
from campaignctl.writers.today import write_picture

from ..parity.altering import alter  # noqa: TID252 (one judge of all outputs)
from ..parity.cubes import compared  # noqa: TID252
from ..parity.judging import Figures  # noqa: TID252
from ..parity.literals import literals  # noqa: TID252
from ..parity.places import Places, rows_of, series_of  # noqa: TID252
from ..parity.reading import Told, block, shown  # noqa: TID252
from ..parity.sentences import Sentences  # noqa: TID252
from ..parity.whole import OUTPUTS, complaints, figures_of  # noqa: TID252
from .running import EXAMPLE, campaignctl, in_a_process

pytestmark = pytest.mark.filterwarnings("ignore:.*xtension is not supported:UserWarning")  # openpyxl on reading


def hashes(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def reported(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report") / "harvest-deals"
    shutil.copytree(EXAMPLE, folder)
    before = hashes(folder)
    ended = in_a_process("report", folder, "--per-seller")
    assert ended.returncode == 0, ended.stderr
    return folder, before


@pytest.fixture(scope="module")
def inputs(reported):
    """What the command read, read again."""
    quiet = Environment(out=StringIO(), err=StringIO(), quiet=True)
    return inputs_of(quiet, find(reported[0]), reported[0] / "out", Asked())[0]


@pytest.fixture(scope="module")
def documents(inputs):
    """The report's document, and each seller's by the name of its deck."""
    sellers = chosen(inputs.campaign, ())
    return report(inputs), {slug(seller.id): document for seller, document in seller_documents(inputs, sellers)}


@pytest.fixture(scope="module")
def names(inputs):
    """Names from outside, which may hold numbers of their own."""
    frames = (inputs.order_lines[["product_name"]], inputs.streams[["title"]])
    told = {str(name) for frame in frames for column in frame for name in frame[column].dropna().unique()}
    return told | {inputs.campaign.name}


@pytest.fixture(scope="module")
def figures(reported):
    whole = json.loads((reported[0] / "out" / "figures.json").read_text(encoding="utf-8"))
    return {figure["id"]: figure for figure in whole["figures"]}


def test_figures_json_has_the_shape_that_scripts_rely_on(reported, figures):
    whole = json.loads((reported[0] / "out" / "figures.json").read_text(encoding="utf-8"))
    assert set(whole) == {"schema", "campaign", "as_of", "inputs", "figures"}
    assert whole["schema"] == 1
    assert {"id", "label", "value", "unit", "format", "definition", "dimensions", "reason"} <= set(figures["gmv.total"])
    assert re.fullmatch(r"\d+\.\d\d", figures["gmv.total"]["value"]), "money is a decimal string"
    assert all(len(entry["sha256"]) == 64 for entry in whole["inputs"])


def test_the_workbook_holds_every_figure_it_shows_with_the_value_of_figures_json(reported, figures):
    book = openpyxl.load_workbook(reported[0] / "out" / "report.xlsx", data_only=True)
    rows = list(book["Figures"].iter_rows(values_only=True))
    at = next(number for number, row in enumerate(rows) if "Value" in row)
    heads = {name: place for place, name in enumerate(rows[at]) if name}
    identity = next(place for name, place in heads.items() if name.casefold() in {"id", "figure"})
    listed = {row[identity]: row[heads["Value"]] for row in rows[at + 1 :] if row[identity] in figures}
    assert len(listed) > 200
    for name, value in listed.items():
        expected = figures[name]["value"]
        if expected is None:
            assert not isinstance(value, int | float), name
        else:
            assert float(value) == pytest.approx(float(Decimal(str(expected))), rel=1e-9), name


def test_every_number_of_every_output_is_a_figure_of_the_run(reported, names):
    assert complaints(reported[0] / "out", names) == []


def test_the_cube_tells_the_figures_of_every_choice(reported, figures):
    assert compared(block(reported[0] / "out" / "dashboard.html"), figures) > 100


@pytest.mark.parametrize(
    "altered",
    [
        ("deck.pptx", "ppt/slides/slide2.xml", ">$38.33<", ">$38.34<"),
        ("deck.pptx", "ppt/slides/slide2.xml", "37% above", "37.04% above"),
        ("deck.pptx", "ppt/charts/chart25.xml", "<c:v>391.69</c:v>", "<c:v>391.70</c:v>"),
        ("memo.docx", "word/document.xml", "$38.33", "$38.30"),
        ("memo.docx", "word/charts/chart1.xml", "58.22", "58.23"),
        ("report.xlsx", "xl/worksheets/sheet1.xml", "<v>1648.19</v>", "<v>1648.20</v>"),
        ("report.xlsx", "xl/charts/chart1.xml", "391.69", "391.7"),
        ("dashboard.html", "", "$38.33", "$38.30"),
        ("dashboard.html", "", '["−16%"]', '["−15%"]'),
        ("dashboard.html", "", "4354,", "4355,"),
        ("today.txt", "", "−39%", "−39.1%"),
        ("actions.xlsx", "xl/worksheets/sheet2.xml", "$257", "$258"),
    ],
    ids=" ".join,
)
def test_one_number_altered_by_hand_is_found(reported, names, tmp_path, altered):
    output, part, old, new = altered
    out = tmp_path / "out"
    shutil.copytree(reported[0] / "out", out, ignore=shutil.ignore_patterns("cache", "sellers"))
    alter(out / output, part, old, new)
    assert complaints(out, names) != []


def test_every_number_of_a_seller_s_deck_is_a_figure_of_that_seller_s_rows(reported, documents, names):
    folder, sellers = reported[0] / "out" / "sellers", documents[1]
    assert {path.stem for path in folder.iterdir()} == set(sellers) != set()
    for seller, document in sellers.items():
        held = Figures(json.loads(figures_json(document))["figures"], names)
        deck = folder / f"{seller}.pptx"
        assert held.complaints(shown(deck)) == [], seller
        places = Places([document, for_deck(document)])
        assert places.strangers(rows_of(deck)) == places.strange_series(series_of(deck)) == [], seller


def test_no_number_is_written_out_where_a_document_holds_its_figures_by_their_ids(reported, documents, names):
    whole, sellers = documents
    held = figures_of(reported[0] / "out", names)
    assert (
        json.loads(figures_json(whole))["figures"]
        == json.loads((reported[0] / "out" / "figures.json").read_text("utf-8"))["figures"]
    )
    for document in (whole, *(view(whole) for view in VIEWS), *map(for_deck, sellers.values())):
        assert held.literals(literals(document)) == []


VIEWS = (for_workbook, for_deck, for_memo, for_dashboard, for_today)


def sentences_amiss(out, documents, names):
    """The texts with a number that the document does not say; the list of figures itself has its own test."""
    whole, held = documents[0], figures_of(out, names)
    said = Sentences([whole, *(view(whole) for view in VIEWS)])
    told = (each for output in OUTPUTS for each in shown(out / output) if isinstance(each, Told))
    return said.strangers((each for each in told if " Figures!" not in each.place and each.text not in held.ids), held)


def test_every_number_stands_in_the_sentence_in_which_the_document_says_it(reported, documents, names):
    assert sentences_amiss(reported[0] / "out", documents, names) == []


@pytest.mark.parametrize(
    "altered",
    [
        ("deck.pptx", "ppt/slides/slide2.xml", "37% above", "38% above"),
        ("dashboard.html", "", "37% above", "38% above"),
        ("today.txt", "", "37% above", "38% above"),
        ("memo.docx", "word/document.xml", "37% above", "38% above"),
    ],
    ids=" ".join,
)
def test_a_number_of_another_figure_is_found_by_its_sentence(reported, documents, names, tmp_path, altered):
    output, part, old, new = altered
    out = tmp_path / "out"
    shutil.copytree(reported[0] / "out", out, ignore=shutil.ignore_patterns("cache", "sellers"))
    alter(out / output, part, old, new)
    assert sentences_amiss(out, documents, names) != []


DRAWING = ("report.xlsx", "deck.pptx", "memo.docx")


def places_amiss(out, documents):
    """The rows and series with a number that the document has in another place."""
    whole = documents[0]
    held = Places([whole, *(view(whole) for view in VIEWS)])
    rows = [row for output in (*DRAWING, "dashboard.html") for row in rows_of(out / output)]
    series = [each for output in DRAWING for each in series_of(out / output)]
    return [*held.strangers(rows), *held.strange_series(series)], sum(map(held.knows, rows)), len(series)


def test_every_number_stands_in_the_row_or_series_in_which_the_document_has_it(reported, documents):
    amiss, rows, series = places_amiss(reported[0] / "out", documents)
    assert amiss == []
    assert rows > 150
    assert series > 90


@pytest.mark.parametrize(
    "altered",
    [
        ("report.xlsx", "xl/charts/chart4.xml", "<c:v>657.15</c:v>", "<c:v>157.15</c:v>"),
        ("report.xlsx", "xl/charts/chart1.xml", "<c:v>391.69</c:v>", "<c:v>333.02</c:v>"),
        ("report.xlsx", "xl/worksheets/sheet11.xml", "<v>423.75</v>", "<v>290.94</v>"),
        ("deck.pptx", "ppt/charts/chart25.xml", "<c:v>391.69</c:v>", "<c:v>333.02</c:v>"),
        ("deck.pptx", "ppt/embeddings/Microsoft_Excel_Sheet25.xlsx", "391.69", "391.68", "xl/worksheets/sheet1.xml"),
        ("deck.pptx", "ppt/slides/slide9.xml", "6.67%", "4.35%"),
        ("memo.docx", "word/charts/chart1.xml", "<c:v>58.22</c:v>", "<c:v>659.09</c:v>"),
        ("memo.docx", "word/embeddings/workbook1.xlsx", "58.22", "58.23", "xl/worksheets/sheet1.xml"),
        ("dashboard.html", "", ">$284<", ">$246<"),
    ],
    ids=" ".join,
)
def test_a_value_of_another_row_or_series_is_found_by_its_place(reported, documents, tmp_path, altered):
    output, part, old, new, *inner = altered
    out = tmp_path / "out"
    shutil.copytree(reported[0] / "out", out, ignore=shutil.ignore_patterns("cache", "sellers"))
    alter(out / output, part, old, new, *inner)
    assert places_amiss(out, documents)[0] != []


@pytest.mark.parametrize("output", ["deck.pptx", "memo.docx", "dashboard.html"])
@pytest.mark.parametrize("name", ["gmv.total", "gmv.total~target", "orders.total", "aov.total", "aov.total~baseline"])
def test_the_headline_stands_in_every_output(reported, figures, output, name):
    figure = figures[name]
    told = words(Decimal(str(figure["value"])), Format(figure["format"]), figure["unit"], signed="~" in name)
    assert any(told in each.text for each in shown(reported[0] / "out" / output) if isinstance(each, Told))


def test_no_token_of_a_template_is_left_standing(reported):
    for output in ("deck.pptx", "memo.docx"):
        told = [each.text for each in shown(reported[0] / "out" / output) if isinstance(each, Told)]
        assert not any("{{" in text for text in told)


def test_a_chat_s_lines_begin_with_the_headline_and_the_picture_is_one(reported):
    lines = (reported[0] / "out" / "today.txt").read_text(encoding="utf-8").splitlines()
    assert 4 <= len(lines) <= 8
    assert lines[0].startswith("Harvest Deals 2026 sold ")
    assert (reported[0] / "out" / "today.png").read_bytes().startswith(b"\x89PNG")


def test_every_number_written_into_the_picture_is_a_figure_of_the_run(
    reported, documents, names, tmp_path, monkeypatch
):
    out, told, text = reported[0] / "out", [], ImageDraw.ImageDraw.text

    def noted(pen, at, words, **look):
        told.append(words)
        text(pen, at, words, **look)

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", noted)
    write_picture(for_today(documents[0]), tmp_path / "today.png")
    assert (tmp_path / "today.png").read_bytes() == (out / "today.png").read_bytes(), "it is the picture of the report"
    held, words_told = figures_of(out, names), " ".join(dict.fromkeys(told))
    assert held.complaints([Told("today.png", words_told)]) == []
    assert len(held.numbers(words_told)) > 15
    assert held.complaints([Told("today.png", words_told.replace("37% above", "34% above", 1))]) != []


def test_a_team_s_own_memo_is_used(tmp_path):
    folder = tmp_path / "harvest-deals"
    shutil.copytree(EXAMPLE, folder)
    (folder / "templates").mkdir(exist_ok=True)
    own = docx.Document()
    own.add_paragraph("To the board: {{ memo.title }}")
    own.save(str(folder / "templates" / "memo.docx"))
    ended = campaignctl("report", folder, "--quiet")
    assert ended.returncode == 0, ended.stderr
    told = docx.Document(str(folder / "out" / "memo.docx")).paragraphs[0].text
    assert told.startswith("To the board: Harvest Deals 2026 sold ")


def test_a_second_run_gives_equal_bytes_and_adds_no_record(reported):
    folder, _ = reported
    first = hashes(folder / "out"), hashes(folder / "record")
    assert in_a_process("report", folder, "--per-seller").returncode == 0
    assert (hashes(folder / "out"), hashes(folder / "record")) == first


def test_inputs_are_byte_identical_afterwards(reported):
    folder, before = reported
    after = hashes(folder)
    assert {name: after[name] for name in before} == before


def test_an_open_report_gets_a_numbered_sibling_and_exit_code_4(tmp_path):
    folder = tmp_path / "harvest-deals"
    shutil.copytree(EXAMPLE, folder)
    (folder / "out").mkdir(exist_ok=True)
    (folder / "out" / "report.xlsx").write_bytes(b"somebody's open copy")
    (folder / "out" / "~$report.xlsx").write_bytes(b"")
    ended = campaignctl("report", folder, "--quiet")
    assert ended.returncode == 4
    assert ended.stderr.strip().splitlines()[-1].endswith("report (2).xlsx")
    assert (folder / "out" / "report.xlsx").read_bytes() == b"somebody's open copy"
    assert openpyxl.load_workbook(folder / "out" / "report (2).xlsx").sheetnames[0] == "Summary"


def test_a_report_as_of_an_earlier_moment_sees_only_what_had_happened(tmp_path):
    folder = tmp_path / "harvest-deals"
    shutil.copytree(EXAMPLE, folder)
    early = json.loads(campaignctl("report", folder, "--as-of", "2026-11-22T00:00", "--json").stdout)
    values = {figure["id"]: figure["value"] for figure in early["figures"]}
    assert early["as_of"] == "2026-11-22T00:00:00-08:00"
    assert "gmv.day.2026-11-21" in values
    assert "gmv.day.2026-11-23" not in values
