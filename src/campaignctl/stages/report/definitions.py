"""Definitions: what every term of the report means here."""

from campaignctl.domain.document import Section
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.metrics.catalogue import metrics
from campaignctl.metrics.metric import Metric
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis, joined
from campaignctl.stages.report.counts import FAR_SHOPS, USABLE, Count
from campaignctl.stages.report.data import usable
from campaignctl.stages.report.phrases import capital
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.vocabulary import terms

BRIEF = ("gmv", "net_gmv", "orders", "aov", "discount", "discount_depth", "refund_rate", "watch_gpm")
"""The terms that a slide has room for."""

FAMILIES = ("GMV", "ORD", "DSC", "RET", "STR", "VID", "AFF", "PRD", "ADS", "SET")
"""The order in which the terms are listed: sales first."""
WHAT_COUNTS = say("GMV counts paid orders at the price paid, before later refunds")
"""What matters most about the terms."""

LIFT = "GMV above what comparison shops let expect: ratio, weekday and trend, errors that linger, simulated interval"
SLUGS = Slugs(
    sections=("definitions",),
    tables={"definitions": ("term", "meaning"), "definitions-all": ("term", "code", "meaning", "formula", "source")},
)


def definitions(basis: Basis) -> Section:
    """Return the terms that the report uses, briefly for a slide and in full for a sheet."""
    pages = _used(basis)
    brief = [page for word in BRIEF for page in pages if page.id == word]
    rows: list[tuple[Cell, ...]] = [(page.label, page.meaning) for page in brief]
    rows[1:1] = [(term, meaning) for term, meaning, _ in _plans(basis)]
    in_full: list[tuple[Cell, ...]] = [(p.label, p.code, p.meaning, p.formula, p.source) for p in pages]
    in_full += [(term, None, meaning, None, source) for term, meaning, source in _plans(basis)]
    in_full += _methods(basis)
    in_full += [(term.label, None, term.formula, None, source) for term, source in _own(basis)]
    heads = [Column("term", "Term"), Column("code", "Code"), Column("meaning", "Meaning here")]
    tables = (
        Table("definitions", (heads[0], heads[2]), tuple(rows)),
        Table("definitions-all", (*heads, Column("formula", "Formula"), Column("source", "Source")), tuple(in_full)),
    )
    source = say("Source: run of {as_of}; checksums of all files stand in figures.json.", as_of=basis.as_of_words)
    return Section("definitions", "Definitions", _title(basis), basis.context, tables, source, method=True)


def _title(basis: Basis) -> Sentence:
    if basis.ledger.value(USABLE.id) is None:
        return WHAT_COUNTS
    return joined(say("Definitions and data: "), usable(basis))


def _used(basis: Basis) -> list[Metric]:
    """Return the metrics of which the report holds a value, family by family."""
    used = {figure.id.split(".")[0] for figure in basis.ledger.figures.values() if figure.value is not None}
    return sorted((page for page in metrics().values() if page.id in used), key=_order)


def _order(page: Metric) -> tuple[int, str]:
    family = page.code[:3]
    return (FAMILIES.index(family) if family in FAMILIES else len(FAMILIES), page.code)


def _own(basis: Basis) -> list[tuple[Count, str]]:
    """Return the terms that pages define themselves and the report has figures of, each with its source."""
    used = {figure.id.split(".")[0] for figure in basis.ledger.figures.values() if figure.value is not None}
    return [(term, page.source) for page in terms() for term in page.defined if term.id in used]


def _plans(basis: Basis) -> list[tuple[str, Sentence, str]]:
    """Return term, meaning and source of what figures are compared with."""
    found: list[tuple[str, Sentence, str]] = []
    if basis.has(TARGET):
        how = "as it usually runs by the hour" if basis.due_by_hours else "by the clock"
        due = "" if basis.periods.is_over else f", the part due by the as-of time; a running day {how}"
        found.append(("Target", say(f"Sheet Targets of campaign.xlsx{due}"), "campaign.xlsx"))
    if basis.has(BASELINE):
        found.append(("Baseline", capital(basis.baseline_meaning), "orders export"))
    return found


def _methods(basis: Basis) -> list[tuple[Cell, ...]]:
    """Return how a lift against comparison shops is estimated, where one is told."""
    if basis.ledger.value(FAR_SHOPS.id) is None:
        return []
    return [("Lift", None, say(LIFT), None, "orders export")]
