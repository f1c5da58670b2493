"""What was planted beside what was found: what is missed, and what is found that nobody planted."""

import re

import pytest


def _of(finding):
    place = finding.place
    return finding.code, place.file, place.sheet, place.cell


def _planted(fault):
    return fault["code"], fault["file"], fault["sheet"], fault["cell"]


def _row(file, sheet, cell):
    return file, sheet, re.sub("[A-Z]", "", cell)


@pytest.fixture(scope="session")
def missed():
    """Return the planted faults, as ``truth.json`` has them, that no finding has at their very cell."""

    def compare(faults, findings):
        found = {_of(finding) for finding in findings}
        return [fault for fault in faults if _planted(fault) not in found]

    return compare


@pytest.fixture(scope="session")
def false():
    """Return the findings that were not planted, and that no planted fault allows in its row."""

    def compare(faults, findings):
        planted = {_planted(fault) for fault in faults}
        rows = {(code, *_row(*_planted(fault)[1:])) for fault in faults for code in (fault["code"], *fault["also"])}
        strange = [one for one in findings if _of(one) not in planted]
        return [one for one in strange if (one.code, *_row(*_of(one)[1:])) not in rows]

    return compare
