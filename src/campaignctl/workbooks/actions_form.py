"""The actions workbook ready to be written: everything that a report asks for, the weightiest first."""

from collections.abc import Mapping, Sequence
from typing import Any

from campaignctl.domain.forms import FilledSheet, Form
from campaignctl.workbooks.actions import ACTIONS
from campaignctl.workbooks.letterhead import Letterhead

_GUIDE = (
    "Save your copy into the campaign's folder decisions/, under a name of your own: any number of people may note.",
    "The next report says of each whether it is done, and whether the data still show it.",
    "Of two people on one thing the later day counts; on the same day neither does.",
    "Rows may be filtered. Please do not rename sheets or headers; tinted headings are for reading.",
)


def actions_form(
    rows: Sequence[Mapping[str, Any]],
    head: Letterhead,
    *,
    people: Sequence[str],
    standing: str,
    next_command: str,
) -> Form:
    """Return ``actions.xlsx``: rows of the sheet by column key; ``standing`` says which report asks."""
    return Form(
        name="actions",
        title=f"{head.campaign}: actions",
        context=" · ".join(part for part in (head.marketplace, standing) if part),
        currency=head.currency,
        zone=head.zone,
        sheets=(FilledSheet(ACTIONS, tuple(rows), f"{head.campaign} · {standing}", len(rows), "noted"),),
        lists={"sheet:contacts": tuple(people)},
        guide=(f"{ACTIONS.name}: {ACTIONS.purpose}", *_GUIDE),
        next_command=next_command,
        properties=head.properties,
    )
