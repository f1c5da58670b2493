"""A book that must not be changed goes back as it is, with the list in a workbook beside it."""

import re
from pathlib import Path

import pytest

from campaignctl.folder.outputs import Outputs
from campaignctl.writers.returns import write_return


def signed(parts):
    return parts | {"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<Signature/>"}


def locked_against_new_sheets(parts):
    book = parts["xl/workbook.xml"].replace(b"<bookViews>", b'<workbookProtection lockStructure="1"/><bookViews>')
    return parts | {"xl/workbook.xml": book}


def strict(parts):
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return {name: text.replace(main, b"http://purl.oclc.org/ooxml/spreadsheetml/main") for name, text in parts.items()}


def shared_in_the_old_way(parts):
    return parts | {"xl/revisions/revisionHeaders.xml": b"<headers/>"}


def with_comments_between_cells(parts):
    name = "xl/worksheets/sheet2.xml"
    return parts | {name: parts[name].replace(b'<row r="6"', b'<!-- </row> --><row r="6"')}


def in_another_encoding(parts):
    name = "xl/styles.xml"
    return parts | {name: parts[name].replace(b'encoding="UTF-8"', b'encoding="ISO-8859-1"')}


def with_a_definition(parts):
    name = "xl/workbook.xml"
    return parts | {name: re.sub(rb"<workbook ", b'<!DOCTYPE w [<!ENTITY e "x">]><workbook ', parts[name])}


def with_a_broken_part(parts):
    return parts | {"xl/styles.xml": parts["xl/styles.xml"][:-200]}


def without_lists_of_styles(parts):
    return parts | {"xl/styles.xml": re.sub(rb"<cellXfs.*</cellXfs>", b"", parts["xl/styles.xml"])}


REFUSED = {
    signed: "digitally signed",
    locked_against_new_sheets: "protected against new sheets",
    strict: "Strict Open XML",
    shared_in_the_old_way: "shared in the old way",
    with_comments_between_cells: "comments between its cells",
    in_another_encoding: "ISO-8859-1",
    with_a_definition: "document type definition",
    with_a_broken_part: "not XML",
    without_lists_of_styles: "lists its styles",
}


def returned_pair(source: Path, folder: Path, made) -> tuple[Path, Path]:
    copy, listed = write_return(made, source, folder, Outputs())
    return copy, listed


@pytest.mark.parametrize("change", list(REFUSED), ids=lambda change: change.__name__.replace("_", " "))
def test_it_is_copied_untouched_and_the_list_says_why(change, books, tmp_path, tools):
    source = tools.put_together(tmp_path / "s-001.xlsx", change(tools.parts_of(books["rich.xlsx"])))
    copy, listed = returned_pair(source, tmp_path / "out", tools.a_return())
    assert copy.name == "S-001.xlsx"
    assert copy.read_bytes() == source.read_bytes()
    assert listed.name == "S-001 findings.xlsx"
    sheet = tools.reopened(listed)["Findings"]
    words = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert any(REFUSED[change] in word and "returned untouched" in word for word in words)
    assert "Products!D6" in words
    assert sheet["C7"].hyperlink is None


@pytest.mark.parametrize(
    "name", ["s-001.xls", "s-001.ods", "s-001.csv", "s-001.pdf", "s-001", "S-001.XLSX", "cut off.xlsx"]
)
def test_what_is_no_workbook_is_copied_with_the_list_beside_it(name, tmp_path, tools):
    source = tmp_path / name
    source.write_bytes(b"SKU ID,Stock\n1729500011223344501,10\n")
    copy, listed = returned_pair(source, tmp_path / "out", tools.a_return())
    assert copy.read_bytes() == source.read_bytes()
    assert copy.suffix == source.suffix.lower()
    assert tools.reopened(listed).sheetnames == ["Findings"]


def test_a_workbook_that_could_not_be_read_is_not_opened_again(books, tmp_path, tools):
    copy, listed = returned_pair(books["rich.xlsx"], tmp_path, tools.a_return(sealed="could not be read"))
    assert copy.read_bytes() == books["rich.xlsx"].read_bytes()
    assert "could not be read" in str([row[1].value for row in tools.reopened(listed)["Findings"].iter_rows()])


def test_nothing_half_written_is_left_beside_an_untouched_copy(books, tmp_path, tools):
    source = tools.put_together(tmp_path / "s-001.xlsx", signed(tools.parts_of(books["rich.xlsx"])))
    returned_pair(source, tmp_path / "out", tools.a_return())
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["S-001 findings.xlsx", "S-001.xlsx"]


def test_a_list_beside_an_untouched_copy_has_equal_bytes_each_time(tmp_path, tools):
    source = tmp_path / "s-001.csv"
    source.write_text("SKU ID\n")
    once, again = (returned_pair(source, tmp_path / name, tools.a_return())[1] for name in ("1", "2"))
    assert once.read_bytes() == again.read_bytes()
