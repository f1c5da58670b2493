"""A collection as JSON: every seller with its status, and every finding with its story."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from campaignctl.domain.registrations import Reply
from campaignctl.domain.roster import Person, Status
from campaignctl.domain.rounds import State, Tracked
from campaignctl.writers.findings_json import finding_json

SCHEMA = 1


def collect_json(number: int, as_of: str, people: Sequence[Person], tracked: Sequence[Tracked], currency: str) -> str:
    """Return the text of ``collect --json`` for round ``number``; ``as_of`` is blank where none was given."""
    counted = Counter(person.status for person in people)
    states = Counter(one.state for one in tracked)
    whole = {
        "schema": SCHEMA,
        "round": number,
        "as_of": as_of or None,
        "statuses": {status.value: counted[status] for status in Status},
        "findings_by_state": {state.value: states[state] for state in State},
        "sellers": [_person(person) for person in people],
        "findings": [
            {**finding_json(one.finding, currency), "seller_id": one.finding.about.seller, "state": one.state.value,
             "since": one.since}
            for one in tracked
        ],
    }  # fmt: skip
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2)
    return text.encode(errors="replace").decode() + "\n"  # a lone surrogate has no bytes in UTF-8


def _person(person: Person) -> dict[str, Any]:
    return {
        "seller_id": person.id,
        "shop_name": person.shop,
        "status": person.status.value,
        "account_manager": person.said("account_manager"),
        "received": person.received.isoformat() if person.received else None,
        "reply_by": person.due.isoformat() if person.due else None,
        "round": person.round,
        "skus": person.offers.skus,
        "clean_skus": person.offers.clean,
        "livestreams": person.offers.streams,
        "errors": person.errors,
        "warnings": person.warnings,
        "since_last": {"new": person.since.new, "open": person.since.open, "fixed": person.since.fixed},
        "first_time": person.since.first_time,
        "next_step": person.next_step,
        "replies": [_reply(reply) for reply in person.replies],
    }


def _reply(reply: Reply) -> dict[str, Any]:
    return {
        "file": reply.file,
        "form_id": reply.form_id,
        "matched_by": reply.matched_by,
        "saved": reply.saved.isoformat() if reply.saved else None,
        "counts": reply.counts,
        "aside": reply.aside,
        "assumed": list(reply.assumed),
    }
