"""Every key of a dimension against its own past: what moved is told when it is worth telling."""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.insight import Sort, Tried
from campaignctl.methods.own_past import change

LEAST_SHARE, THE_CAMPAIGN = 0.03, 0.9
"""A move worth less than this share of GMV is never named a cause: usual weeks move as much. What holds more than nine
tenths of all sales is the campaign itself, and its move no news beside the campaign's."""


def moves(evidence: Evidence, dimension: str, repeat: str, mend: str) -> Iterator[Tried]:
    """Yield a test for each key that has a past; those that moved by little money are tried, and not told."""
    rows = evidence.history.rows("value", dimension)
    whole, past = sum(row.now for row in rows), [sum(each) for each in zip(*(row.past for row in rows), strict=True)]
    for row in rows:
        found = change(row.past, row.now)
        if found is None:
            continue
        difference = round(row.now - found.usual)
        sort = Sort.WORKS if difference > 0 else Sort.LOST
        if abs(difference) < LEAST_SHARE * evidence.gmv or (len(rows) > 1 and row.now > THE_CAMPAIGN * whole):
            yield Tried(row.key, abs(difference), sort, found.p)
            continue
        sold = evidence.money(f"{dimension}_sold", row.key, row.now)
        usual = evidence.usual(dimension, row.key, round(found.usual))
        moved, sure = evidence.change(dimension, row.key, found)
        others = change([every - own for every, own in zip(past, row.past, strict=True)], whole - row.now)
        rest = (
            f"; the rest {evidence.share(f'beside_{dimension}', row.key, others.effect, signed=True)}" if others else ""
        )
        words = f"{{name}} sold {sold}, {moved} on its usual {usual}{rest}"
        sentence = say(words, name=evidence.called(row.key))
        then = repeat if difference > 0 else mend
        yield Tried(row.key, abs(difference), sort, found.p, sentence, sure, then)
