"""The one who presses the button for a segment is nobody in Contacts.

The price changes late or not at all, for nobody on the floor feels meant.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.people import strangers, who_was_meant
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find names that Contacts does not have, in any case; Producer stands for the stream's own."""
    rows = case.segments
    unknown = strangers(case, rows["cue"]) & rows["cue"].str.casefold().ne("producer")
    hint = who_was_meant(case, rows["cue"].where(unknown))
    say = "cue {cue} of {stream_id} is not in Contacts"
    return failing(rows, unknown, at="cue", say=say, fix="{hint}", hint=hint)


RULE = Rule(
    code="LIV311",
    name="cue-of-nobody",
    severity=Severity.ERROR,
    over="run_of_show",
    needs=("stream_id",),
    check=check,
    fix="Correct the name, add the person to Contacts, or leave the cell blank for the producer.",
    see=("LIV107",),
    examples=(
        draw("""
Run of show
   | Stream ID | Order | Minutes | Segment | Cue
 7 | HD26-L01  | 1     | 10      | Opening | Kai Lund
 8 | HD26-L01  | 2     | 10      | Q&A     | Producer
 9 | HD26-L01  | 3     | 10      | Break   | Kai Lunt | <- cue Kai Lunt of HD26-L01 is not in Contacts
10 | HD26-L01  | 4     | 10      | Closing |
"""),
    ),
)
