"""Cells of a column that say the same in rows above each other are one cell, where the template asks for it."""

from dataclasses import replace

from campaignctl.domain.document import Section
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Column, Table

from .reading import find, made
from .sample import document

KINDS = ("▲ Repeat", "▲ Repeat", "■ Stop", "● Try", "● Try")


def test_steps_of_one_kind_stand_beside_one_cell(tmp_path):
    heads = tuple(Column(key, key) for key in ("kind", "next", "what", "how_sure"))
    rows = tuple((kind, f"Do {n}", f"Thing {n}", "a count") for n, kind in enumerate(KINDS))
    steps = Section("next", "Next", say("Next campaign: do this"), parts=(Table("next", heads, rows),))
    whole = document()
    kept = tuple(section for section in whole.sections if section.slug != "next")
    table = find(made(replace(whole, sections=(*kept, steps)), tmp_path), "table:next").table
    cells = [table.cell(row, 0) for row in range(1, 6)]
    assert [cell.span_height for cell in cells if cell.is_merge_origin] == [2, 2]
    assert [cell.is_spanned for cell in cells] == [False, True, False, False, True]
    assert [table.cell(row, 1).is_merge_origin for row in range(1, 6)] == [False] * 5
