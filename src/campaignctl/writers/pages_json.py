"""A catalogue's pages as JSON, for scripts and editors."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from campaignctl.domain.pages import ReadablePage


def pages_json(pages: Sequence[ReadablePage]) -> str:
    """Return pages as one JSON object with ``schema`` 1."""
    return json.dumps({"schema": 1, "pages": [asdict(page) for page in pages]}, ensure_ascii=False, indent=2) + "\n"
