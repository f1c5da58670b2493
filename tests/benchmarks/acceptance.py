"""``python tests/benchmarks/acceptance.py > docs/calibration.md``: what was measured against the bars it must reach.

Reads the saved outputs of the calibration scripts in docs/calibration; each bar that was missed is named.
"""

import re
from pathlib import Path

SAVED = Path(__file__).parents[2] / "docs" / "calibration"
BIAS, COVERS, FALSE = 2.0, (93.0, 97.0), 7.0
SLICES = (0.94, 0.90, 0.80)
INSIGHTS = 1 / 20
_LIFT = re.compile(r"^(?P<who>.{22})(?P<scenario>.{24})\s*(?P<numbers>[-+\d.]+.*)$")
_PAGE = re.compile(r"^([A-Z]{3}\d{3})  (\S+)\s+(\d+)\s+(\d+)\s+(\d+)$")
BY_PAGE = """Page by page: in how many of the reports it had something to test, how many tests it made, and how many of them were
told. A promotion's return is tested only where a lift is told from zero, which nothing here gives but by chance."""
WARNED = {
    ("ratio and trend", "near lose 20% of gain"): "the control loses sales to the campaign: the report takes far shops",
    ("ratio and trend", "fat tails"): "no bar: single days without bound",
    ("weekly trend", "platform event +15%"): "without comparison shops an event cannot be told apart: labelled so",
}

OPENING = """# Calibration

How often the estimates of `campaignctl` are right on invented worlds whose truth is known, against the bars they must
reach. The worlds are our own: they show weaknesses, they prove no strength. Every number below stands in the saved
outputs beside this page (`calibration/`); the page is printed from them.

| what | command | takes |
|---|---|---|
| lift | `python tests/benchmarks/calibrate.py 1000 > docs/calibration/lift.txt` | minutes |
| slices | `python tests/benchmarks/calibrate_slices.py 50 > docs/calibration/slices.txt` | minutes |
| insights | `python tests/benchmarks/shuffled_insights.py 200 > docs/calibration/insights.txt` | a quarter of an hour |
| this page | `python tests/benchmarks/acceptance.py > docs/calibration.md` | a moment |
"""


def main() -> None:
    """Print the page."""
    lift_rows, slice_rows, told = lift(), slices(), insights()
    missed = [line for line in (*lift_rows, *slice_rows, *told) if "**missed**" in line]
    print(OPENING)
    print(f"## Missed\n\n{_list(missed)}\n")
    print(
        f"## Lift\n\nBars: bias within {BIAS:g} points, the 95% interval holds the truth in {COVERS[0]:g}-{COVERS[1]:g}%"
    )
    print(
        f"of worlds, an effect is claimed in at most {FALSE:g}% of worlds without one. 1,000 worlds a row; of the eight"
    )
    print("noisy shops 5,000.\n")
    _table("estimate | scenario | bias, points | ± | interval holds truth | effect claimed | bar", lift_rows)
    print("\n## Slices\n\nF1 of exact sets of causes; bars 0.94 with one cause, 0.90 with two, 0.80 with three.\n")
    _table("leaves | dimensions | 1 cause | 2 causes | 3 causes | bar", slice_rows)
    print(
        "\n## Insights\n\nReports on worlds in which nothing happened: the days of ordinary trade permuted within their"
    )
    print(
        "weekday, the roles of shops permuted, with orders, LIVE and product lists (the latter in every second world),"
    )
    print(
        "targets, stock, a lock and noted events. The bar is one insight in twenty reports; it is for what chance can"
    )
    print("make. A fact, a target missed or a price not kept, is as true on shuffled days and is counted apart.\n")
    _table("reports | insights | a report | reports with one or more | bar", told)
    print(f"\n{BY_PAGE}\n")
    _table("insight | | reports with a test | tests | told", pages())
    print(OTHERS)


def lift() -> list[str]:
    """Return a row for each estimate and scenario."""
    rows = []
    for line in _lines("lift.txt"):
        found = _LIFT.match(line)
        if found is None:
            continue
        who, scenario = found["who"].strip(), found["scenario"].strip()
        bias, error, covers, claims = (float(each.rstrip("%")) for each in found["numbers"].split())
        cells = (who, scenario, f"{bias:+.1f}", f"{error:.1f}", f"{covers:.1f}%", f"{claims:.1f}%")
        rows.append(_row(*cells, _lift_verdict(who, scenario, bias, covers, claims)))
    return rows


def _lift_verdict(who: str, scenario: str, bias: float, covers: float, claims: float) -> str:
    wrong = [
        *([f"bias {bias:+.1f}"] if abs(bias) >= BIAS else []),
        *([f"coverage {covers:.1f}%"] if not COVERS[0] <= covers <= COVERS[1] else []),
        *([f"false effects {claims:.1f}%"] if scenario == "no effect" and claims > FALSE else []),
    ]
    about = WARNED.get((who, scenario), "")
    if about.startswith("no bar"):
        return about
    if not wrong:
        return "reached"
    return f"**missed**: {', '.join(wrong)}" + (f" ({about})" if about else "")


def slices() -> list[str]:
    """Return a row for each kind of noise and number of dimensions."""
    rows, kind = [], ""
    for line in _lines("slices.txt"):
        if line.startswith("leaves"):
            kind = line.strip()
        elif line[:1].isdigit() and len(line.split()) == 4:
            dimensions, *cells = line.split()
            short = [
                f"{n} cause{'s' * (n > 1)}"
                for n, (cell, bar) in enumerate(zip(cells, SLICES, strict=True), 1)
                if float(cell) < bar
            ]
            rows.append(_row(kind, dimensions, *cells, f"**missed**: {', '.join(short)}" if short else "reached"))
    return rows


def insights() -> list[str]:
    """Return the one row of shuffled reports; none where they were not run."""
    text = "\n".join(_lines("insights.txt"))
    reports, told, held = (
        re.search(each, text) for each in (r"^(\d+) reports", r": (\d+) insights", r"(?m)^(\d+) of the")
    )
    if not (reports and told and held):
        return []
    rate = int(told[1]) / int(reports[1])
    verdict = "reached" if rate <= INSIGHTS else f"**missed**: {rate:.3f} a report"
    return [_row(reports[1], told[1], f"{rate:.3f}", held[1], verdict)]


def pages() -> list[str]:
    """Return a row for each page of the insights: how often it had something to test, and how often it spoke."""
    rows, kind = [], ""
    for line in _lines("insights.txt"):
        found = _PAGE.match(line)
        if found:
            rows.append(_row(f"{found[1]} {found[2]}", kind, *found.groups()[2:]))
        elif line.startswith(("judged", "facts")):
            kind = "fact" if line.startswith("facts") else "against chance"
    return rows


def _lines(name: str) -> list[str]:
    path = SAVED / name
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def _table(heads: str, rows: list[str]) -> None:
    print(f"| {heads} |\n|{'---|' * (heads.count('|') + 1)}")
    print("\n".join(rows))


def _list(missed: list[str]) -> str:
    return "\n".join("* " + line.strip("| ").replace("**", "").replace(" | ", " · ") for line in missed) or "None."


OTHERS = """
## The other bars

| bar | where it is held |
|---|---|
| two or more fake dates beside each lift, no verdict where one shows more | `tests/stages/report/lift`, `tests/methods/test_lift.py` |
| a decomposition adds up to 1e-9, in any order; mix alone gives nothing to conversion and value; zeros | `tests/methods/test_decomposition.py` |
| real households and real sales weeks (completejourney) | not measured here |
| pins, hosts, pacing, stock-out, alerts | not measured on this page |"""


if __name__ == "__main__":
    main()
