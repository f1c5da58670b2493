"""The memo's first section: what the campaign brought in money, with the steps from baseline to sales."""

from dataclasses import replace

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document, Part, Section, Text
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.stages.report.basis import BASELINE_OPENS, joined
from campaignctl.stages.report.slides import effect

ESTIMATE = 3
"""The first sentences on lift say how much, the ones after them how far to trust it."""

SENTENCES = 2
"""Of the words on a plain change at most so many stand here; the rest says how sure it is."""

BY_SEASON = "Season"
"""What the steps call what other shops moved by too; a campaign's own trend is called otherwise."""


def lift(document: Document) -> Section | None:
    """Return how much it was; of a plain change, which no estimate tells apart from the season, its title alone."""
    held, words = document.section("lift"), document.part("lift-words")
    if held is None:
        changed = document.section("change")
        return replace(changed, slug="lift", parts=()) if changed is not None else None
    told = words.sentences[:ESTIMATE] if isinstance(words, Text) else ()
    steps = document.part("season")
    title = _in_money(document, steps) if isinstance(steps, Chart) else Sentence()
    if title:
        told = (joined(held.title, say(".")), told[0], *told[2:])
    parts: tuple[Part, ...] = (Text("lift-words", told),) if told else ()
    if not isinstance(steps, Chart):
        return replace(held, parts=parts)
    drawn = replace(steps, title=say("From baseline to sales")) if title else steps
    return replace(
        held, title=title or held.title, parts=(*parts, drawn, Text("season-note", (_note(document, steps),)))
    )


def _in_money(document: Document, steps: Chart) -> Sentence:
    """Return ``The campaign brought $840K; the season brought another $570K``, where that is told from zero."""
    found, season = effect(document), document.figures.get("gmv.total~season")
    if found is None:
        return Sentence()
    opening = joined(say("The campaign brought "), Sentence((replace(found[0], unsigned=True),)))
    if BY_SEASON not in steps.categories or season is None or not season.number:
        return opening
    did = "brought another" if season.number > 0 else "took"
    return joined(opening, say(f"; the season {did} "), Sentence((Ref(season.id, unsigned=True),)))


def _note(document: Document, steps: Chart) -> Sentence:
    """Return what baseline and season are, for under the figure."""
    summary = document.section("summary")
    source = summary.source.parts if summary is not None else ()
    baseline = source[source.index(BASELINE_OPENS) :] if BASELINE_OPENS in source else ()
    season = say(" Trend: the sellers' own, carried on.")
    if BY_SEASON in steps.categories:
        season = say(" Season: what {far_shops.total} comparison shops moved by.")
    return joined(say("GMV, {unit}.", unit=steps.unit), Sentence(baseline), season)
