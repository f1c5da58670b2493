"""What a report asks people to do, as JSON: kept on record, so that the next report can tell what became of it."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from campaignctl.domain.earlier import Action

SCHEMA = 1


def actions_json(as_of: str, actions: Sequence[Action]) -> str:
    """Return the text of a record of actions; ``as_of`` is the report's ISO time."""
    whole = {"schema": SCHEMA, "as_of": as_of, "actions": [asdict(action) for action in actions]}
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return text.encode(errors="replace").decode() + "\n"  # a lone surrogate has no bytes in UTF-8
