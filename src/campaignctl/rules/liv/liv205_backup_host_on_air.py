"""The backup host of a livestream hosts another one at the same time.

The one who is to step in is on air elsewhere.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import standing
from campaignctl.rules.people import same_person
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find backups who host a stream that shares a moment with theirs: of those, the one that starts last."""
    rows = case.streams
    hosts = rows.assign(person=rows["host"].str.casefold())[["person", "stream_id", "starts", "ends"]]
    waiting = rows.assign(person=rows["backup_host"].str.casefold(), at=rows.index)
    waiting = waiting[waiting["person"].notna() & ~same_person(rows["backup_host"], rows["host"])]
    met = pd.merge_asof(
        waiting.sort_values("ends"),
        hosts.dropna(subset=["person"]).sort_values("starts").add_suffix("_other"),
        left_on="ends",
        right_on="starts_other",
        left_by="person",
        right_by="person_other",
        allow_exact_matches=False,
    )
    busy = met[met["ends_other"] > met["starts"]].set_index("at")["stream_id_other"]
    taken = pd.Series(rows.index.isin(busy.index), index=rows.index)
    say = "backup host {backup_host} of {stream_id} hosts {other} then"
    return failing(rows, taken, at="backup_host", say=say, other=busy)


RULE = Rule(
    code="LIV205",
    name="backup-host-on-air",
    severity=Severity.WARNING,
    over="livestreams",
    where=standing,
    needs=("stream_id", "starts", "ends"),
    check=check,
    fix="Name somebody who is free then.",
    see=("LIV108", "LIV201"),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Account   | Host       | Backup host | Starts           | Ends
 7 | HD26-L01  | Opening night | moss.live | Robin Hale | Ada Fox     | 2026-11-20 19:00 | 2026-11-20 21:00 | <- backup host Ada Fox of HD26-L01 hosts HD26-L02 then
 8 | HD26-L02  | Home night    | kind.home | Ada Fox    |             | 2026-11-20 20:00 | 2026-11-20 22:00
 9 | HD26-L03  | Gadget night  | lumeria   | Noa Wynn   | Ada Fox     | 2026-11-20 22:00 | 2026-11-20 23:00
"""),
    ),
)
