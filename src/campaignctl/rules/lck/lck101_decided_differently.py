"""Two decisions on one line, under the same terms, contradict each other.

Of two days the later one counts, and whoever decided first should know. On the same day nobody can tell which is meant:
neither counts, and the line is asked again.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.decisions import UNDER_TERMS, made_of, settled, torn
from campaignctl.domain.findings import Severity
from campaignctl.domain.frames import plain_rows
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.wording import word

Row = dict[str, Any]


def check(case: Case) -> Iterator[Rows]:
    """Find such lines, each at the later of two decisions, naming both; somebody who corrects himself later is no news."""
    clash = torn(made_of(case.frames["decisions"]))
    clear = set(settled(clash).dropna(subset=["decision"])[UNDER_TERMS].itertuples(index=False, name=None))
    later, same_day = list[Row](), list[Row]()
    for key, rows in clash.groupby(UNDER_TERMS):
        last, other = _two(rows, case)
        if key not in clear:
            same_day.append(_told(last, other))
        elif other["decided_by"] != last["decided_by"]:
            later.append(_told(last, other))
    other_says = "{other_by} says {other_verdict} ({other_file})"
    if same_day:
        say = f"{{decided_by}} says {{verdict}}, {other_says} on the same day: neither counts"
        yield Rows(pd.DataFrame(same_day), "decision", say)
    if later:
        say = "{verdict} by {decided_by} counts, being later than {other_verdict} by {other_by} ({other_file})"
        yield Rows(pd.DataFrame(later), "decision", say, severity=Severity.WARNING)


def _two(rows: pd.DataFrame, case: Case) -> tuple[Row, Row]:
    """Return the last decision on a line and the last one that contradicts it."""
    newest = rows.sort_values(["decided_on", "file", "row"], na_position="first", kind="stable")
    told = plain_rows(newest)
    for row in told:
        row["verdict"] = _verdict(row, case)
    others = [row for row in told if row["verdict"] != told[-1]["verdict"]]
    return told[-1], others[-1]


def _told(last: Row, other: Row) -> Row:
    return {
        **last,
        "sku_id": last["item"],
        "decided_by": _somebody(last["decided_by"]),
        "other_by": _somebody(other["decided_by"]),
        "other_verdict": other["verdict"],
        "other_file": f"{other['file']}, row {other['row']}",
    }


def _verdict(row: Row, case: Case) -> str:
    price = row["counter_price"]
    return str(row["decision"]) + ("" if pd.isna(price) else f" {word('counter_price', price, case)}")


def _somebody(name: Any) -> str:
    return "somebody" if pd.isna(name) else str(name)


RULE = Rule(
    code="LCK101",
    name="decided-differently",
    severity=Severity.ERROR,
    over="decisions",
    check=check,
    fix="Agree on one of them, and enter it with a later day in one of the workbooks.",
    see=("LCK102",),
    examples=(
        draw("""
ines.xlsx: Decisions
   | Seller ID | Promotion ID | SKU ID              | Campaign price | Terms | Decision | Counter price | Reason | Decided by | Decided on
 7 | S-001     | HD26-01      | 1729500011223344501 | 24.99          | t1    | Approve  |               |        | Ines Roth  | 2026-11-13
 8 | S-001     | HD26-01      | 1729500011223344502 | 39.00          | t2    | Reject   |               | Price  | Ines Roth  | 2026-11-13
 9 | S-001     | HD26-01      | 1729500011223344503 | 22.40          | t3    | Counter  | 21.00         | Price  | Ines Roth  | 2026-11-13
kai.xlsx: Decisions
   | Seller ID | Promotion ID | SKU ID              | Campaign price | Terms | Decision | Counter price | Reason | Decided by | Decided on
 7 | S-001     | HD26-01      | 1729500011223344501 | 24.99          | t1    | Approve  |               |        | Kai Lund   | 2026-11-14
 8 | S-001     | HD26-01      | 1729500011223344502 | 39.00          | t2    | Approve  |               |        | Kai Lund   | 2026-11-13 | <- Kai Lund says Approve, Ines Roth says Reject (decisions/ines.xlsx, row 8) on the same day: neither counts
 9 | S-001     | HD26-01      | 1729500011223344503 | 22.40          | t3    | Counter  | 20.50         | Price  | Kai Lund   | 2026-11-14 | <- Counter $20.50 by Kai Lund counts, being later than Counter $21.00 by Ines Roth (decisions/ines.xlsx, row 9)
10 | S-001     | HD26-01      | 1729500011223344504 | 22.40          | t4    | Hold     |               | Stock  | Kai Lund   | 2026-11-12
11 | S-001     | HD26-01      | 1729500011223344504 | 22.40          | t4    | Approve  |               |        | Kai Lund   | 2026-11-14
"""),
    ),
)
