"""The metric catalogue in words: terminal, docs and JSON are printed from the same objects that compute."""

from campaignctl.catalogue.loader import explanation, module_of
from campaignctl.catalogue.lookup import looked_up
from campaignctl.domain.pages import ReadablePage
from campaignctl.metrics.catalogue import FAMILIES, metrics
from campaignctl.metrics.metric import Metric


def pages() -> tuple[ReadablePage, ...]:
    """Return every metric's page, in code order."""
    return tuple(_readable(metric) for metric in metrics().values())


def page(name: str) -> ReadablePage:
    """Return the page of a code or name, in any case; ``CannotRead`` with the nearest ones when there is none."""
    return _readable(looked_up(name, metrics(), "metric"))


def _readable(metric: Metric) -> ReadablePage:
    what, why = explanation(module_of("campaignctl.metrics", metric))
    additive = ", ".join(metric.additive_over)
    return ReadablePage(
        code=metric.code,
        name=metric.name,
        mark=metric.unit.value,
        family=FAMILIES[metric.code[:3]],
        what=what,
        why=why,
        facts=(
            ("Formula", metric.formula),
            ("Source", metric.source),
            ("Figure", f"{metric.id}.total, and by scope"),
            ("Better", metric.direction.value),
            ("Sums", f"its parts by {additive} add up" if additive else "its parts do not add up"),
        ),
        examples=tuple(example.text for example in metric.examples),
    )
