"""The figures of one report, each under its id: whatever a sentence, table or chart shows was entered here once."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import count
from typing import Protocol

from campaignctl.domain.figures import Figure, figure_id, slug
from campaignctl.domain.formats import Format
from campaignctl.domain.money import CURRENCIES, Currency
from campaignctl.domain.sentences import Ref
from campaignctl.metrics.metric import Unit

Key = str | None
"""The key of a scope as the data have it; None is "unknown"."""

Number = Decimal | float | int


class Defined(Protocol):
    """What gives a figure its name and meaning: a metric's page, or a count that a stage defines."""

    @property
    def id(self) -> str:
        """The first word of the figure's id."""

    @property
    def label(self) -> str:
        """The words beside the number."""

    @property
    def unit(self) -> Unit:
        """What is counted."""

    @property
    def format(self) -> Format:
        """How it is written."""

    @property
    def formula(self) -> str:
        """How it is computed."""


@dataclass(frozen=True, slots=True)
class At:
    """Which figure of a metric: of which scope and key, of which period, compared with what.

    The total has no key; the key None is "unknown".
    """

    scope: str = "total"
    key: Key = ""
    period: str = ""
    comparison: str = ""

    def on(self, period: str) -> "At":
        """Return the same place in another period (``baseline``, ``target``)."""
        return replace(self, period=period)

    def against(self, comparison: str) -> "At":
        """Return the same place compared with another period."""
        return replace(self, comparison=comparison)


TOTAL = At()


class Ledger:
    """Figures by id, and the slug of every key."""

    def __init__(self, currency: str) -> None:
        self.currency: Currency = CURRENCIES.get(currency) or Currency(currency, 2, currency + " ")
        self.figures: dict[str, Figure] = {}
        self._slugs: dict[str, dict[Key, str]] = {}
        self._taken: set[tuple[str, str]] = set()

    def id(self, metric: str, at: At = TOTAL) -> str:
        """Return the id of a figure."""
        return figure_id(metric, at.scope, self.slug(at), at.period, at.comparison)

    def slug(self, at: At) -> str:
        """Return the word of a place's key in figure ids; nothing of the total."""
        return "" if at.key == "" else self._slug(at.scope, at.key)

    def _slug(self, scope: str, key: Key) -> str:
        known = self._slugs.setdefault(scope, {})
        if key not in known:
            word = slug(key) if key is not None else "unknown"
            numbered = (word if n == 1 else f"{word}-{n}" for n in count(1))
            known[key] = next(name for name in numbered if (scope, name) not in self._taken)
            self._taken.add((scope, known[key]))
        return known[key]

    def enter(  # noqa: PLR0913 - a figure's whole content, by name
        self,
        defined: Defined,
        value: Number | None,
        at: At = TOTAL,
        *,
        form: Format | None = None,
        reason: str = "",
        interval: tuple[Decimal | float, Decimal | float] | None = None,
    ) -> Figure:
        """Enter a value in its natural unit (money in major units) and return its figure.

        ``form`` is given where it is not the metric's own, as for a change; ``interval`` for an estimate.
        ``ValueError`` when the id is taken by another value: a number is computed in one place.
        """
        in_money = defined.unit is Unit.MONEY and form in (None, Format.MONEY, Format.MONEY_SHORT)
        figure = Figure(
            id=self.id(defined.id, at),
            label=defined.label,
            value=value,
            unit=self.currency.code if in_money else ("" if form else _UNIT_WORDS.get(defined.unit, "")),
            format=form or defined.format,
            definition=defined.formula,
            dimensions={} if at.key == "" else {at.scope: "unknown" if at.key is None else at.key},
            low=interval[0] if interval else None,
            high=interval[1] if interval else None,
            reason=reason,
        )
        if self.figures.setdefault(figure.id, figure) != figure:
            raise ValueError(f"the figure {figure.id} is entered twice with two values")
        return figure

    def get(self, metric: str, at: At = TOTAL) -> Figure | None:
        """Return a figure, or None when it was not entered."""
        return self.figures.get(self.id(metric, at))

    def value(self, metric: str, at: At = TOTAL) -> Number | None:
        """Return the value of a figure; None when it is not available or was not entered."""
        figure = self.get(metric, at)
        return figure.value if figure else None

    def ref(self, metric: str, at: At = TOTAL, form: Format | None = None) -> Ref | None:
        """Return a reference to a figure for a table's cell, or None when it was not entered."""
        figure = self.get(metric, at)
        return Ref(figure.id, format=form) if figure else None

    def money(self, minor: Decimal | int) -> Decimal:
        """Return minor units as major ones, rounded half up to a whole minor unit."""
        return self.currency.major(int(Decimal(minor).to_integral_value(ROUND_HALF_UP)))


_UNIT_WORDS = {Unit.COUNT: "count", Unit.RATE: "share", Unit.SECONDS: "s"}
