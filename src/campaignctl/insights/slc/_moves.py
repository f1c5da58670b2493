"""Every key of a dimension against its own past: what moved is told when it is worth telling."""

from collections.abc import Iterator

from campaignctl.domain.document import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.history import now, past
from campaignctl.insights.insight import Sort, Tried
from campaignctl.methods.own_past import change

LEAST_SHARE = 0.03
"""A move worth less than this share of GMV is never named a cause: usual weeks move as much."""


def moves(evidence: Evidence, dimension: str, repeat: str, mend: str) -> Iterator[Tried]:
    """Yield a test for each key that has a past; those that moved by little money are tried, and not told."""
    table = evidence.history.of("value", dimension)
    for key, row in table.iterrows():
        found = change(past(row), now(row))
        if found is None:
            continue
        difference = round(now(row) - found.usual)
        worth = abs(difference) >= LEAST_SHARE * evidence.gmv
        sort = Sort.WORKS if difference > 0 else Sort.LOST
        if not worth:
            yield Tried(str(key), abs(difference), sort, found.p)
            continue
        sold = evidence.money(f"{dimension}_sold", str(key), now(row))
        usual = evidence.usual(dimension, str(key), round(found.usual))
        moved, sure = evidence.change(dimension, str(key), found)
        sentence = say(f"{{name}} sold {sold}, {moved} on its usual {usual}", name=evidence.called(str(key)))
        then = repeat if difference > 0 else mend
        yield Tried(str(key), abs(difference), sort, found.p, sentence, sure, then)
