"""What detectors may look at: figures entered so far, sales by stretch, what was registered, and the estimates."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.document import Sentence, say
from campaignctl.domain.formats import Format
from campaignctl.insights.history import History
from campaignctl.insights.terms import CHANGE, CHANGE_HIGH, CHANGE_LOW, MONEY, USUAL
from campaignctl.methods.own_past import Change
from campaignctl.metrics.ledger import At, Ledger
from campaignctl.metrics.metric import Unit


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything a detector may use; what is not known is empty, and its detectors find nothing.

    ``names`` gives a seller's or product's name by id. ``registered`` has a row per registered line, ``streams`` a row
    per stream of the campaign, ``changes`` the rows of the sheet Changes.
    """

    campaign: Campaign
    ledger: Ledger
    history: History = field(default_factory=History)
    names: Mapping[str, str] = field(default_factory=dict)
    registered: pd.DataFrame | None = None
    streams: pd.DataFrame | None = None
    changes: pd.DataFrame | None = None

    @property
    def gmv(self) -> int:
        """GMV of the campaign in minor units; 0 without orders."""
        value = self.ledger.value("gmv")
        return 0 if value is None else round(float(value) * 10**self.ledger.currency.decimals)

    def called(self, key: str) -> str:
        """Return what people call a key: its name, else the key itself, on one line."""
        return " ".join((self.names.get(key) or key).split())[:40]

    def money(self, word: str, key: str, minor: int) -> str:
        """Enter an amount under ``insight_money.<word>.<key>`` and return its token for a sentence."""
        figure = self.ledger.enter(MONEY, self.ledger.money(minor), At(word, key))
        return f"{{{figure.id}}}"

    def share(self, word: str, key: str, value: float) -> str:
        """Enter a share (a fraction) and return its token."""
        figure = self.ledger.enter(CHANGE, value, At(word, key), form=Format.PERCENT)
        return f"{{{figure.id}}}"

    def usual(self, word: str, key: str, minor: int) -> str:
        """Enter what is usual and return its token."""
        return f"{{{self.ledger.enter(USUAL, self.ledger.money(minor), At(word, key)).id}}}"

    def change(self, word: str, key: str, found: Change) -> tuple[str, Sentence]:
        """Enter a change with its interval; return its token, and the interval as a sentence."""
        at = At(word, key).against("usual")
        effect = self.ledger.enter(CHANGE, found.effect, at, form=Format.PERCENT, interval=(found.low, found.high))
        low = self.ledger.enter(CHANGE_LOW, found.low, at, form=Format.PERCENT)
        high = self.ledger.enter(CHANGE_HIGH, found.high, at, form=Format.PERCENT)
        return f"{{{effect.id}}}", say(f"95% interval {{{low.id}}} to {{{high.id}}}")


def unit_of(measure: str) -> Unit:
    """Return what a measure of the history counts."""
    return Unit.COUNT if measure == "units" else Unit.MONEY
