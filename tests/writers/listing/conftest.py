"""A reader of what was written."""

import warnings
from pathlib import Path

import openpyxl
import pytest

from campaignctl.writers.listings import write_listings


@pytest.fixture
def write(tmp_path: Path):
    """Write a document and return the sheet called Roster as openpyxl reads it."""

    def written(whole):
        write_listings(whole, tmp_path / "roster.xlsx")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # openpyxl drops what it does not know, data bars among it
            return openpyxl.load_workbook(tmp_path / "roster.xlsx")["Roster"]

    return written
