"""The world a command runs in: streams, colours, width, the clock and who is at the keyboard.

A test builds one of its own; nothing below ``cli`` knows any of it.
"""

import getpass
import os
import platform
import shutil
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import perf_counter
from typing import TYPE_CHECKING, TextIO

from campaignctl.folder.lock import Holder

if TYPE_CHECKING:  # --help writes no file
    from campaignctl.folder.outputs import Outputs

NARROW, WIDE = 80, 120


@dataclass(slots=True)
class Environment:
    """``plain`` means no colour, no bars and no wrapping: the answer goes to a file or another program."""

    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)
    quiet: bool = False
    debug: bool = False
    ascii: bool = False
    no_color: bool = False

    @property
    def plain(self) -> bool:
        """Whether stdout is not a terminal."""
        return not self.out.isatty()

    @property
    def color(self) -> bool:
        """Whether colours are wanted on stdout."""
        off = self.no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"  # noqa: TID251 - this is cli
        return not off and not self.plain

    @property
    def signs(self) -> bool:
        """Whether the output takes the signs of the house style, or ASCII stands in for them."""
        encoding = (getattr(self.out, "encoding", "") or "").lower().replace("-", "")
        return not self.ascii and encoding.startswith("utf")

    @property
    def width(self) -> int:
        """The columns to lay out for: the terminal's, at most 120; 80 at least."""
        return max(NARROW, min(WIDE, shutil.get_terminal_size((NARROW, 24)).columns))

    def now(self) -> datetime:
        """Return the wall clock, aware."""
        return datetime.now(UTC)  # noqa: TID251 - this is cli

    def holder(self) -> Holder:
        """Return who runs this, for the campaign's lock."""
        try:
            user = getpass.getuser()
        except (OSError, KeyError):
            user = "somebody"
        return Holder(platform.node() or "a computer", user, os.getpid(), self.now().isoformat(timespec="seconds"))

    def progress(self, verb: str) -> "Progress":
        """Return what says, on a terminal's stderr and after a second, which file a command is at."""
        return Progress(self, verb)

    def tell(self, line: str) -> None:
        """Say something beside the answer."""
        if not self.quiet:
            self.warn(line)

    def warn(self, line: str) -> None:
        """Say something that must be seen even with --quiet."""
        self.err.write(line + "\n")
        self.err.flush()

    def name_displaced(self, outputs: "Outputs") -> bool:
        """Name every output whose own name is taken by one that is open elsewhere; return whether there is any."""
        for wanted, sibling in outputs.displaced:
            self.warn(f"{wanted.name} is open elsewhere; the new one is complete in {sibling}")
        return bool(outputs.displaced)


@dataclass(slots=True)
class Progress:
    """One line on stderr that is overwritten; silent when stderr is no terminal or the work is short."""

    environment: Environment
    verb: str
    began: float = field(default_factory=perf_counter)
    shown: int = 0

    def __call__(self, what: str) -> None:
        """Say that the work has come to ``what``."""
        err = self.environment.err
        if self.environment.quiet or not err.isatty() or perf_counter() - self.began < 1:
            return
        line = f"{self.verb} {what}"[: self.environment.width - 1]
        err.write("\r" + line.ljust(self.shown))
        err.flush()
        self.shown = len(line)

    def done(self) -> None:
        """Take the line away."""
        if self.shown:
            self.environment.err.write("\r" + " " * self.shown + "\r")
            self.shown = 0
