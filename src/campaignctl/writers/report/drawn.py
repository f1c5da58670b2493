"""What a chart draws: its series, where those met and those missed are one row of bars in two colours."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaignctl.domain.charts import Chart, ChartKind, Role, Series


@dataclass(frozen=True, slots=True)
class Drawn:
    """One row of marks: a figure id or a gap per category, and the role of each mark."""

    name: str
    values: tuple[str | None, ...]
    roles: tuple[Role, ...]
    line: bool = False
    at: int = 0  # its place among the identities
    low: tuple[str | None, ...] = ()
    high: tuple[str | None, ...] = ()

    @property
    def role(self) -> Role:
        """The role that its key in the legend shows."""
        return self.roles[0] if len(set(self.roles)) == 1 else Role.CAMPAIGN


def drawn(chart: Chart) -> tuple[Drawn, ...]:
    """Return the rows of marks of ``chart`` in their order.

    Beside a target, what met it and what missed it never share a category; as two series they would leave holes
    between the bars, so they become one whose bars keep the colour of their own series.
    """
    rows = [
        Drawn(
            series.name,
            series.values,
            (series.role,) * len(series.values),
            _is_line(chart, series),
            at,
            series.low,
            series.high,
        )
        for at, series in enumerate(chart.series)
    ]
    bars = [row for row in rows if not row.line and row.role is not Role.TARGET]
    if len(bars) < len([row for row in rows if not row.line]) and _met_and_missed(bars):
        kept = [row for row in rows if row not in bars[1:]]
        return tuple(_merged(bars) if row is bars[0] else row for row in kept)
    return tuple(rows)


def _is_line(chart: Chart, series: Series) -> bool:
    return series.line and chart.kind in (ChartKind.COMBO, ChartKind.COLUMN)


def take_turns(rows: Sequence[Drawn]) -> bool:
    """Whether several rows never have a value in the same category, so that their bars can share one place."""
    if len(rows) < 2:
        return False
    return all(
        sum(value is not None for value in some) <= 1 for some in zip(*(row.values for row in rows), strict=True)
    )


def _met_and_missed(rows: Sequence[Drawn]) -> bool:
    return take_turns(rows) and sorted(row.role for row in rows) == [Role.ATTENTION, Role.CAMPAIGN]


def _merged(rows: Sequence[Drawn]) -> Drawn:
    """Return two rows as one; the legend cannot show a second colour, so the name says it."""
    met, missed = sorted(rows, key=lambda row: row.role is Role.ATTENTION)
    pairs = list(zip(met.values, missed.values, strict=True))
    if not any(missed.values):
        return met
    return Drawn(
        f"{met.name} (orange: {missed.name})",
        tuple(one or other for one, other in pairs),
        tuple(Role.ATTENTION if other else Role.CAMPAIGN for _, other in pairs),
    )
