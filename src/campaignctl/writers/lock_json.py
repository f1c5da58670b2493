"""What a lock holds, and what stands against it, as JSON for other programs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from campaignctl.domain.findings import Finding
from campaignctl.domain.lock import Lock
from campaignctl.writers.findings_json import finding_json


def lock_json(
    lock: Lock, errors: Sequence[Finding], difference: Sequence[Mapping[str, Any]], *, taken: bool, record: str
) -> str:
    """Return the answer of ``lock``: whether it was ``taken``, in which ``record``, and what it holds in numbers.

    ``errors`` are those that stand against it; ``difference`` is what it promises otherwise than the lock before it.
    """
    whole = {
        "schema": 1,
        "taken": taken,
        "record": record or None,
        "number": lock.number,
        "taken_at": lock.taken_at.isoformat(),
        "by": lock.by,
        "lines": len(lock.lines),
        "left_out": lock.left_out["standing"].value_counts().sort_index().to_dict(),
        "promotions": len(lock.promotions),
        "streams": len(lock.streams),
        "accepted": [asdict(accepted) for accepted in lock.accepted],
        "difference": list(difference),
        "open": [finding_json(finding, lock.currency) for finding in errors],
    }
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2)
    return text.encode(errors="replace").decode() + "\n"  # a lone surrogate has no bytes in UTF-8
