"""A template that does not fit ends in two lines that name slide and shape, and nothing is written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Inches

from campaignctl.domain.errors import BadTemplate, CannotRead
from campaignctl.writers.pptx import inspect, write_deck
from campaignctl.writers.pptx.shapes import every

from .reading import TEMPLATE
from .sample import document


@pytest.fixture
def changed(tmp_path) -> Callable[[Callable], Path]:
    """Return a copy of the house template after a change to it."""

    def change(edit: Callable) -> Path:
        deck = Presentation(str(TEMPLATE))
        edit(deck)
        path = tmp_path / "own.pptx"
        deck.save(str(path))
        return path

    return change


def refused(template: Path, tmp_path: Path) -> BadTemplate:
    target = tmp_path / "deck.pptx"
    with pytest.raises(BadTemplate) as caught:
        write_deck(document(), template, target)
    assert not target.exists()
    assert caught.value.todo
    return caught.value


def named(deck, name: str):
    return [each for slide in deck.slides for each in every(slide.shapes) if each.name == name]


def on(deck, section: str) -> int:
    """Return which slide, counted from 0, is the prototype of a section."""
    keys = [slide.notes_slide.notes_text_frame.text for slide in deck.slides]
    return next(number for number, key in enumerate(keys) if key.split()[1] == section)


def rename(old: str, new: str) -> Callable:
    def edit(deck) -> None:
        for shape in named(deck, old):
            shape.name = new

    return edit


def test_every_missing_shape_is_named_at_once(changed, tmp_path):
    def edit(deck) -> None:
        rename("chart:above", "Chart 7")(deck)
        rename("table:streams", "Table 3")(deck)

    error = refused(changed(edit), tmp_path)
    assert "chart:above (section sellers)" in error.what
    assert "table:streams (section streams)" in error.what
    assert error.exit_code == 3


def test_a_team_may_take_a_whole_slide_out(changed, tmp_path):
    def edit(deck) -> None:
        ids, at = deck.part._element.sldIdLst, on(deck, "sellers")
        deck.part.drop_rel(ids[at].rId)
        ids.remove(ids[at])

    write_deck(document(), changed(edit), tmp_path / "deck.pptx")
    assert len(Presentation(str(tmp_path / "deck.pptx")).slides) == 6


def test_an_unknown_token_is_named_with_slide_and_shape(changed, tmp_path):
    def edit(deck) -> None:
        named(deck, "text:title")[on(deck, "scorecard")].text_frame.text = "{{ gvm.total }}"

    error = refused(changed(edit), tmp_path)
    assert "Slide 3 (scorecard), shape text:title asks for {{ gvm.total }}" in error.what


@pytest.mark.parametrize("text", ["{{ section.title", "{{ two words }}", "{{}}"])
def test_a_token_that_is_none_is_not_left_standing(changed, tmp_path, text):
    def edit(deck) -> None:
        named(deck, "text:tracker")[0].text_frame.text = text

    assert "shape text:tracker asks for {{" in refused(changed(edit), tmp_path).what


def test_an_unknown_token_in_a_tables_pattern_row_drops_its_column_but_one_beside_it_is_an_error(changed, tmp_path):
    def edit(deck) -> None:
        cell = named(deck, "table:data")[0].table.cell(1, 0)
        cell.text = "{{ row.1 }} {{ nobody.knows }}"

    assert "{{ nobody.knows }}" in refused(changed(edit), tmp_path).what


def test_a_table_without_a_pattern_row_is_refused(changed, tmp_path):
    def edit(deck) -> None:
        for cell in named(deck, "table:data")[0].table.iter_cells():
            cell.text = "x"

    assert "table:data has no pattern row" in refused(changed(edit), tmp_path).what


def test_a_chart_with_too_few_series_is_refused(changed, tmp_path):
    def edit(deck) -> None:
        for shape in named(deck, "chart:pace"):
            space = shape.chart._chartSpace
            for series in space.xpath(".//c:lineChart/c:ser"):
                series.getparent().remove(series)
            for line in space.xpath(".//c:lineChart"):
                line.getparent().remove(line)

    error = refused(changed(edit), tmp_path)
    assert "chart:pace has 2 series, the report 4: Campaign, Below target, Target, Baseline" in error.what


@pytest.mark.parametrize(("old", "kind"), [("chart:spread", "chart"), ("table:data", "table")])
def test_a_name_on_the_wrong_kind_of_shape_is_refused(changed, tmp_path, old, kind):
    def edit(deck) -> None:
        slide = next(slide for slide in deck.slides if any(each.name == old for each in slide.shapes))
        rename(old, "was")(deck)
        slide.shapes.add_textbox(Inches(1), Inches(1), Inches(1), Inches(1)).name = old

    assert f"shape {old} is not a {kind}" in refused(changed(edit), tmp_path).what


def test_a_key_line_with_a_slip_is_quoted(changed, tmp_path):
    def edit(deck) -> None:
        deck.slides[2].notes_slide.notes_text_frame.text = "#campaignctl: scorecard optionel"

    assert "notes of slide 3" in refused(changed(edit), tmp_path).what


def test_words_for_the_writer_that_are_no_number_are_quoted(changed, tmp_path):
    def edit(deck) -> None:
        named(deck, "table:data")[0]._element.nvGraphicFramePr.cNvPr.set("descr", "max_rows=many")

    assert "max_rows=many" in refused(changed(edit), tmp_path).what


@pytest.mark.parametrize("content", [b"", b"not a file of PowerPoint", b"PK\x03\x04 truncated"])
def test_what_is_no_powerpoint_file_is_refused(tmp_path, content):
    path = tmp_path / "own.pptx"
    path.write_bytes(content)
    assert "own.pptx cannot be opened" in refused(path, tmp_path).what


def test_a_workbook_under_a_decks_name_is_refused(tmp_path):
    from openpyxl import Workbook

    path = tmp_path / "own.pptx"
    Workbook().save(path)
    assert "own.pptx cannot be opened" in refused(path, tmp_path).what


def test_a_template_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(CannotRead, match="There is no template"):
        inspect(tmp_path / "none.pptx")
