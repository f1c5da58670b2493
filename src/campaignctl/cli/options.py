"""The options that commands share, each declared once."""

from datetime import datetime
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
HERE = Path()


def moment(text: str | None, zone: str) -> datetime | None:
    """Return the moment that ``--as-of`` names, on the campaign's clock where it names no zone."""
    if text is None:
        return None
    try:
        named = datetime.fromisoformat(text)
    except ValueError:
        raise WrongUsage(f"--as-of {text} is not a time.", "Write it as 2026-11-26T08:00.") from None
    return named if named.tzinfo else named.replace(tzinfo=ZoneInfo(zone))
