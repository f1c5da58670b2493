"""From baseline to sales in two steps: what the season would have brought anyway, and what the campaign brought."""

from decimal import Decimal

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.sentences import Sentence, say
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.stages.report.basis import BASELINE, Basis, joined
from campaignctl.stages.report.counts import money_count
from campaignctl.stages.report.floating import GUIDES, guides
from campaignctl.stages.report.lift.effect import EXPECTED, GAP, Lift
from campaignctl.stages.report.lift.rung import Rung
from campaignctl.stages.report.slugs import Slugs

SEASON = TOTAL.against("season")
"""Where GMV expected without the campaign less the baseline stands."""

STEP = money_count("season_step", "Size of the step", "a step from baseline to sales, without its sign")
BASE = money_count("season_base", "Base of the step", "GMV on which a step is drawn")
SLUGS = Slugs(charts={"season": ("Base", "Usual", "Campaign", "Sold", *GUIDES)})


def season(basis: Basis, found: Lift) -> Chart | None:
    """Return the steps as floating columns and enter their figures; None without a baseline or an estimate.

    None as well while a day is not over: the baseline is of its hours too, and the estimate of whole days alone.
    """
    if found.estimate is None or not basis.has(BASELINE) or basis.periods.partial is not None:
        return None
    usual, expected, sold = (_money(basis, at) for at in (TOTAL.on(BASELINE), TOTAL.on(EXPECTED), TOTAL))
    basis.ledger.enter(basis.gmv, expected - usual, SEASON, form=basis.gmv.format)
    steps = {"season": (usual, expected), "campaign": (expected, sold)}
    for name, (before, after) in steps.items():
        basis.ledger.enter(STEP, abs(after - before), At("season", name))
        basis.ledger.enter(BASE, min(before, after), At("season", name))
    size, base = ([basis.id(word.id, At("season", name)) for name in steps] for word in (STEP, BASE))
    ends = (basis.id("gmv", TOTAL.on(BASELINE)), basis.id("gmv", TOTAL.on(EXPECTED)), basis.id("gmv"), basis.id("gmv"))
    said = (ends[0], basis.id("gmv", SEASON), basis.id("gmv", TOTAL.against(EXPECTED + GAP)), ends[-1])
    series = (
        Series("Base", (None, *base, None), Role.GUIDE),
        Series("Usual", (ends[0], size[0], None, None), Role.BASELINE),
        Series("Campaign", (None, None, size[1], None)),
        Series("Sold", (None, None, None, ends[-1]), Role.IDENTITY),
        *guides(basis.ledger, ends, said),
    )
    title = _title(basis, found)
    steps_named = ("Season", "Campaign") if found.rung is Rung.CONTROL else ("Trend", "Beyond it")
    names = ("Baseline", *steps_named, "Sold")
    return Chart("season", ChartKind.STACKED_COLUMN, title, basis.currency, basis.money, names, series, title)


def _money(basis: Basis, at: At) -> Decimal:
    return Decimal(str(basis.ledger.value("gmv", at)))


def _title(basis: Basis, found: Lift) -> Sentence:
    """Return ``From baseline to sales: the season brought −$1K, the campaign +$64K``."""
    gap = basis.id("gmv", TOTAL.against(EXPECTED + GAP))
    opening = say("From baseline to sales: ")
    if found.rung is Rung.CONTROL:
        return joined(opening, say(f"the season brought {{gmv.total~season}}, the campaign {{{gap}}}"))
    return joined(opening, say(f"its own trend brought {{gmv.total~season}}, the rest {{{gap}}}"))
