"""The house look in numbers: colours, type sizes and the grid that every slide of the deck stands on."""

from dataclasses import dataclass

INK, PAPER, SECONDARY, TINT = "tx1", "bg1", "tx2", "bg2"  # places in the theme, so that a re-themed deck follows
CAMPAIGN, GOOD = "accent1", "accent3"
GRID, BASELINE, ATTENTION = "E3E7ED", "9AA5B1", "E4572E"

THEME = {
    "dk1": "14213D",
    "lt1": "FFFFFF",
    "dk2": "5B6577",
    "lt2": "F5F7FA",
    "accent1": "1F6FEB",
    "accent2": "E69F00",
    "accent3": "2A9D8F",
    "accent4": "CC79A7",
    "accent5": "6C5CE7",
    "accent6": "8D6E63",
    "hlink": "1F6FEB",
    "folHlink": "5B6577",
}
CUSTOM = {"attention": ATTENTION, "good": THEME["accent3"], "baseline": BASELINE, "grid": GRID}

FONT = "Calibri"
WIDTH, HEIGHT = 13.333, 7.5
LEFT, RIGHT = 0.6, 12.733
CONTENT = RIGHT - LEFT


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the slide in inches."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: points, weight, colour, alignment (``l``, ``r``, ``ctr``) and anchor (``t``, ``ctr``, ``b``)."""

    size: float
    bold: bool = False
    colour: str = INK
    align: str = "l"
    anchor: str = "t"


TRACKER = Box(LEFT, 0.32, CONTENT, 0.22)
TITLE = Box(LEFT, 0.62, CONTENT, 0.92)
UNIT = Box(LEFT, 1.60, CONTENT, 0.25)
KEY = Box(7.0, 1.60, RIGHT - 7.0, 0.25)
BESIDE_KEY = 6.2  # width of a unit line that has a key on its right
FOOTER_RULE = Box(LEFT, 6.95, CONTENT, 0)
FOOTER = Box(LEFT, 7.02, 11.3, 0.42)
PAGE = Box(RIGHT - 0.7, 7.02, 0.7, 0.22)


def emu(inches: float) -> int:
    """Return inches in English Metric Units, the unit of every Office drawing."""
    return round(inches * 914400)


def colour(name: str) -> str:
    """Return the XML of a colour: a place of the theme, or six hexadecimal digits."""
    if len(name) == 6 and set(name) <= set("0123456789ABCDEF"):
        return f'<a:srgbClr val="{name}"/>'
    return f'<a:schemeClr val="{name}"/>'


def fill(name: str) -> str:
    """Return the XML of a solid fill; an empty name is no fill."""
    return f"<a:solidFill>{colour(name)}</a:solidFill>" if name else "<a:noFill/>"


def line(name: str, points: float, dash: str = "") -> str:
    """Return the XML of a line; an empty name is no line."""
    if not name:
        return "<a:ln><a:noFill/></a:ln>"
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{round(points * 12700)}" cap="flat">{fill(name)}{dashed}<a:round/></a:ln>'
