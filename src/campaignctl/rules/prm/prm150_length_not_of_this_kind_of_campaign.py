"""A promotion does not last as long as this kind of campaign takes.

Products can be entered for the marketplace's own hours only; every other window is refused. The kind is that of the
Campaign sheet.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Entry, Profile
from campaignctl.rules.case import Case
from campaignctl.rules.prm._windows import length_words, longest_length, shortest_length
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find promotions of the entry's tools whose length is none of those that it offers."""
    rows = case.promotions[case.promotions["starts"] < case.promotions["ends"]]
    for entry in _entries(case.profile):
        offered = entry.duration.lengths
        if case.field("kind") not in entry.kinds or offered is None or offered.severity is None:
            continue
        lengths = [pd.Timedelta(length) for length in offered.value]
        runs = longest_length(rows, case.zone)
        fits = runs.isin(lengths) | shortest_length(rows, case.zone).isin(lengths)
        yield failing(
            rows,
            rows["tool"].isin(entry.tools) & ~fits,
            at="ends",
            say="{called} runs {length}; a {entry} of {marketplace} lasts {lengths}",
            severity=offered.severity,
            called=called(rows),
            length=pd.Series([length_words(run) for run in runs], index=rows.index, dtype="str"),
            entry=entry.name,
            lengths=offered.text,
            marketplace=case.profile.name,
        )


def _entries(profile: Profile) -> list[Entry]:
    return [entry for entry in profile.entry.values() if entry.duration.lengths is not None and entry.tools]


def _words(profile: Profile) -> str:
    return "; ".join(
        f"{entry.name}, {entry.duration.lengths.words}" for entry in _entries(profile) if entry.duration.lengths
    )


RULE = Rule(
    code="PRM150",
    name="length-not-of-this-kind-of-campaign",
    severity=Severity.ERROR,
    over="promotions",
    where=standing,
    given=lambda case: case.promotions["tool"].isin([tool for entry in _entries(case.profile) for tool in entry.tools]),
    needs=("starts", "ends"),
    check=check,
    fix="End it so that it lasts {lengths}.",
    limit=_words,
    see=("PRM106", "SKU211"),
    examples=(
        draw("""
Campaign
 | Kind
 | Flash sale
Promotions
   | ID      | Title      | Tool           | Starts           | Ends
 7 | HD26-01 | One day    | Campaign price | 2026-11-20 00:00 | 2026-11-20 23:59
 8 | HD26-02 | Two days   | Campaign price | 2026-11-20 00:00 | 2026-11-21 23:59 | <- HD26-02 runs 48 h; a Flash Sale campaign of TikTok Shop US lasts 24 hours
 9 | HD26-03 | A flash    | Flash deal     | 2026-11-20 00:00 | 2026-11-21 23:59
"""),
    ),
)
