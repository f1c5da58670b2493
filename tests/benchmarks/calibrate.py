"""``python tests/benchmarks/calibrate.py [WORLDS]``: how often the estimators are right on worlds with a known answer.

Prints a table a scenario: bias in points, how often the 95 % interval held the truth, how often an effect was claimed.
The scenario of eight noisy shops runs five times as many worlds: its bias is too unsteady to be read off fewer.
"""

import sys
from collections.abc import Callable

import numpy as np
from lift_worlds import DAYS, QUIET, SCENARIOS, START, Scenario, World, world

from campaignctl.methods.lift import Estimate, net, with_control
from campaignctl.methods.weekly_trend import without_control

Measure = Callable[[World, int], Estimate]

NOISY, MORE = "8 treated, noisy", 5


def gross(w: World, seed: int) -> Estimate:
    """Return the lift against all controls."""
    return with_control(w.treated, w.control, START, DAYS, seed=seed)


def far(w: World, seed: int) -> Estimate:
    """Return the lift against controls that lose nothing to the campaign."""
    return with_control(w.treated, w.far, START, DAYS, seed=seed)


def taken(w: World, seed: int) -> Estimate:
    """Return what near shops lost, against far ones."""
    return with_control(w.near, w.far, START, DAYS, seed=seed)


def around(w: World, seed: int) -> Estimate:
    """Return the effect net of what was pulled forward."""
    return net(w.treated, w.control, START, DAYS, seed=seed)


def alone(w: World, seed: int) -> Estimate:
    """Return the lift against the group's own trend."""
    return without_control(w.treated, START, DAYS, seed=seed)


def main(worlds: int) -> None:
    """Print the table."""
    print(f"{worlds} worlds a row; bias in points ± its standard error, share of intervals that hold the truth")
    by_name = {scenario.name: scenario for scenario in SCENARIOS}
    rows: list[tuple[str, Scenario, Measure, str]] = [("ratio and trend", s, gross, "truth") for s in SCENARIOS]
    near = by_name["near lose 20% of gain"]
    rows += [("far control", near, far, "truth"), ("taken from near", near, taken, "taken")]
    rows += [("net of pull-forward", s, around, "net") for s in (QUIET, by_name["pull-forward"])]
    rows += [("weekly trend", s, alone, "truth") for s in (QUIET, by_name["platform event +15%"], by_name["no effect"])]
    print(f"{'estimator':<22}{'scenario':<24}{'bias':>8}{'±':>6}{'covers':>8}{'claims':>8}")
    for number, (name, scenario, measure, truth) in enumerate(rows):
        print(
            f"{name:<22}{scenario.name:<24}" + _line(scenario, measure, truth, worlds, 1_000_000 * number), flush=True
        )


def _line(scenario: Scenario, measure: Measure, truth: str, worlds: int, seed: int) -> str:
    off, held, claimed = [], 0, 0
    worlds *= MORE if scenario.name == NOISY else 1
    for number in range(worlds):
        made = world(scenario, seed + number)
        found, true = measure(made, number), getattr(made, truth)
        off.append(found.effect - true)
        held += found.low <= true <= found.high
        claimed += not found.holds_zero
    bias, error = 100 * np.mean(off), 100 * np.std(off) / np.sqrt(worlds)
    return f"{bias:>+8.1f}{error:>6.1f}{held / worlds:>8.1%}{claimed / worlds:>8.1%}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
