"""What detectors may look at: figures entered so far, sales by stretch, what was registered, and what streams did.

Money is in minor units throughout. What is not known is empty, and its detectors find nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.insights.facts import Beside, DaySold, Event, Funnel, Kept, PaidBack, ShopEvent, SkuSold, StreamSold
from campaignctl.insights.history import History
from campaignctl.insights.terms import CHANGE, CHANGE_HIGH, CHANGE_LOW, COUNT, MONEY, RATIO, USUAL, Term
from campaignctl.methods.own_past import Change
from campaignctl.methods.own_past_share import ShareChange
from campaignctl.metrics.ledger import At, Ledger
from campaignctl.metrics.metric import Unit

FEW_ORDERS = 20
"""Orders below which one buyer more or less turns every share."""

WRITTEN_OUT_BELOW = 10_000
"""Amounts in major units below which a sentence gives every unit."""

LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything a detector may use; ``names`` gives a seller's, product's or SKU's name by id.

    ``listed_before`` words the days of the product list before: ``Nov 6 to 11``. While the campaign ``still_runs``
    every target is the part that is due by now.
    """

    campaign: Campaign
    ledger: Ledger
    history: History = field(default_factory=History)
    names: Mapping[str, str] = field(default_factory=dict)
    days: tuple[DaySold, ...] = ()
    skus: tuple[SkuSold, ...] = ()
    streams: tuple[StreamSold, ...] = ()
    unregistered: tuple[Beside, ...] = ()
    paid_back: tuple[PaidBack, ...] = ()
    promises: tuple[Kept, ...] = ()
    events: tuple[Event, ...] = ()
    shop_events: tuple[ShopEvent, ...] = ()
    funnels: tuple[Funnel, ...] = ()
    listed_before: str = ""
    still_runs: bool = False

    @property
    def target(self) -> str:
        """``target``, or ``target to date`` while the campaign runs."""
        return "target to date" if self.still_runs else "target"

    @property
    def gmv(self) -> int:
        """GMV of the campaign in minor units; 0 without orders."""
        value = self.ledger.value("gmv")
        return 0 if value is None else self.minor(float(value))

    @property
    def is_slight(self) -> bool:
        """Whether so little was sold that shares and averages of it tell of single buyers; not known is not slight."""
        orders = self.ledger.value("orders")
        return orders is not None and orders < FEW_ORDERS

    def minor(self, major: float) -> int:
        """Return an amount of the campaign's currency in minor units, rounded to the nearest."""
        return round(major * int(10**self.ledger.currency.decimals))

    def called(self, key: str) -> str:
        """Return what people call a key: its name, else the key itself, on one line."""
        line = " ".join((self.names.get(key) or key).split())
        return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1].rstrip() + "…"

    def money(self, word: str, key: str, minor: int) -> str:
        """Enter an amount under ``insight_money.<word>.<key>`` and return its token for a sentence."""
        return self._amount(MONEY, word, key, minor)

    def usual(self, word: str, key: str, minor: int) -> str:
        """Enter what is usual and return its token."""
        return self._amount(USUAL, word, key, minor)

    def _amount(self, term: Term, word: str, key: str, minor: int) -> str:
        """Enter an amount; a small one is written out, for ``$1K`` may be anything from $500 to $1,499."""
        amount = self.ledger.money(minor)
        form = Format.MONEY if abs(amount) < WRITTEN_OUT_BELOW else None
        return _token(self.ledger.enter(term, amount, At(word, key), form=form).id)

    def share(self, word: str, key: str, value: float, *, signed: bool = False) -> str:
        """Enter a share (a fraction), or a change where it is ``signed``, and return its token."""
        at = At(word, key, comparison="usual" if signed else "")
        return _token(self.ledger.enter(CHANGE, value, at, form=Format.PERCENT).id)

    def points(self, word: str, key: str, value: float) -> str:
        """Enter a difference of two rates and return its token."""
        return _token(self.ledger.enter(CHANGE, value, At(word, key, comparison="usual"), form=Format.POINTS).id)

    def count(self, word: str, key: str, value: int) -> str:
        """Enter a count and return its token."""
        return _token(self.ledger.enter(COUNT, value, At(word, key)).id)

    def ratio(self, word: str, key: str, value: float) -> str:
        """Enter a ratio and return its token."""
        return _token(self.ledger.enter(RATIO, value, At(word, key)).id)

    def change(self, word: str, key: str, found: Change, of: str = "") -> tuple[str, Sentence]:
        """Enter a change with its interval; return its token, and the interval as a sentence.

        ``of`` says what changed where the insight's own words do not give the change: its size then opens the sentence.
        """
        at = At(word, key).against("usual")
        effect = self.ledger.enter(CHANGE, found.effect, at, form=Format.PERCENT, interval=(found.low, found.high))
        low = self.ledger.enter(CHANGE_LOW, found.low, at, form=Format.PERCENT)
        high = self.ledger.enter(CHANGE_HIGH, found.high, at, form=Format.PERCENT)
        none = ", not distinguishable from zero" if found.low <= 0 <= found.high else ""
        opening = f"{of} {_token(effect.id)}, " if of else ""
        return _token(effect.id), say(f"{opening}95% interval {_token(low.id)} to {_token(high.id)}{none}")

    def share_change(self, word: str, key: str, found: ShareChange) -> Sentence:
        """Enter a share's change in points with its interval; return the interval as a sentence."""
        at, span = At(word, key).against("usual"), (found.low, found.high)
        points = self.ledger.enter(CHANGE, found.points, at, form=Format.POINTS, interval=span)
        low = self.ledger.enter(CHANGE_LOW, found.low, at, form=Format.POINTS)
        high = self.ledger.enter(CHANGE_HIGH, found.high, at, form=Format.POINTS)
        return say(f"its share {_token(points.id)}, 95% interval {_token(low.id)} to {_token(high.id)}")


def _token(figure: str) -> str:
    return f"{{{figure}}}"


def unit_of(measure: str) -> Unit:
    """Return what a measure of the history counts."""
    return Unit.COUNT if measure == "units" else Unit.MONEY
