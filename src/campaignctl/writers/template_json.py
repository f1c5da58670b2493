"""What templates hold and lack, as JSON, for scripts."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from campaignctl.domain.findings import Severity
from campaignctl.writers.docx.inspection import MemoTemplate
from campaignctl.writers.pptx.inspection import Template
from campaignctl.writers.pptx.remarks import Remark


@dataclass(frozen=True, slots=True)
class Checked:
    """A template's file name, what it holds, and the remarks on it."""

    name: str
    held: Template | MemoTemplate
    remarks: tuple[Remark, ...]


def template_json(checked: Sequence[Checked]) -> str:
    """Return one JSON object with ``schema`` 1; ``fits`` is whether the template can be filled.

    Of several templates the first is the object, and a memo among the others stands in it under ``memo``.
    """
    first, *others = checked
    whole = {"schema": 1, **_about(first), **({"memo": _about(others[0])} if others else {})}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _about(one: Checked) -> dict[str, Any]:
    return {
        "template": one.name,
        "fits": not any(remark.severity is Severity.ERROR for remark in one.remarks),
        "remarks": [asdict(remark) for remark in one.remarks],
        **asdict(one.held),
    }
