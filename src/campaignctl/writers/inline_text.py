"""Text that stands in its cell instead of in the workbook's shared list, so that it reads as it stands."""

import re

UNSAFE = re.compile(r"[^ -%'-;=?-^`-~]|_x[0-9A-Fa-f]{4}_|^ | $")
"""What takes a closer look: all but plain ASCII without ``&``, ``<``, ``>``, and blanks at the ends."""

_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def escaped(text: str) -> str:
    """Return the rest of a ``<t`` element: its attributes, and ``text`` so that it reads as it stands."""
    if not UNSAFE.search(text):
        return ">" + text
    kept = ' xml:space="preserve">' if text != text.strip() else ">"
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return kept + _ESCAPED.sub("_x005F_", safe)
