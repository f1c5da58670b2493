"""``make bench``: what campaignctl costs, as ratios to a reference measured in the same run.

CPU seconds (user and system) of fresh processes, imports counted; the median of three interleaved pairs. Differences
under 15 % are noise.
"""

import sys
from pathlib import Path

from folders import campaign_folder
from measure import ratio
from sellers import sellers_folder

HERE = Path(__file__).parent
BENCH = HERE.parents[1] / "bench"
CAMPAIGNCTL = str(Path(sys.executable).with_name("campaignctl"))


def main() -> None:
    """Print every ratio with its budget."""
    print("measuring CPU seconds of fresh processes, median of 3 interleaved pairs")
    _validate(100_000, budget="<= 3.0 (aim 2.0), <= 450 MB")
    _collect(1_000, 50, budget="<= 3.0")
    _help()
    if "--large" in sys.argv:
        _validate(500_000, budget="grows <= 5.5x from 100,000 lines")


def _validate(lines: int, budget: str) -> None:
    folder = BENCH / f"lines-{lines}"
    book = campaign_folder(folder, lines)
    ours = (CAMPAIGNCTL, "validate", str(folder), "--json")
    found, mine, theirs = ratio(ours, (sys.executable, str(HERE / "floor_calamine.py"), str(book)))
    print(f"validate, {lines:,} SKU lines: {found:.2f}x python-calamine iter_rows, budget {budget}")
    print(f"  {mine.cpu:.2f} s and {mine.megabytes:.0f} MB against {theirs.cpu:.2f} s and {theirs.megabytes:.0f} MB")


def _collect(sellers: int, lines: int, budget: str) -> None:
    registrations = sellers_folder(BENCH / f"sellers-{sellers}", sellers, lines)
    ours = (CAMPAIGNCTL, "collect", str(registrations.parent), "--json")
    books = [str(path) for path in sorted(registrations.glob("*.xlsx"))]
    found, mine, theirs = ratio(ours, (sys.executable, str(HERE / "floor_calamine.py"), *books), times=1)
    print(f"collect, {sellers:,} workbooks of {lines} lines: {found:.2f}x python-calamine in one loop, budget {budget}")
    print(f"  {mine.cpu:.2f} s and {mine.megabytes:.0f} MB against {theirs.cpu:.2f} s and {theirs.megabytes:.0f} MB")


def _help() -> None:
    bare = (sys.executable, str(HERE / "floor_typer.py"), "--help")
    found, mine, theirs = ratio((CAMPAIGNCTL, "--help"), bare, times=9)
    print(f"campaignctl --help: {found:.2f}x a bare one-command Typer app, budget <= 1.5")
    print(f"  {mine.cpu * 1000:.0f} ms against {theirs.cpu * 1000:.0f} ms")


if __name__ == "__main__":
    main()
