"""A target is set for a category or a tier that no seller has.

It shows as missed by everything; most often the word is spelt otherwise on the Sellers sheet.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find names of categories and tiers that stand nowhere on the Sellers sheet or in a line, in any case."""
    rows = case.targets
    used = {"Category": (case.sellers["category"], case.sku_lines["category"]), "Tier": (case.sellers["tier"],)}
    for level, columns in used.items():
        known = {word.casefold(): word for column in columns for word in column.dropna().unique()}
        lost = rows["level"].eq(level).fillna(value=False) & ~rows["name"].str.casefold().isin(known)
        hints = {name: _hint(name, known) for name in rows.loc[lost, "name"].dropna().unique()}
        yield failing(
            rows,
            lost & bool(known),
            at="name",
            say="no seller has the {level_said} “{name}”",
            fix="{hint}",
            level_said=level.lower(),
            hint=rows["name"].map(hints),
        )


def _hint(name: str, known: dict[str, str]) -> str:
    near = get_close_matches(name.casefold(), known, n=1, cutoff=0.6)
    return f"Did you mean {known[near[0]]}?" if near else "Choose a word that the Sellers sheet uses."


RULE = Rule(
    code="CMP120",
    name="target-of-nothing",
    severity=Severity.WARNING,
    over="targets",
    where=lambda rows: rows["name"].notna(),
    check=check,
    fix="Choose a word that the Sellers sheet uses.",
    see=("CMP109", "CMP115"),
    examples=(
        draw("""
Targets
   | Level    | Name       | Metric | Target
 7 | Category | beauty     | GMV    | 320000
 8 | Category | Beaty      | Orders | 9000   | <- no seller has the category “Beaty”
 9 | Tier     | Growth     | Orders | 4000
10 | Tier     | Long tail  | Orders | 500    | <- no seller has the tier “Long tail”
"""),
    ),
)
