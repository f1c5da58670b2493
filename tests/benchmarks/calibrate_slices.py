"""``python tests/benchmarks/calibrate_slices.py [CUBES]``: how often the slices that moved are the ones named.

Prints F1 of exact sets of causes for one, two and three causes of one, two and three dimensions.
"""

import sys

from slice_worlds import cube

from campaignctl.methods.slices import moved


def main(cubes: int) -> None:
    """Print the table."""
    print(f"{cubes} cubes a cell; F1 of exact sets of causes")
    heads = "".join(f"{causes} cause{'s' if causes > 1 else ''}".rjust(12) for causes in (1, 2, 3))
    for in_proportion, words in ((False, "leaves stray as sums do"), (True, "leaves stray in proportion")):
        print(f"{words}\n{'dimensions':<12}{heads}")
        for dimensions in (1, 2, 3):
            cells = [f1(causes, dimensions, cubes, in_proportion=in_proportion) for causes in (1, 2, 3)]
            print(f"{dimensions:<12}" + "".join(f"{cell:>12.2f}" for cell in cells), flush=True)


def f1(causes: int, dimensions: int, cubes: int, *, in_proportion: bool) -> float:
    """Return F1 of the slices named over ``cubes`` cubes."""
    hits = named = true = 0
    for number in range(cubes):
        made = cube(causes, dimensions, 1000 * causes + 100_000 * dimensions + number, in_proportion=in_proportion)
        found = {each.names for each in moved(made.codes, made.forecast, made.actual)}
        hits += len(found & made.causes)
        named += len(found)
        true += len(made.causes)
    return 2 * hits / (named + true)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
