"""The producer of a livestream is nobody in Contacts.

The one who answers for the floor is told nothing, and cannot be called when the stream does not start.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import standing
from campaignctl.rules.people import strangers, who_was_meant
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find producers that Contacts does not name, in any case."""
    rows = case.streams
    unknown = strangers(case, rows["producer"])
    hint = who_was_meant(case, rows["producer"].where(unknown))
    say = "producer {producer} of {stream_id} is not in Contacts"
    return failing(rows, unknown, at="producer", say=say, fix="{hint}", hint=hint)


RULE = Rule(
    code="LIV107",
    name="producer-of-nobody",
    severity=Severity.ERROR,
    over="livestreams",
    where=standing,
    needs=("stream_id",),
    check=check,
    fix="Correct the name, or add the person to Contacts.",
    see=("TIM112", "LIV311"),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends             | Producer
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00 | ines roth
 8 | HD26-L02  | Second night  | 2026-11-21 19:00 | 2026-11-21 21:00 | Kai Lunt  | <- producer Kai Lunt of HD26-L02 is not in Contacts
"""),
    ),
)
