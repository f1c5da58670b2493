"""The options that commands share, each declared once."""

from pathlib import Path
from typing import Annotated

import typer

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
