"""The lift in words, a table and a picture: how much, how sure, against which fake dates, and in money."""

from collections.abc import Iterator
from datetime import date

from campaignctl.domain.document import Section, Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.methods.lift import Estimate
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.lift.effect import EXPECTED, GAP, HIGH, KEPT, LOW, NET, TAKEN, Lift, sold, up_to
from campaignctl.stages.report.lift.picture import beside, picture
from campaignctl.stages.report.lift.rung import Rung
from campaignctl.stages.report.lift.season import season
from campaignctl.stages.report.lift.wants import wanted, way
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import day_words

P, M = Format.PERCENT, Format.MONEY_SHORT
_COLUMNS = (
    Column("what", "What"),
    Column("effect", "Effect", P, "Against expected"),
    Column("low", "Low", P, "Against expected"),
    Column("high", "High", P, "Against expected"),
    Column("money", "Money", M, "In money"),
    Column("money_low", "Money, low", M, "In money"),
    Column("money_high", "Money, high", M, "In money"),
)
LEAST_ONE_SIDED = 3
"""Fake dates from which on it is worth a word that all fall on one side; of two every second pair does."""
SLUGS = Slugs(
    sections=("lift",),
    tables={
        "lift": ("what", "effect", "low", "high", "money", "money_low", "money_high"),
        "fake-dates": ("date", "effect"),
    },
    paragraphs=("lift-words",),
)


def lift(basis: Basis, found: Lift) -> Section | None:
    """Return the section on lift; None where nothing could be estimated, which the data section then says."""
    if found.estimate is None or found.series is None:
        return None
    words = tuple(sentence for sentence in _words(basis, found) if sentence)
    parts = (
        picture(basis, found, _against_fakes(basis, found)),
        season(basis, found),
        _table(basis, found),
        _fakes(basis, found),
        Text("lift-words", words),
        *beside(basis, found),
    )
    return Section(
        "lift",
        "Lift",
        title(basis, found),
        say("{name} · GMV over what was expected without the campaign", name=cut(basis.inputs.campaign.name)),
        tuple(part for part in parts if part is not None),
        _source(basis, found),
    )


def title(basis: Basis, found: Lift) -> Sentence:
    """Return the verdict: the one wording of what an effect is, with its interval and, while it runs, its last day."""
    size = joined(interval(basis, TOTAL, EXPECTED), say(up_to(basis, found)))
    if found.rung is Rung.TREND:
        opening, link = joined(say("Against its own trend GMV moved by "), size), ", which is"
    else:
        opening, link = joined(say("A lift of "), size), " is"
    if found.verdict is None:
        return joined(opening, say("; too few fake dates could be tried for a verdict"))
    return joined(opening, say(f"{link} {'' if found.verdict else 'not '}distinguishable from zero"))


def interval(basis: Basis, at: At, word: str) -> Sentence:
    """Return ``+67% (95% interval +47% to +90%)``."""
    ids = [basis.id("gmv", at.against(word + end)) for end in ("", LOW, HIGH)]
    return say(f"{{{ids[0]}}} (95% interval {{{ids[1]}}} to {{{ids[2]}}})")


def _judged(basis: Basis, word: str, estimate: Estimate) -> Sentence:
    """Return an effect beside the lift, and that it cannot be told from zero where that is so."""
    size = interval(basis, TOTAL, word)
    return joined(size, say(", not distinguishable from zero")) if estimate.holds_zero else size


def _words(basis: Basis, found: Lift) -> Iterator[Sentence]:
    money = [basis.id("gmv", TOTAL.against(EXPECTED + GAP + end)) for end in ("", LOW, HIGH)]
    expected = basis.id("gmv", TOTAL.on(EXPECTED))
    usual = "from its trend" if found.rung is Rung.TREND else "without the campaign"
    yield say(f"Sold {{{basis.id('gmv', sold(basis))}}}{up_to(basis, found)}; expected {usual} {{{expected}}}.")
    yield say(f"Difference {{{money[0]}}}, between {{{money[1]}}} and {{{money[2]}}}.")
    yield _against_fakes(basis, found)
    yield way(found.rung)
    yield _one_sided(found)
    if found.rung is Rung.TREND:
        yield say("Without comparison shops it cannot be separated from anything else that happened in those weeks.")
    if found.net is not None:
        told = _judged(basis, NET, found.net)
        yield joined(say("Net of what buyers only moved by a week: "), told, say("."))
    if found.taken is not None:
        told = _judged(basis, TAKEN, found.taken)
        yield joined(say("Near shops, in the same categories, moved by "), told, say("."))
    if found.kept is not None:
        told = _judged(basis, KEPT, found.kept)
        yield joined(say("Net of what near shops lost or won: "), told, say("."))
    if found.standing.missing:
        yield joined(say("A better estimate needs "), wanted(basis, found.standing), say("."))


def _against_fakes(basis: Basis, found: Lift) -> Sentence:
    if len(found.fakes) < 2:
        return say("Fewer than two fake dates could be tried, so no verdict is given.")
    ends = (pick(found.fakes, key=lambda each: each[1].effect)[0] for pick in (min, max))
    low, high = (basis.id("gmv", At("fake_date", day).against(EXPECTED)) for day in ends)
    return say(f"On {{fake_dates.total}} fake dates the same method shows {{{low}}} to {{{high}}}.")


def _one_sided(found: Lift) -> Sentence:
    """Return what fake dates that all fall on one side mean, which looks like a leaning of the method and is none.

    Neighbours are fitted to nearly the same weeks. On invented worlds their side tells nothing of where the campaign's
    own estimate errs (see docs/calibration.md), so nothing is taken off it.
    """
    effects = [fake.effect for _, fake in found.fakes]
    if len(effects) < LEAST_ONE_SIDED or not (min(effects) > 0 or max(effects) < 0):
        return Sentence()
    side = "above" if effects[0] > 0 else "below"
    return say(
        f"The fake dates all fall {side} zero: they share most weeks, so one swing moves all of them;"
        " nothing is taken off for it."
    )


def _table(basis: Basis, found: Lift) -> Table:
    rows = [("Campaign", EXPECTED)]
    rows += [("Net of a week before and after", NET)] if found.net is not None else []
    rows += [("Near shops, same categories", TAKEN)] if found.taken is not None else []
    rows += [("Net of near shops", KEPT)] if found.kept is not None else []
    return Table("lift", _COLUMNS, tuple((what, *_estimate_cells(basis, word)) for what, word in rows))


def _estimate_cells(basis: Basis, word: str) -> tuple[Cell, ...]:
    ends = [word + part + end for part in ("", GAP) for end in ("", LOW, HIGH)]
    return tuple(basis.ledger.ref("gmv", TOTAL.against(end)) for end in ends)


def _fakes(basis: Basis, found: Lift) -> Table | None:
    if not found.fakes:
        return None
    rows = tuple((day_words(date.fromisoformat(day)), _fake(basis, day)) for day, _ in found.fakes)
    columns = (Column("date", "Fake date"), Column("effect", "Same method, no campaign", P))
    return Table("fake-dates", columns, rows)


def _fake(basis: Basis, day: str) -> Ref:
    return Ref(basis.id("gmv", At("fake_date", day).against(EXPECTED)))


def _source(basis: Basis, found: Lift) -> Sentence:
    if found.rung is Rung.CONTROL:
        against = say(
            " Against {far_shops.total} comparison shops, {history.total} days before the campaign, the last week of"
            " them left out."
        )
    else:
        against = say(" Against the trend of the eight weeks before, without other shops.")
    return joined(basis.source, against)
