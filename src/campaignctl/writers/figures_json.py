"""Every figure of a report as JSON, under the ids that all other outputs share."""

import json
from decimal import Decimal
from typing import Any

from campaignctl.domain.document import Document
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format

SCHEMA = 1
MONEY = {Format.MONEY, Format.MONEY_SHORT}


def figures_json(document: Document) -> str:
    """Return the text of ``figures.json``: the inputs it rests on, then the figures in their order.

    Money is a decimal string in major units, a rate a fraction, a duration seconds, ``null`` not available.
    Raises ``ValueError`` for a value that is no number.
    """
    whole = {
        "schema": SCHEMA,
        "campaign": document.campaign,
        "as_of": document.as_of,
        "inputs": [{"file": one.file, "sha256": one.sha256, "rows": one.rows} for one in document.inputs],
        "figures": [_figure(figure) for figure in document.figures.values()],
    }
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2)
    return text.encode(errors="replace").decode() + "\n"  # a lone surrogate has no bytes in UTF-8


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "id": figure.id,
        "label": figure.label,
        "value": _natural(figure.value, figure.format),
        "unit": figure.unit,
        "format": figure.format.value,
        "low": _natural(figure.low, figure.format),
        "high": _natural(figure.high, figure.format),
        "definition": figure.definition,
        "dimensions": dict(figure.dimensions),
        "reason": figure.reason,
    }


def _natural(value: Decimal | float | None, form: Format) -> str | int | float | None:
    """Return a value as its unit is written: money must not pass through a float."""
    if value is None:
        return None
    if form in MONEY:
        exact = Decimal(str(value))
        if not exact.is_finite():
            raise ValueError(f"{value} is no amount of money")
        return f"{exact:f}"
    return value if isinstance(value, int) else float(value)
