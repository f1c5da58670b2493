"""The metric catalogue in words: terminal, docs and JSON are printed from the same objects that compute."""

import re

from campaignctl.catalogue.loader import explanation, module_of
from campaignctl.catalogue.lookup import of_name_or_family
from campaignctl.domain.pages import ReadablePage
from campaignctl.metrics.catalogue import FAMILIES, metrics
from campaignctl.metrics.metric import Direction, Metric
from campaignctl.metrics.quotients import is_paired

BETTER = {
    Direction.UP: "more is better",
    Direction.DOWN: "less is better",
    Direction.NEUTRAL: "neither more nor less is better",
}


def pages() -> tuple[ReadablePage, ...]:
    """Return every metric's page, in code order."""
    return tuple(_readable(metric) for metric in metrics().values())


def pages_of(name: str) -> tuple[ReadablePage, ...]:
    """Return the page of a code or name, all of a family such as ``ORD``, or all that go by one word such as ``CTR``.

    In any case; ``CannotRead`` with the nearest ones when there is none.
    """
    word, known = name.strip(), metrics()
    alike = tuple(page for page in known.values() if word.casefold() in re.findall(r"\w+", page.label.casefold()))
    if len(alike) > 1 and word.upper() not in FAMILIES:
        return tuple(_readable(page) for page in alike)
    return tuple(_readable(page) for page in of_name_or_family(name, known, FAMILIES, "metric"))


def _readable(metric: Metric) -> ReadablePage:
    what, why = explanation(module_of("campaignctl.metrics", metric))
    return ReadablePage(
        code=metric.code,
        name=metric.name,
        mark=metric.unit.value,
        family=FAMILIES[metric.code[:3]],
        what=what,
        why=why,
        facts=(
            ("Called", metric.label),
            ("Formula", metric.formula),
            ("Counts", _counts(metric)),
            ("Source", metric.source),
            ("Figure", f"{metric.id}.total, and by scope"),
            ("Better", BETTER[metric.direction]),
            ("Sums", _sums(metric)),
        ),
        examples=tuple(example.text for example in metric.examples),
    )


def _counts(metric: Metric) -> str:
    """Return which rows count, each kind once."""
    return "; ".join(dict.fromkeys(measure.where.words for measure in metric.measures if not is_paired(measure)))


def _sums(metric: Metric) -> str:
    over = listed(metric.additive_over)
    return f"its parts by {over} add up" if over else "its parts do not add up: it is made anew of the sums of each"


def listed(words: tuple[str, ...]) -> str:
    """Return ``day, seller and product``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
