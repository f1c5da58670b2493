"""A promotion is shorter than its tool allows, or not of a length or at an hour that the tool offers.

Seller Center refuses it when it is keyed in. Some marketplaces sell only fixed lengths or slots of the day: what
lies beside them does not exist there.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile, Slot, Sourced, Tool
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import limited, limits
from campaignctl.rules.prm._windows import length_words, longest_length, shortest_length
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule, failing

SAY = "{tool_name} {called} runs {length}; {marketplace} {offers}"


def check(case: Case) -> Iterator[Rows]:
    """Find lengths under the shortest, off the step, not among those offered, and starts outside a slot."""
    rows = case.promotions[case.promotions["starts"] < case.promotions["ends"]]
    for key, tool in case.profile.tools.items():
        mine = rows[rows["tool"].eq(key)]
        if not mine.empty:
            yield from _beside(case, mine, tool)


def _beside(case: Case, rows: pd.DataFrame, tool: Tool) -> Iterator[Rows]:
    runs = longest_length(rows, case.zone)
    either = (runs, shortest_length(rows, case.zone))
    duration = tool.duration
    if duration.shortest:
        yield from _said(
            case, rows, runs < duration.shortest.value, duration.shortest, f"asks for at least {duration.shortest.text}"
        )
    if duration.step:
        step = pd.Timedelta(duration.step.value)
        off = pd.concat([run % step != pd.Timedelta(0) for run in either], axis=1).all(axis=1)
        yield from _said(case, rows, off, duration.step, f"counts in steps of {duration.step.text}")
    if duration.lengths:
        offered = [pd.Timedelta(length) for length in duration.lengths.value]
        off = ~pd.concat([run.isin(offered) for run in either], axis=1).any(axis=1)
        yield from _said(case, rows, off, duration.lengths, f"offers {duration.lengths.text}")
    if tool.slots:
        yield from _off_slots(case, rows, tool.slots)


def _off_slots(case: Case, rows: pd.DataFrame, slots: tuple[Slot, ...]) -> Iterator[Rows]:
    local = rows["starts"].dt.tz_convert(case.zone)
    fits = pd.Series(data=False, index=rows.index)
    for slot in slots:
        on_day = local.dt.day_name().isin(slot.days) if slot.days else True
        same = local.dt.strftime("%H:%M:%S").eq(f"{slot.starts}:00") & (longest_length(rows, case.zone) == slot.lasts)
        fits |= same & on_day
    times = ", ".join(slot.starts for slot in slots)
    yield from _said(case, rows, ~fits, slots[0], f"offers slots from {times}", at="starts")


def _said(  # noqa: PLR0913 - which rows, which limit, and its words
    case: Case, rows: pd.DataFrame, mask: "pd.Series[bool]", limit: Sourced, offers: str, *, at: str = "ends"
) -> Iterator[Rows]:
    if limit.severity is not None and mask.any():
        lengths = pd.Series([length_words(run) for run in longest_length(rows, case.zone)], index=rows.index)
        yield failing(
            rows,
            mask,
            at=at,
            say=SAY,
            fix="Change it: {marketplace} {offers}.",
            severity=limit.severity,
            called=called(rows),
            length=lengths,
            marketplace=case.profile.name,
            offers=offers,
        )


def _timed(tool: Tool) -> Sourced | None:
    duration = tool.duration
    return duration.shortest or duration.step or duration.lengths or (tool.slots[0] if tool.slots else None)


def _words(profile: Profile) -> str:
    known = limits(profile, lambda tool: tool.duration.shortest)
    return "; ".join(f"{profile.tools[key].name}, {limit.words}" for key, limit in known.items())


RULE = Rule(
    code="PRM107",
    name="promotion-too-short",
    severity=Severity.ERROR,
    over="promotions",
    where=standing,
    given=lambda case: limited(case.promotions, limits(case.profile, _timed)),
    needs=("tool", "starts", "ends"),
    check=check,
    fix="Choose a start and an end that the tool offers.",
    limit=_words,
    see=("PRM101", "PRM106"),
    examples=(
        draw("""
Promotions
   | ID      | Tool               | Starts           | Ends
 7 | HD26-02 | Gift with purchase | 2026-11-20 18:00 | 2026-11-20 18:10
 8 | HD26-03 | Gift with purchase | 2026-11-20 18:00 | 2026-11-20 18:05 | <- Gift with purchase HD26-03 runs 5 min; TikTok Shop US asks for at least 10 min
 9 | HD26-04 | Flash deal         | 2026-11-20 18:00 | 2026-11-20 18:05
10 | HD26-05 | LIVE flash deal    | 2026-11-20 19:00:00 | 2026-11-20 19:00:30 | <- LIVE flash deal HD26-05 runs 30 s; TikTok Shop US asks for at least 1 min
"""),
    ),
)
