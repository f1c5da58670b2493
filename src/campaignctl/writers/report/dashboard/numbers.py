"""The numbers of the sheet Dashboard: formulas that read the metrics off the cube for what is chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from campaignctl.domain.cube import Axis, Reading
from campaignctl.domain.document import Document
from campaignctl.domain.formats import CENTS_BELOW, Format
from campaignctl.domain.money import CURRENCIES
from campaignctl.writers.report.cells import plain
from campaignctl.writers.report.dashboard.choice import Choice
from campaignctl.writers.report.dashboard.hidden import Cells, Computed, Hidden, Value

NONE = "–"
MOST_SELLERS = 10
MOST_WAYS = 8
TIE = 10_000  # what breaks a tie between sellers is smaller than a minor unit


@dataclass(frozen=True, slots=True)
class Parts:
    """A row of a chart: names, values, and what they are held against where that is known."""

    names: Cells
    values: Cells
    against: Mapping[str, Cells]
    partial: tuple[int, ...] = ()  # days that are not over
    largest: float = 0.0  # of the values, whatever is chosen


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number that the sheet shows."""

    readings: Mapping[str, Computed]
    sums: Mapping[str, str]
    days: Parts
    ways: Parts | None
    way: Axis | None
    sellers: Parts
    of_sellers: Mapping[str, tuple[Cells, tuple[Value, ...]]]  # figures of sellers, by metric and comparison
    ranked: Cells  # the places of the sellers shown, the largest first
    order: tuple[int, ...]  # the same, as they stand before anything is chosen
    sold: Computed  # how many sellers sold any of what is chosen


def numbers_of(document: Document, choice: Choice, calc: Hidden) -> Numbers:
    """Write the formulas on the hidden sheet and return where they stand."""
    cube, sums = choice.cube, choice.cube.sums({})
    totals = calc.add("sums", [(f"={choice.total(name)}", sums[name]) for name in cube.measures])
    cells = {name: totals.at(at) for at, name in enumerate(cube.measures)}
    once = {reading.metric: _once(document, choice, calc, reading) for reading in cube.readings if not reading.plus}
    readings: dict[str, Computed] = {}
    for reading in cube.readings:
        summed = f"={formula(reading, cells, minor_units(cube.currency))}" if reading.plus else ""
        readings[reading.metric] = once.get(reading.metric) or (summed, _now(document, reading))
    way = next((axis for scope in ("channel", "promotion") if (axis := cube.axis(scope))), None)
    order = _order(choice)
    ranked, sellers, sold = _ranked(choice, calc, order)
    return Numbers(
        readings,
        cells,
        _days(document, choice, calc),
        _parts(choice, calc, way, MOST_WAYS) if way else None,
        way,
        sellers,
        {one: _of_sellers(document, choice, calc, one) for one in ("gmv~target", "orders", "aov", "sold_through")},
        ranked,
        order,
        sold,
    )


def formula(reading: Reading, cells: Mapping[str, str], minor: int) -> str:
    """Return a reading over cells of sums, in its natural unit: a dash where there is nothing to divide by."""
    top = "+".join(cells[name] for name in reading.plus) + "".join(f"-{cells[name]}" for name in reading.minus)
    if not reading.over:
        return f"({top})/{minor}" if reading.unit else f"({top})"
    below = "+".join(cells[name] for name in reading.over)
    return f'IF(({below})=0,"{NONE}",({top})/({below}))'


def figure_value(document: Document, figure_id: str) -> Value:
    """Return the number of a figure, or the words that say that there is none."""
    figure = document.figures.get(figure_id)
    if figure is None:
        return NONE
    return figure.words if figure.number is None else figure.number


def money_words(cell: str, currency: str) -> str:
    """Return a formula for an amount in words, its cents below a hundred; how they are set apart is up to Office."""
    known = CURRENCIES.get(currency)
    symbol, decimals = (known.symbol, known.decimals) if known else (f"{currency} ", 2)
    return f'"{symbol}"&FIXED({cell},IF({cell}<{CENTS_BELOW},{decimals},0))'


def minor_units(currency: str) -> int:
    """Return how many minor units a unit of a currency has."""
    return int(10 ** (CURRENCIES[currency].decimals if currency in CURRENCIES else 2))


def _now(document: Document, reading: Reading) -> Value:
    return figure_value(document, reading.figure())


def _once(document: Document, choice: Choice, calc: Hidden, reading: Reading) -> Computed:
    """Return what is no sum of rows: the figure of the whole, of one seller or of one category, else a dash."""
    lists = {}
    for scope in ("category", "seller"):
        axis = choice.cube.axis(scope)
        members = axis.members if axis else ()
        ids = [reading.figure(), *(reading.figure(f"{scope}.{member.slug}") for member in members)]
        lists[scope] = calc.add(f"{reading.metric} by {scope}", [figure_value(document, one) for one in ids])
    found = {scope: f"INDEX({cells.whole},{choice.places[scope]}+2)" for scope, cells in lists.items()}
    text = (
        f'=IF({choice.alone}="total",{lists["seller"].at(0)},IF({choice.alone}="seller",{found["seller"]},'
        f'IF({choice.alone}="category",{found["category"]},"{NONE}")))'
    )
    now = _now(document, reading)
    return f"={calc.add(reading.metric, [(text, now)]).at(0)}", now


def _days(document: Document, choice: Choice, calc: Hidden) -> Parts:
    """Return GMV by day; target and baseline are known for the whole alone and are gaps else."""
    axis = choice.cube.axis("day")
    members = axis.members if axis else ()
    found = _parts(choice, calc, axis) if axis else None
    against = {}
    for word in ("baseline", "target"):
        values = [document.figures.get(f"gmv.day.{member.slug}@{word}") for member in members]
        numbers = [figure.number for figure in values if figure is not None and figure.number is not None]
        if len(numbers) == len(members):
            lines: list[Value | Computed] = [
                (f'=IF({choice.alone}="total",{number!r},NA())', number) for number in numbers
            ]
            against[word] = calc.add(f"{word} by day", lines)
    if found is None:
        raise ValueError("a cube without days has no dashboard")
    return replace(found, against=against, partial=axis.partial if axis else ())


def _parts(choice: Choice, calc: Hidden, axis: Axis, most: int | None = None) -> Parts:
    """Return GMV by the members of an axis, for what is chosen; those beyond ``most`` stand together in the last."""
    reading = choice.cube.reading("gmv")
    if reading is None:
        raise ValueError("a cube without GMV has no dashboard")
    folds = most is not None and len(axis.members) > most + 1
    shown = axis.members[:most] if folds else axis.members
    others = [f"{len(axis.members) - len(shown)} others"] if folds else []
    names = calc.add(f"{axis.scope} names", [*(plain(member.label) for member in shown), *others])
    minor, by = minor_units(choice.cube.currency), choice.cube.sums_by(axis.scope)
    measure = reading.plus[0]
    formulas = [choice.total(measure, (axis.scope, str(at))) for at in range(len(shown))]
    worth = [(reading.of(sums) or 0) / minor for sums in by]
    values: list[Value | Computed] = [
        (f"={text}/{minor}", now) for text, now in zip(formulas, worth[: len(shown)], strict=True)
    ]
    if folds:
        rest = choice.total(measure, (axis.scope, f'">={len(shown)}"'))
        values.append((f"={rest}/{minor}", sum(worth[len(shown) :])))
    largest = max(worth, default=0.0)
    return Parts(names, calc.add(f"gmv by {axis.scope}", values), {}, largest=largest)


def _of_sellers(document: Document, choice: Choice, calc: Hidden, one: str) -> tuple[Cells, tuple[Value, ...]]:
    axis = choice.cube.axis("seller")
    metric, sign, comparison = one.partition("~")
    ids = [f"{metric}.seller.{member.slug}{sign}{comparison}" for member in (axis.members if axis else ())]
    values = tuple(figure_value(document, each) for each in ids)
    return calc.add(f"{one} of sellers", values), values


def _order(choice: Choice) -> tuple[int, ...]:
    by = choice.of_sellers
    return tuple(sorted(range(len(by)), key=lambda at: (-by[at]["value"], at))[:MOST_SELLERS])


def _ranked(choice: Choice, calc: Hidden, order: Sequence[int]) -> tuple[Cells, Parts, Computed]:
    """Return the sellers with the most GMV in what is chosen: places, names, values, and how many sold at all."""
    by = [sums["value"] for sums in choice.of_sellers]
    minor = minor_units(choice.cube.currency)
    keys: list[Value | Computed] = []
    for at, value in enumerate(by):
        chosen = f"OR({choice.places['seller']}=-1,{choice.places['seller']}={at})"
        summed = choice.total("value", ("seller", str(at)), of=("category",))
        keys.append((f"=IF({chosen},{summed},0)-{at}/{TIE}", value - at / TIE))
    ranking = calc.add("seller rank", keys)
    places = calc.add(
        "seller places",
        [(f"=MATCH(LARGE({ranking.whole},{k}),{ranking.whole},0)-1", at) for k, at in enumerate(order, 1)],
    )
    whole = [f"ROUND(INDEX({ranking.whole},{places.at(k)}+1),0)" for k in range(len(order))]
    worth: list[Value | Computed] = [
        (f"=MAX(0,{value})/{minor}", by[at] / minor) for value, at in zip(whole, order, strict=True)
    ]
    values = calc.add("seller gmv", worth)
    labels = choice.labels["seller"]
    named: list[Value | Computed] = [
        (
            f'=IF({values.at(k)}=0,"",INDEX({choice.lists["seller"].whole},{places.at(k)}+2))',
            labels[at + 1] if by[at] else "",
        )
        for k, at in enumerate(order)
    ]
    sold = (f'=COUNTIF({ranking.whole},">0")', sum(value > 0 for value in by))
    largest = max(by, default=0) / minor
    return places, Parts(calc.add("seller names", named), values, {}, largest=largest), sold


def seller_cell(choice: Choice, numbers: Numbers, row: int, reading: Reading) -> Computed:
    """Return a reading of the seller in a ``row`` of the ranking, within the category chosen."""
    place = numbers.ranked.at(row)
    needed: Sequence[str] = (*reading.plus, *reading.minus, *reading.over)
    cells = {name: choice.total(name, ("seller", place), of=("category",)) for name in needed}
    minor = minor_units(choice.cube.currency)
    value = reading.of(choice.of_sellers[numbers.order[row]])
    now = NONE if value is None else value / minor if reading.unit else value
    return formula(reading, cells, minor), now


def seller_figure(choice: Choice, numbers: Numbers, row: int, one: str) -> Computed:
    """Return a figure of the seller in a ``row`` of the ranking: told where the category leaves all that it sold."""
    column, values = numbers.of_sellers[one]
    place, seller = numbers.ranked.at(row), choice.columns["seller"].whole
    rows = f"COUNTIFS({seller},{place})"
    within = f"COUNTIFS({seller},{place},{choice.columns['category'].whole},{choice.criteria['category']})"
    return f'IF({rows}={within},INDEX({column.whole},{place}+1),"{NONE}")', values[numbers.order[row]]


def in_full(reading: Reading) -> Format:
    """Return how a table writes a reading: money in whole units."""
    return Format.MONEY if reading.format is Format.MONEY_SHORT else reading.format
