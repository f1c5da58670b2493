"""``python tests/benchmarks/calibrate_fake_dates.py [WORLDS]``: what fake dates show where nothing was on.

Prints, for each number of weeks that a fake date lies back, its mean, its spread and how often its interval holds zero;
then how often all fall on one side, and whether that tells on which side the campaign's own estimate errs.
"""

import sys

import numpy as np
from lift_worlds import DAYS, SCENARIOS, START, Scenario, world

from campaignctl.methods.fake_dates import distinguishable, fake_starts
from campaignctl.methods.lift import with_control

NAMES = ("no effect", "quiet", "rough group swings")
FIRST = 50_000_000


def main(worlds: int) -> None:
    """Print a block for each scenario."""
    print("fake dates: mean in points ± its standard error, spread in points, share of intervals that hold zero")
    for scenario in (each for name in NAMES for each in SCENARIOS if each.name == name):
        fakes, holds, errors, told = measured(scenario, worlds)
        print(f"{scenario.name}, {worlds} worlds")
        for at, start in enumerate(fake_starts(START, DAYS)):
            mean, spread = 100 * fakes[:, at].mean(), 100 * fakes[:, at].std()
            back = (START - start) // 7
            print(
                f"{back} weeks back {mean:>+7.1f} {spread / np.sqrt(worlds):>5.1f} {spread:>6.1f} {holds[:, at].mean():>7.1%}"
            )
        one = np.abs(np.sign(fakes).sum(axis=1)) == fakes.shape[1]
        alike = np.corrcoef(fakes[one].mean(axis=1), errors[one])[0, 1]
        same = (np.sign(errors[one]) == np.sign(fakes[one, 0])).mean()
        print(f"all on one side {one.mean():.1%} of worlds; there the estimate errs to the same side in {same:.1%}")
        print(
            f"and its error goes with their mean by a correlation of {alike:+.2f}; a verdict in {told:.1%}", flush=True
        )


def measured(scenario: Scenario, worlds: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """Return effects of fake dates and whether each holds zero, the campaign's errors, how often one is told."""
    fakes, holds, errors, told = [], [], [], 0
    for number in range(worlds):
        one = world(scenario, FIRST + number)
        shown = tuple(with_control(one.treated, one.control, at, DAYS, seed=number) for at in fake_starts(START, DAYS))
        real = with_control(one.treated, one.control, START, DAYS, seed=number)
        fakes.append([each.effect for each in shown])
        holds.append([each.holds_zero for each in shown])
        errors.append(real.effect - one.truth)
        told += bool(distinguishable(real, shown))
    return np.array(fakes), np.array(holds), np.array(errors), told / worlds


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
