"""What a template holds and lacks, as JSON, for scripts."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from campaignctl.domain.findings import Severity
from campaignctl.writers.pptx.checking import Remark
from campaignctl.writers.pptx.inspection import Template


def template_json(name: str, template: Template, remarks: Sequence[Remark]) -> str:
    """Return one JSON object with ``schema`` 1; ``fits`` is whether a deck can be written from the template."""
    whole = {
        "schema": 1,
        "template": name,
        "fits": not any(remark.severity is Severity.ERROR for remark in remarks),
        "remarks": [asdict(remark) for remark in remarks],
        **asdict(template),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
