"""``make bench``: what campaignctl costs, as ratios to a reference measured in the same run.

CPU seconds (user and system) of fresh processes, imports counted; the median of three interleaved pairs. Differences
under 15 % are noise.

``--large`` adds what takes minutes. The report is held against polars, which campaignctl does not need: install it
anywhere (``python -m venv polars && polars/bin/pip install polars``) and name that Python in ``BENCH_POLARS``.
"""

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

from exports import export_of
from folders import campaign_folder, filled_forms
from measure import ratio, run
from sellers import sellers_folder

HERE = Path(__file__).parent
BENCH = HERE.parents[1] / "bench"
CAMPAIGNCTL = str(Path(sys.executable).with_name("campaignctl"))


def main() -> None:
    """Print every ratio with its budget."""
    print("measuring CPU seconds of fresh processes, median of 3 interleaved pairs")
    _validate(100_000, budget="<= 3.0 (aim 2.0), <= 450 MB")
    _annotate()
    _returns()
    _collect(1_000, 50, budget="<= 3.0")
    _deck(60)
    _help()
    if "--large" in sys.argv:
        _validate(500_000, budget="grows <= 5.5x from 100,000 lines")
        _report(1_000_000, budget="<= 1200 MB")
        _report(5_000_000, budget="<= 5.0, <= 2048 MB")


def _validate(lines: int, budget: str) -> None:
    folder = BENCH / f"lines-{lines}"
    book = campaign_folder(folder, lines)
    ours = (CAMPAIGNCTL, "validate", str(folder), "--json")
    found, mine, theirs = ratio(ours, (sys.executable, str(HERE / "floor_calamine.py"), str(book)))
    print(f"validate, {lines:,} SKU lines: {found:.2f}x python-calamine iter_rows, budget {budget}")
    print(f"  {mine.cpu:.2f} s and {mine.megabytes:.0f} MB against {theirs.cpu:.2f} s and {theirs.megabytes:.0f} MB")


def _annotate() -> None:
    """Mark 1,000 cells of a workbook of 100,000 lines."""
    book = campaign_folder(BENCH / "lines-100000", 100_000)
    ours = (sys.executable, str(HERE / "annotate.py"), str(book.parent), "1000")
    found, mine, theirs = ratio(ours, (sys.executable, str(HERE / "floor_calamine.py"), str(book)))
    print(f"annotating 1,000 cells of 100,000 lines: {found:.2f}x reading it with python-calamine, budget <= 2.0")
    print(f"  {mine.cpu:.2f} s and {mine.megabytes:.0f} MB against {theirs.cpu:.2f} s and {theirs.megabytes:.0f} MB")


def _returns(books: int = 100) -> None:
    """Mark five cells in each of many filled forms of 50 lines."""
    folder = filled_forms(BENCH / f"forms-{books}", books, 50)
    ours = (sys.executable, str(HERE / "annotate.py"), str(folder), "5")
    found, mine, theirs = ratio(ours, (sys.executable, str(HERE / "floor_zip.py"), str(folder)))
    print(f"returns of {books} forms of 50 lines: {found:.2f}x a zip copy of them, budget <= 2")
    print(f"  {mine.cpu:.2f} s against {theirs.cpu:.2f} s")


def _collect(sellers: int, lines: int, budget: str) -> None:
    registrations = sellers_folder(BENCH / f"sellers-{sellers}", sellers, lines)
    ours = (CAMPAIGNCTL, "collect", str(registrations.parent), "--json", "--no-returns")
    books = [str(path) for path in sorted(registrations.glob("*.xlsx"))]
    found, mine, theirs = ratio(ours, (sys.executable, str(HERE / "floor_calamine.py"), *books), times=1)
    print(f"collect, {sellers:,} workbooks of {lines} lines: {found:.2f}x python-calamine in one loop, budget {budget}")
    print(f"  {mine.cpu:.2f} s and {mine.megabytes:.0f} MB against {theirs.cpu:.2f} s and {theirs.megabytes:.0f} MB")


def _report(lines: int, budget: str) -> None:
    """Report on one export, read anew each time; a heading of words makes text of every column, for polars as well."""
    python = shutil.which(os.environ.get("BENCH_POLARS", sys.executable))
    if python is None or subprocess.run((python, "-c", "import polars"), capture_output=True, check=False).returncode:
        print(f"report on {lines:,} lines: left out, BENCH_POLARS names no Python that has polars")
        return
    export = export_of(BENCH / f"orders-{lines}", lines)
    ours = (CAMPAIGNCTL, "report", str(export.parents[2]), "--json")
    cache = export.parents[2] / "out" / "cache"
    floor = (python, str(HERE / "floor_polars.py"), str(export))
    found, mine, theirs = ratio(ours, floor, before=partial(shutil.rmtree, cache, ignore_errors=True))
    print(f"report on {lines:,} lines: {found:.2f}x polars.read_csv of them, budget {budget}")
    print(f"  {mine.cpu:.2f} s and {mine.megabytes:.0f} MB against {theirs.cpu:.2f} s and {theirs.megabytes:.0f} MB")


def _deck(sellers: int) -> None:
    """Write a deck with a slide per seller, each with its chart, its workbook and its tables."""
    cost = run((sys.executable, str(HERE / "seller_slides.py"), str(sellers), str(BENCH / "sellers.pptx")))
    print(f"deck of {sellers} sellers: {cost.cpu:.2f} s and {cost.megabytes:.0f} MB, budget <= 5 s")


def _help() -> None:
    bare = (sys.executable, str(HERE / "floor_typer.py"), "--help")
    found, mine, theirs = ratio((CAMPAIGNCTL, "--help"), bare, times=9)
    print(f"campaignctl --help: {found:.2f}x a bare one-command Typer app, budget <= 1.5")
    print(f"  {mine.cpu * 1000:.0f} ms against {theirs.cpu * 1000:.0f} ms")


if __name__ == "__main__":
    main()
