"""The large figure beside a sentence is what the sentence is about: money, a share, or the count that it opens with."""

import pytest

from campaignctl.domain.document import Document, Section, Text
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Mark
from campaignctl.writers.pptx.scene import Scene

FIGURES = {
    "least_days.total": Figure("least_days.total", "Days", 56, "count", Format.COUNT),
    "gmv.total": Figure("gmv.total", "GMV", 166_000, "USD", Format.MONEY_SHORT),
}


def large(sentence: Sentence) -> list[str]:
    section = Section("summary", "Summary", say("x"), parts=(Text("summary-points", (sentence,)),))
    scene = Scene(Document("Deals", "", FIGURES, (section,)), dict.fromkeys(Mark, "000000"), section)
    return [piece.text for piece in scene.pieces("summary-points.1.figure")]


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("It cannot be told: that needs {least_days.total} days.", []),
        ("{least_days.total} days are needed.", ["56"]),
        ("Shops sold {gmv.total}.", ["$166K"]),
    ],
)
def test_a_count_in_passing_is_not_shown_large(sentence, shown):
    assert large(say(sentence)) == shown
