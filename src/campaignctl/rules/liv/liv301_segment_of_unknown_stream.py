"""A segment of the run of show belongs to a livestream that there is not.

Nobody plays it: the host of no stream has it on the sheet.
"""

from difflib import get_close_matches

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find stream IDs that Livestreams does not have, in any case, each with the nearest one."""
    rows = case.segments
    known = {each.casefold(): each for each in case.streams["stream_id"].dropna()}
    unknown = ~rows["stream_id"].str.casefold().isin(known)
    hints = {named: _hint(named, known) for named in rows.loc[unknown, "stream_id"].unique()}
    say = "there is no livestream {stream_id}"
    return failing(rows, unknown, at="stream_id", say=say, fix="{hint}", hint=rows["stream_id"].map(hints))


def _hint(named: str, known: dict[str, str]) -> str:
    near = get_close_matches(named.casefold(), known, n=1, cutoff=0.6)
    return f"Did you mean {known[near[0]]}?" if near else "Correct the ID, or add the stream to Livestreams."


RULE = Rule(
    code="LIV301",
    name="segment-of-unknown-stream",
    severity=Severity.ERROR,
    over="run_of_show",
    needs=("stream_id",),
    check=check,
    fix="Correct the ID, or add the stream to Livestreams.",
    see=("LIV104",),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00
Run of show
   | Stream ID | Order | Minutes | Segment
 7 | HD26-L01  | 1     | 5       | Opening
 8 | HD26-L1   | 2     | 15      | Q&A     | <- there is no livestream HD26-L1
"""),
    ),
)
