"""The catalogue of insights in words: terminal, docs and JSON are printed from the same objects that look for them."""

from campaignctl.catalogue.loader import explanation, module_of
from campaignctl.catalogue.lookup import of_name_or_family
from campaignctl.domain.pages import ReadablePage
from campaignctl.insights.catalogue import FAMILIES, insights
from campaignctl.insights.insight import Insight, Sort
from campaignctl.insights.ranking import ASKED

_FACT = "a count, told whenever it is so"
_CHANCE = "told only where chance does not explain it, over all that the report looked at"
_ASKED = f"{_CHANCE}; as people noted it before, it weighs {ASKED} times as much"
_SOURCES = {
    "history": "order exports of the campaign and of equal stretches before it",
    "days": "order exports, day by day",
    "skus": "order exports and the registered stock",
    "streams": "LIVE lists",
    "unregistered": "order exports and the registered SKUs",
    "paid_back": "promotions with a return (ROI)",
    "promises": "the lock, with its changes",
    "events": "the sheet Changes",
    "shop_events": "the sheet Changes, and orders by the hour",
    "funnels": "product lists of the campaign and of as many days before it",
    "targets": "the sheet Targets",
    "baseline": "the baseline's figures",
    "against baseline": "the baseline's figures",
}
"""What each table of a drawing stands for in a campaign folder."""


def pages() -> tuple[ReadablePage, ...]:
    """Return every insight's page, in code order."""
    return tuple(_readable(insight) for insight in insights().values())


def pages_of(name: str) -> tuple[ReadablePage, ...]:
    """Return the page of a code or a name, or all pages of a family such as ``DRV``, in any case.

    ``CannotRead`` with the nearest ones when there is none.
    """
    return tuple(_readable(insight) for insight in of_name_or_family(name, insights(), FAMILIES, "insight"))


def _readable(insight: Insight) -> ReadablePage:
    what, why = explanation(module_of("campaignctl.insights", insight))
    return ReadablePage(
        code=insight.code,
        name=insight.name,
        mark="fact" if insight.is_fact else "against chance",
        family=FAMILIES[insight.code[:3]],
        what=what,
        why=why,
        facts=(
            ("Shown as", " or ".join(_signs(insight))),
            ("How sure", _FACT if insight.is_fact else _ASKED if insight.is_asked else _CHANCE),
            ("Source", "; ".join(_sources(insight))),
        ),
        examples=tuple(example.text for example in insight.examples),
        see=tuple(f"{code} {insights()[code].name}" for code in insight.see),
    )


def _signs(insight: Insight) -> list[str]:
    """Return the signs of what its drawings say."""
    sorts = {Sort(sort) for drawn in insight.examples for sort, _ in drawn.expected}
    return [sort.sign for sort in Sort if sort in sorts]


def _sources(insight: Insight) -> list[str]:
    """Return where the tables of its drawings come from."""
    sheets = {sheet.name for drawn in insight.examples for sheet in drawn.drawn.sheets}
    tables = {"history" if " by " in name else name for name in sheets}
    return [words for name, words in _SOURCES.items() if name in tables]
