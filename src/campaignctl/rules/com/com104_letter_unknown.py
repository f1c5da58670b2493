"""A contact is to receive a letter that there is not.

A word that is no letter sends nothing, and the person goes on believing to be on the list.
"""

from difflib import get_close_matches

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.contacts import RECEIVES

LETTERS = {word.casefold(): word for word in RECEIVES.choices}


def check(case: Case) -> Rows:
    """Find words of Receives that are none of the list, in any case."""
    rows = case.contacts
    words = rows["receives"].str.split("; ").explode()
    strange = words[words.notna() & ~words.str.casefold().isin(LETTERS)]
    odd = strange.groupby(level=0).agg("”, “".join)
    return failing(
        rows,
        odd.notna().reindex(rows.index, fill_value=False),
        at="receives",
        say="there is no letter “{odd}”",
        fix="{hint}",
        odd=odd,
        hint=strange.groupby(level=0).first().map(_hint),
    )


def _hint(word: str) -> str:
    near = get_close_matches(word.casefold(), LETTERS, n=1, cutoff=0.6)
    return f"Did you mean {LETTERS[near[0]]}?" if near else f"Choose from {', '.join(LETTERS.values())}."


RULE = Rule(
    code="COM104",
    name="letter-unknown",
    severity=Severity.WARNING,
    over="contacts",
    where=lambda rows: rows["receives"].notna(),
    check=check,
    fix="Choose letters from the list, separated by ;",
    see=("COM103",),
    examples=(
        draw("""
Contacts
   | Name      | E-mail                   | Team                | Receives
 7 | Ines Roth | ines@marketplace.example | Campaign operations | Alerts; Go/no-go; daily
 8 | Kai Lund  | kai@marketplace.example  | Category management | Brief; Alarms     | <- there is no letter “Alarms”
"""),
    ),
)
