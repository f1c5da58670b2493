"""A card: one figure in large type on a tinted ground, with what it is held against below it.

All cards grow with the one that is held against most, so that they end on one line.
"""

from pptx.slide import Slide

from making.drawing import Spot, group, rectangle, text
from making.look import LEFT, SECONDARY, TINT, Box, Type

STEP = 3.083
TOP, HIGH = 1.75, 1.9
LINES = (2.92, 3.22, 3.52, 3.82)
GROWS = {3: 2.15, 4: 2.45}
"""How high the ground is with a third and a fourth line."""


def card(slide: Slide, number: int) -> None:
    """Draw the ``number``-th of four cards in a row."""
    x = LEFT + STEP * (number - 1)
    slug, left, width = f"card-{number}", x + 0.2, 2.483
    label = Spot(slide, f"{slug}: label", Box(left, 1.92, width, 0.25))
    value = Spot(slide, f"{slug}: value", Box(left, 2.21, width, 0.62))
    for lines, high in GROWS.items():
        most = "|".join(f"card-{one}.against-{lines}" for one in range(1, 5))
        rectangle(Spot(slide, f"{slug}: ground {lines}", Box(x, TOP, 2.883, high), alt=f"needs={slug},{most}"), TINT)
    members = [
        rectangle(Spot(slide, f"{slug}: ground", Box(x, TOP, 2.883, HIGH)), TINT),
        text(label, f"{{{{ {slug}.label }}}}", Type(13, colour=SECONDARY)),
        text(value, f"{{{{ {slug}.value }}}}", Type(36, bold=True)),
    ]
    for line, y in enumerate(LINES, start=1):
        token, quiet = f"{slug}.against-{line}", Type(12, colour=SECONDARY)
        words = [(f"{{{{ {token}.label }}}}\t", quiet), (f"{{{{ {token}.change }}}}", Type(12, bold=True))]
        members.append(text(Spot(slide, f"{slug}: against {line}", Box(left, y, width, 0.24)), words, quiet, tab=width))
    group(Spot(slide, f"card:{number}", alt=f"needs={slug}"), members)
