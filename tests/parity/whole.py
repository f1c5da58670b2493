"""All outputs of one report, judged together: by the figures of ``figures.json`` alone."""

import json
from collections.abc import Iterable
from pathlib import Path

from .cubes import cube_complaints, rows_of_sheet
from .judging import Figures
from .reading import Drawn, block, shown

OUTPUTS = ("report.xlsx", "deck.pptx", "memo.docx", "dashboard.html", "today.txt", "actions.xlsx")
FEWEST = {"report.xlsx": 500, "deck.pptx": 50, "memo.docx": 10}
"""Values that are drawn at the least: with fewer, something was not read back."""


def figures_of(out: Path, names: Iterable[str] = ()) -> Figures:
    """Return the figures of a folder of outputs; ``names`` are those that the inputs gave."""
    whole = json.loads((out / "figures.json").read_text("utf-8"))
    files = {Path(entry["file"]).name for entry in whole["inputs"]}
    members = {label for axis in block(out / "dashboard.html")["axes"] for _slug, label in axis["members"]}  # type: ignore[attr-defined]
    return Figures(whole["figures"], {*names, *files, *members, whole["campaign"]})


def complaints(out: Path, names: Iterable[str] = ()) -> list[str]:
    """Return a line for each number of any output that is no figure of the run, or not the value of its figure."""
    figures = figures_of(out, names)
    found = []
    for name in OUTPUTS:
        read = list(shown(out / name))
        found += figures.complaints(read)
        if sum(isinstance(each, Drawn) for each in read) < FEWEST.get(name, 0):
            found.append(f"{name}: hardly a number was read back")
    held = {figure["id"]: figure for figure in json.loads((out / "figures.json").read_text("utf-8"))["figures"]}
    data = block(out / "dashboard.html")
    found += cube_complaints(data, held)
    if rows_of_sheet(out / "report.xlsx") != list(zip(*data["columns"], strict=True)):  # type: ignore[call-overload]
        found.append("the cube of the workbook is not that of the page")
    return found
