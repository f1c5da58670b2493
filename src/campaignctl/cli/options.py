"""The options that commands share, each declared once."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from campaignctl.domain.errors import WrongUsage

Folder = Annotated[Path, typer.Argument(metavar="[FOLDER]", help="The campaign's folder; this one when not named.")]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing beside the answer.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]
OutputDir = Annotated[
    Path | None, typer.Option("--output-dir", metavar="DIR", help="Write here instead of FOLDER/out.")
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="TIME", help="Look at the data as of this time, e.g. 2026-11-26T08:00."),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 1 also when something could not be checked.")]
Ascii = Annotated[bool, typer.Option("--ascii", help="Use no signs beyond ASCII.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="Use no colours.")]
Known = Annotated[
    list[str] | None,
    typer.Option(
        "--known", metavar="gmv=AMOUNT", help="Show the steps from a GMV that you know from elsewhere to the report's."
    ),
]
HERE = Path()
PERIODS = ("day", "week", "month", "campaign")


def period(text: str) -> str:
    """Return the period that ``--period`` names; ``WrongUsage`` else."""
    word = text.strip().casefold()
    if word not in PERIODS:
        raise WrongUsage(f"--period {quoted(text)} is no period.", "Write day, week, month or campaign.")
    return word


def moment(text: str | None, zone: str, *, whole_days: bool = False) -> datetime | None:
    """Return the time that ``--as-of`` names, on the clock of ``zone`` where it says no other; ``WrongUsage`` else.

    With ``whole_days`` a day alone means all of it, as an end in the set-up does; else its first moment.
    """
    if text is None:
        return None
    try:
        named = datetime.fromisoformat(text)
    except ValueError:
        named = None
    if named is None or not FIRST_YEAR <= named.year <= LAST_YEAR:  # beyond them no zone has a clock
        raise WrongUsage(f"--as-of {quoted(text)} is not a time.", "Write it as 2026-11-26T08:00.") from None
    if whole_days and _DAY.fullmatch(text.strip()):
        named += timedelta(days=1)
    return named if named.tzinfo else named.replace(tzinfo=ZoneInfo(zone))


def quoted(text: str) -> str:
    """Return words of the command line as a message may quote them: on one line, and not endless."""
    return "".join(c if c.isprintable() else " " for c in text)[:60]


FIRST_YEAR, LAST_YEAR = 1990, 2200
LARGEST = Decimal(10) ** 15
_DAY = re.compile(r"[0-9-]+(W[0-9-]+)?")
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d*)?")


def known_gmv(given: Sequence[str] | None) -> Decimal | None:
    """Return the amount that ``--known`` names, in the campaign's currency; None without it, ``WrongUsage`` else."""
    if not given:
        return None
    hint = "Write it as --known gmv=1310000."
    if len(given) > 1:
        raise WrongUsage("--known is given more than once.", "Name one number: --known gmv=1310000.")
    word, equals, text = given[0].partition("=")
    shown = quoted(given[0])
    if not equals or word.strip().casefold() != "gmv":
        raise WrongUsage(f"--known {shown} names no number that can be bridged.", hint)
    plain = text.strip().lstrip("$€£")
    if "," in plain and not _GROUPED.fullmatch(plain):  # 1,31 may be a price with a decimal comma
        raise WrongUsage(f"--known {shown} can be read in two ways.", hint)
    try:
        amount = Decimal(plain.replace(",", ""))
    except InvalidOperation:
        raise WrongUsage(f"--known {shown} is not an amount.", hint) from None
    if not amount.is_finite() or not 0 <= amount < LARGEST:
        raise WrongUsage(f"--known {shown} is no amount that a campaign can have sold.", hint)
    return amount
