"""How the terminal writes: house signs or ASCII, sixteen named colours or none, and no markup read out of data."""

from rich.console import Console
from rich.text import Text

from campaignctl.cli.environment import Environment
from campaignctl.domain.findings import Severity

SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "bright_black"}
_ASCII = str.maketrans({
    "✗": "x", "·": "-", "✓": "ok", "●": "*", "○": "o", "▲": "+", "▼": "v", "…": "...", "–": "-", "−": "-", "─": "-",
    "━": "=", "│": "|", "█": "#", "▒": "=", "░": ".", "“": '"', "”": '"', "’": "'", "→": "->", "÷": "/", "×": "x",
    "■": "#", "┤": "|", "└": "+", "┬": "+",
})  # fmt: skip

Piece = tuple[str, str]


class Terminal:
    """Lines of styled pieces to stdout; never wrapped by the console, never read as markup."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.width = environment.width
        self._console = Console(
            file=environment.out,
            width=10_000,
            no_color=not environment.color,
            force_terminal=environment.color,
            color_system="standard" if environment.color else None,
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=True,
        )

    def line(self, *pieces: Piece | str) -> None:
        """Write one line."""
        text = Text()
        for piece in pieces:
            words, style = (piece, "") if isinstance(piece, str) else piece
            text.append(self._plain(words), style=style)
        self._console.print(text, soft_wrap=True)

    def _plain(self, words: str) -> str:
        safe = "".join(c if c.isprintable() else " " for c in words)
        return safe if self.environment.signs else safe.translate(_ASCII)
