"""The slugs that a campaign report may hold: what a template can ask for, and what a document never exceeds.

A document leaves out what the data do not give. Each page of the report names its own slugs and figures; they are
gathered here, so that a page is added by adding its file.
"""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from types import ModuleType
from typing import TypeVar

from campaignctl.domain.document import Vocabulary
from campaignctl.insights.terms import TERMS
from campaignctl.metrics.catalogue import metrics
from campaignctl.stages.report.counts import Count, Terms
from campaignctl.stages.report.slugs import Slugs

_PACKAGE = "campaignctl.stages.report"
_Said = TypeVar("_Said")


@cache
def vocabulary() -> Vocabulary:
    """Return what the pages of the report name. ``ValueError`` when two of them name the same slug."""
    pages = _said("SLUGS", Slugs)
    return Vocabulary(
        sections=_once(slug for page in pages for slug in page.sections),
        charts=_merged(page.charts for page in pages),
        tables=_merged(page.tables for page in pages),
        cards=_once(slug for page in pages for slug in page.cards),
        figures=tuple(f"{word}.*" for word in _figures()),
        texts=_once(slug for page in pages for slug in page.texts),
        paragraphs=_once(slug for page in pages for slug in page.paragraphs),
    )


def terms() -> tuple[Terms, ...]:
    """Return what pages of the report add to its definitions, in the order in which they are listed."""
    return tuple(sorted(_said("TERMS", Terms), key=lambda each: each.place))


@cache
def _modules() -> tuple[ModuleType, ...]:
    package = importlib.import_module(_PACKAGE)
    found = pkgutil.walk_packages(package.__path__, f"{_PACKAGE}.")
    return tuple(importlib.import_module(each.name) for each in found)


def _said(name: str, kind: type[_Said]) -> list[_Said]:
    """Return what pages say of themselves under ``name``."""
    return [said for module in _modules() if isinstance(said := vars(module).get(name), kind)]


def _figures() -> tuple[str, ...]:
    """Return the words of all figures: those of the metrics, and those that the report and its insights define."""
    defined = {value.id for module in _modules() for value in vars(module).values() if isinstance(value, Count)}
    return (*(page.id for page in metrics().values()), *sorted(defined), *(term.id for term in TERMS))


def _merged(parts: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    named = [item for part in parts for item in part.items()]
    _once(slug for slug, _ in named)
    return dict(named)


def _once(slugs: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(slugs)
    twice = [slug for slug, times in counted.items() if times > 1]
    if twice:
        raise ValueError(f"two pages of the report name {min(twice)}")
    return tuple(counted)
