"""``python tests/benchmarks/calibrate.py [WORLDS]``: how often the estimators are right on worlds with a known answer.

Prints a row for each estimate and scenario: worlds, bias in points, how often the 95 % interval held the truth, how
often an effect was claimed. What strays most, eight noisy shops and an effect over three weeks, runs five times as many
worlds: its bias is too unsteady to be read off fewer.
"""

import sys
from collections.abc import Callable

import numpy as np
from lift_worlds import DAYS, QUIET, SCENARIOS, START, Scenario, World, world

from campaignctl.methods.lift import Estimate, net, with_control
from campaignctl.methods.near_and_far import net_of_near
from campaignctl.methods.near_and_far import taken as taken_from
from campaignctl.methods.weekly_trend import without_control

Measure = Callable[[World, int], Estimate]

NOISY, MORE = ("8 treated, noisy", "net of pull-forward"), 5


def gross(w: World, seed: int) -> Estimate:
    """Return the lift against all controls."""
    return with_control(w.treated, w.control, START, DAYS, seed=seed)


def far(w: World, seed: int) -> Estimate:
    """Return the lift against controls that lose nothing to the campaign."""
    return with_control(w.treated, w.far, START, DAYS, seed=seed)


def taken(w: World, seed: int) -> Estimate:
    """Return what near shops lost, against far ones."""
    return taken_from(w.near, w.far, START, DAYS, seed=seed)


def kept(w: World, seed: int) -> Estimate:
    """Return the lift net of what near shops lost."""
    return net_of_near(w.treated, w.near, w.far, START, DAYS, seed=seed)


def around(w: World, seed: int) -> Estimate:
    """Return the effect net of what was pulled forward."""
    return net(w.treated, w.control, START, DAYS, seed=seed)


def alone(days: int) -> Measure:
    """Return the measure of ``days`` days against the group's own trend."""
    return lambda w, seed: without_control(w.treated, START, days, seed=seed)


def rows() -> list[tuple[str, Scenario, Measure, str]]:
    """Return each estimate with its scenario, how it is made, and the truth that it is held against."""
    by_name = {scenario.name: scenario for scenario in SCENARIOS}
    near, event, nothing = (by_name[name] for name in ("near lose 20% of gain", "platform event +15%", "no effect"))
    few = by_name["few orders a day"]
    return [
        *(("ratio and trend", scenario, gross, "truth") for scenario in SCENARIOS),
        ("far control", near, far, "truth"),
        ("taken from near", near, taken, "taken"),
        ("net of near", near, kept, "kept"),
        *(("net of pull-forward", scenario, around, "net") for scenario in (QUIET, by_name["pull-forward"], few)),
        *(("weekly trend", scenario, alone(DAYS), "truth") for scenario in (QUIET, event, nothing)),
        ("trend, all that moved", event, alone(DAYS), "moved"),
        ("trend, 3 days", nothing, alone(3), "truth"),
        ("trend, 14 days", nothing, alone(14), "truth"),
    ]


def main(worlds: int) -> None:
    """Print the table."""
    print("bias in points ± its standard error, share of intervals that hold the truth, of those that leave out zero")
    print(f"{'estimate':<23}{'scenario':<23}{'worlds':>7}{'bias':>8}{'±':>6}{'covers':>8}{'claims':>8}")
    for number, (name, scenario, measure, truth) in enumerate(rows()):
        many = worlds * MORE if {name, scenario.name} & set(NOISY) else worlds
        made = (measure, truth)
        print(f"{name:<23}{scenario.name:<23}" + _line(scenario, made, many, 1_000_000 * number), flush=True)


def _line(scenario: Scenario, made: tuple[Measure, str], worlds: int, seed: int) -> str:
    (measure, truth), off, held, claimed = made, [], 0, 0
    for number in range(worlds):
        one = world(scenario, seed + number)
        found, true = measure(one, number), getattr(one, truth)
        off.append(found.effect - true)
        held += found.low <= true <= found.high
        claimed += not found.holds_zero
    bias, error = 100 * np.mean(off), 100 * np.std(off) / np.sqrt(worlds)
    return f"{worlds:>7}{bias:>+8.1f}{error:>6.1f}{held / worlds:>8.1%}{claimed / worlds:>8.1%}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
