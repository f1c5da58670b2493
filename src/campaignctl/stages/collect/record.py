"""A round as its record holds it: JSON that a later campaignctl, and a person with an editor, can read."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from campaignctl.domain.document import Input
from campaignctl.domain.errors import CannotRead
from campaignctl.domain.findings import About, Finding, Severity
from campaignctl.domain.observations import Place
from campaignctl.domain.rounds import Arrival, Round, State, Tracked

SCHEMA = 1


def stamp(number: int) -> str:
    """Return a round's number as the name of its record sorts it."""
    return f"{number:04}"


def round_json(round_: Round, inputs: tuple[Input, ...]) -> str:
    """Return the text of a round's record; ``inputs`` are the files that it rests on."""
    whole = {
        "schema": SCHEMA,
        "round": round_.number,
        "digest": round_.digest,
        "as_of": round_.as_of or None,
        "inputs": [{"file": one.file, "sha256": one.sha256, "rows": one.rows} for one in inputs],
        "replies": {seller: _arrival(one) for seller, one in sorted(round_.arrivals.items())},
        "statuses": dict(sorted(round_.statuses.items())),
        "open": [_finding(one) for one in round_.open],
        "unseen": [_finding(one) for one in round_.unseen],
    }
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1)
    return text.encode(errors="replace").decode() + "\n"  # a lone surrogate has no bytes in UTF-8


def round_of(text: str, name: str) -> Round:
    """Return the round that a record holds; ``CannotRead``, naming the record, when it holds none."""
    try:
        whole = json.loads(text)
        if whole["schema"] != SCHEMA:
            raise CannotRead(f"{name} was written by a newer campaignctl.", "Install that version, or collect with it.")
        return Round(
            number=int(whole["round"]),
            digest=str(whole["digest"]),
            as_of=str(whole["as_of"] or ""),
            open=tuple(_tracked(one, int(whole["round"])) for one in whole["open"]),
            unseen=tuple(_tracked(one, int(whole["round"])) for one in whole["unseen"]),
            arrivals={seller: _arrived(one) for seller, one in whole["replies"].items()},
            statuses=dict(whole["statuses"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CannotRead(
            f"{name} is no record of a round any more.",
            "Put it back from a copy; or delete it, and every finding counts as new.",
        ) from error


def _arrival(one: Arrival) -> dict[str, Any]:
    saved = one.first_saved.isoformat() if one.first_saved else None
    return {"sha256": one.sha256, "round": one.round, "first_saved": saved}


def _arrived(one: Mapping[str, Any]) -> Arrival:
    saved = datetime.fromisoformat(one["first_saved"]) if one["first_saved"] else None
    return Arrival(str(one["sha256"]), int(one["round"]), saved)


def _finding(tracked: Tracked) -> dict[str, Any]:
    finding, place, about = tracked.finding, tracked.finding.place, tracked.finding.about
    return {
        "since": tracked.since,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "about": [about.seller, about.sku, about.promotion, about.other],
        "place": [place.file, place.sheet, place.row, place.column, place.cell],
        "value": finding.value,
        "message": finding.message,
        "fix": finding.fix,
        "amount": finding.amount,
        **({"message_for_seller": finding.message_for_seller} if finding.message_for_seller else {}),
        **({"fix_for_seller": finding.fix_for_seller} if finding.fix_for_seller else {}),
    }


def _tracked(one: Mapping[str, Any], number: int) -> Tracked:
    finding = Finding(
        code=one["code"],
        name=one["name"],
        severity=Severity(one["severity"]),
        place=Place(*one["place"]),
        value=one["value"],
        message=one["message"],
        fix=one["fix"],
        amount=one["amount"],
        about=About(*one["about"]),
        message_for_seller=one.get("message_for_seller", ""),
        fix_for_seller=one.get("fix_for_seller", ""),
    )
    since = int(one["since"])
    return Tracked(finding, State.NEW if since == number else State.OPEN, since)
