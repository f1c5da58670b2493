"""A card: one figure in large type on a tinted ground, with what it is held against below it."""

from pptx.slide import Slide

from making.drawing import Spot, group, rectangle, text
from making.look import LEFT, SECONDARY, TINT, Box, Type

STEP = 3.083


def card(slide: Slide, number: int) -> None:
    """Draw the ``number``-th of four cards in a row."""
    x = LEFT + STEP * (number - 1)
    slug, left, width = f"card-{number}", x + 0.2, 2.483
    label = Spot(slide, f"{slug}: label", Box(left, 1.92, width, 0.25))
    value = Spot(slide, f"{slug}: value", Box(left, 2.21, width, 0.62))
    members = [
        rectangle(Spot(slide, f"{slug}: ground", Box(x, 1.75, 2.883, 1.9)), TINT),
        text(label, f"{{{{ {slug}.label }}}}", Type(13, colour=SECONDARY)),
        text(value, f"{{{{ {slug}.value }}}}", Type(36, bold=True)),
    ]
    for line, y in ((1, 2.93), (2, 3.25)):
        token, quiet = f"{slug}.against-{line}", Type(12, colour=SECONDARY)
        words = [(f"{{{{ {token}.label }}}}\t", quiet), (f"{{{{ {token}.change }}}}", Type(12, bold=True))]
        members.append(text(Spot(slide, f"{slug}: against {line}", Box(left, y, width, 0.24)), words, quiet, tab=width))
    group(Spot(slide, f"card:{number}", alt=f"needs={slug}"), members)
