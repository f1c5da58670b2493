"""The parts of the small form as text: whoever changes the look sees it in the diff."""

import pytest
from lxml import etree

TABS = ("How to fill this", "Fair", "Offers", "People", "Lists")


def pretty(root) -> str:
    for text in root.iter():
        text.tail = None
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


@pytest.mark.parametrize("tab", TABS)
def test_each_sheet_is_written_as_agreed(form, write, golden, tab):
    written = write(form(capacity=4))
    golden(f"forms/{tab.casefold().replace(' ', '-')}.xml", pretty(written.sheet(tab)))


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", "docProps/core.xml", "docProps/custom.xml"])
def test_each_part_around_the_sheets_is_written_as_agreed(form, write, golden, part):
    golden(f"forms/{part.rsplit('/', 1)[1]}", pretty(write(form(capacity=4)).part(part)))
