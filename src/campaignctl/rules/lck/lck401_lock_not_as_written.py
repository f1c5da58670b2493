"""A record of a lock is not as campaignctl wrote it: it was edited by hand, or cut off.

What was agreed must not change after everybody signed it. Such a record does not count; the lock before it does.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed

_FILE = "record/locks/20261117T020000Z-0123456789ab.json"


def check(case: Case) -> Seen:
    """Find records whose seal does not fit what they hold."""
    return observed(case, Kind.BROKEN_RECORD, say="{value} does not count: {detail}")


RULE = Rule(
    code="LCK401",
    name="lock-not-as-written",
    severity=Severity.ERROR,
    check=check,
    fix="Put the record back from a backup, or delete it and lock again.",
    examples=(
        Built(
            Observation(
                Kind.BROKEN_RECORD, Place(_FILE), _FILE.rsplit("/", 1)[-1], "it was edited after it was written"
            ),
            "20261117T020000Z-0123456789ab.json does not count: it was edited after it was written",
        ),
    ),
)
