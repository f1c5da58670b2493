"""Forms drift. What is safe is read with its exact rows, what was assumed is said, and what is unclear is asked."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from drift.cases import FORMS
from drift.drawing import campaign, lines, read, said, save


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.sentence)
def test_of_a_drifting_form_the_right_lines_are_read_and_the_right_words_said(form, tmp_path):
    folder = campaign(tmp_path)
    save(folder / "registrations" / "form.xlsx", form.workbook())
    material = read(folder)
    assert lines(material) == list(form.lines)
    assert said(material.observations) == list(form.said)
