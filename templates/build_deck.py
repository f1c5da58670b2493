"""The deck template is drawn by this script, so that its look can be read, reviewed and changed.

``python templates/build_deck.py`` writes ``templates/deck.pptx`` anew, byte for byte the same; another path may be
given. Teams who change the file in PowerPoint instead keep their copy in the ``templates`` folder of a campaign.
"""

import sys
from io import BytesIO
from pathlib import Path

from making.master import blank
from making.slides import PROTOTYPES

from campaignctl.writers.canonical import canonical_bytes


def build() -> bytes:
    """Return the template as bytes."""
    deck = blank()
    for prototype in PROTOTYPES:
        prototype(deck)
    deck.core_properties.title = "Campaign report: template"
    deck.core_properties.author = "campaignctl"
    deck.core_properties.last_modified_by = "campaignctl"
    stream = BytesIO()
    deck.save(stream)
    return canonical_bytes(stream.getvalue())


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "deck.pptx"
    target.write_bytes(build())
