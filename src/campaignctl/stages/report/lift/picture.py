"""The lift as a slide shows it: the effect above its fake dates, what it means in money, and what may be said of it."""

from datetime import date

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.methods.lift import Estimate
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.counts import FAKE_LARGER
from campaignctl.stages.report.lift.effect import EXPECTED, GAP, HIGH, LOW, Lift, sold, up_to
from campaignctl.stages.report.lift.rung import Rung
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import day_words

LARGEST = "_largest"
FAKES = At("fake_dates").against(EXPECTED + LARGEST)
"""Where the largest effect of all fake dates stands, without its sign."""

LARGER = "larger than the lift"
"""How the series of fake dates that show more is called; its marks say so."""

_HEADS = (
    Column("group", ""),
    Column("what", "GMV against expected"),
    Column("date", "Date"),
    Column("effect", "Effect", Format.PERCENT),
)
SLUGS = Slugs(
    charts={"lift": ("Campaign", "Campaign, not distinguishable", "Fake dates", LARGER)},
    tables={"lift-rows": ("group", "what", "date", "effect"), "lift-money": ("what", "money")},
    paragraphs=("lift-verdict", "lift-mark", "lift-key"),
)


def picture(basis: Basis, found: Lift, title: Sentence) -> Chart:
    """Draw the effect with its interval above the fake dates, zero in sight.

    An effect that cannot be told from zero and a fake date that shows more each are a series of their own.
    """
    larger = _larger(found)
    real = basis.id("gmv", TOTAL.against(EXPECTED))
    none: tuple[str | None, ...] = (None,) * len(found.fakes)
    low, high = ((basis.id("gmv", TOTAL.against(EXPECTED + end)), *none) for end in (LOW, HIGH))
    name = "Campaign" if found.verdict else "Campaign, not distinguishable"
    fakes = [Series("Fake dates", (None, *(_id(basis, day) if day not in larger else None for day, _ in found.fakes)))]
    fakes += [Series(LARGER, (None, *(_id(basis, day) if day in larger else None for day, _ in found.fakes)))]
    roles = (Role.BASELINE, Role.ATTENTION)
    return Chart(
        slug="lift",
        kind=ChartKind.BAR,
        title=title,
        unit="percent of what was expected",
        format=Format.PERCENT,
        categories=("Campaign", *(_name(day) for day, _ in found.fakes)),
        series=(
            Series(name, (real, *none), Role.CAMPAIGN, low=low, high=high),
            *(
                Series(one.name, one.values, role)
                for one, role in zip(fakes, roles, strict=True)
                if any(one.values) or role is Role.BASELINE
            ),
        ),
    )


def beside(basis: Basis, found: Lift) -> tuple[Table | Text, ...]:
    """Return what stands in the chart's rows and beside it; the counts it needs are entered."""
    many = say("{fake_dates.total} fake date" + ("" if len(found.fakes) == 1 else "s"))
    rows: list[tuple[Cell, ...]] = [(_who(basis, found), cut(basis.inputs.campaign.name, 30), "", _effect(basis))]
    rows += [(many, _name(day), _day(day), Ref(_id(basis, day))) for day, _ in found.fakes]
    parts: list[Table | Text] = [
        Table("lift-rows", _HEADS, tuple(rows)),
        _money(basis, found),
        Text("lift-verdict", verdict(basis, found), leads=(Sentence(), Sentence(), say("Say:"))),
    ]
    if found.verdict is not None:
        parts.append(Text("lift-mark", (say("●" if found.verdict else "○"),)))
    words = "No fake date could be tried"
    if found.fakes:
        basis.ledger.enter(basis.gmv, max(abs(one.effect) for _, one in found.fakes), FAKES, form=Format.PERCENT)
        words = f"±{{{basis.id('gmv', FAKES)}!u}}: largest fake effect"
    return (*parts, Text("lift-key", (say(words),)))


def _who(basis: Basis, found: Lift) -> Cell:
    """Return how many sellers the effect is of; nothing where some shops are not in it, which its title tells."""
    sellers = basis.ledger.figures.get("sellers.total")
    is_whole = found.series is not None and not found.series.left_out
    if sellers is None or sellers.value is None or not is_whole:
        return ""
    return say("{sellers.total} seller" + ("" if sellers.value == 1 else "s"))


def _effect(basis: Basis) -> Ref:
    return Ref(basis.id("gmv", TOTAL.against(EXPECTED)))


def verdict(basis: Basis, found: Lift) -> tuple[Sentence, ...]:
    """Return what may be said: the verdict, why it is so, and the words to say it in."""
    if found.estimate is None or found.verdict is None:
        return (say("No verdict"), say("Fewer than two fake dates could be tried."))
    if not found.verdict:
        no = "Say: “We cannot tell the effect from zero.”"
        return (say("Not distinguishable from zero"), _why_not(basis, found), say(no))
    most = basis.id("gmv", At("fake_date", _largest(found)).against(EXPECTED))
    none = f"none of {{fake_dates.total}} fake dates shows as much: the furthest is {{{most}}}."
    return (
        say("Distinguishable from zero"),
        say("The interval does not hold zero, and " + none),
        _in_words(basis, found, found.estimate),
    )


def _in_words(basis: Basis, found: Lift, estimate: Estimate) -> Sentence:
    money, low, high = (basis.id("gmv", TOTAL.against(EXPECTED + GAP + end)) for end in ("", LOW, HIGH))
    rose = estimate.effect > 0
    ends = (low, high) if rose else (high, low)
    if found.rung is Rung.CONTROL:
        verb = "The campaign brought about" if rose else "The campaign cost about"
    else:
        verb = f"Against its trend, sales {'rose' if rose else 'fell'} by about"
    return say(f"Say: “{verb} {{{money}!u}}, between {{{ends[0]}!u}} and {{{ends[1]}!u}}.”")


def _why_not(basis: Basis, found: Lift) -> Sentence:
    holds = say("The interval holds zero") if found.estimate is not None and found.estimate.holds_zero else Sentence()
    larger = _larger(found)
    if not larger:
        return joined(holds, say(". No ROI is printed."))
    basis.ledger.enter(FAKE_LARGER, len(larger))
    show = "shows" if len(larger) == 1 else "show"
    shown = say(f"{{fake_larger.total}} of {{fake_dates.total}} fake dates {show} as much or more. No ROI is printed.")
    return joined(holds, say(", and "), shown) if holds else shown


def _money(basis: Basis, found: Lift) -> Table:
    at = [sold(basis), TOTAL.on(EXPECTED), TOTAL.against(EXPECTED + GAP)]
    words = (f"Sold{up_to(basis, found)}", "Expected without it", "Brought by the campaign")
    if found.rung is not Rung.CONTROL:
        words = (words[0], "Expected from its trend", "Difference")
    low, high = (basis.id("gmv", TOTAL.against(EXPECTED + GAP + end)) for end in (LOW, HIGH))
    rows = [(word, basis.ref("gmv", place)) for word, place in zip(words, at, strict=True)]
    columns = (Column("what", "What it means in money"), Column("money", "GMV"))
    return Table("lift-money", columns, (*rows, ("95% interval", say(f"{{{low}}} to {{{high}}}"))))


def _larger(found: Lift) -> set[str]:
    if found.estimate is None or found.verdict is None:
        return set()
    return {day for day, one in found.fakes if abs(one.effect) >= abs(found.estimate.effect)}


def _largest(found: Lift) -> str:
    return max(found.fakes, key=lambda each: abs(each[1].effect))[0]


def _name(day: str) -> str:
    return f"Fake date {_day(day)}"


def _day(day: str) -> str:
    return day_words(date.fromisoformat(day))


def _id(basis: Basis, day: str) -> str:
    return basis.id("gmv", At("fake_date", day).against(EXPECTED))
