"""What a campaign took from those beside it, and what is left of its gain then.

Near ones sell what the campaign sells and can lose buyers to it; far ones cannot. Only far ones say what would have
been: a near one that lost sales, taken for a control, makes the lift too large.
"""

import numpy as np
from numpy.typing import ArrayLike

from campaignctl.methods.lift import DRAWS, GAP, Estimate, with_control


def taken(  # noqa: PLR0913 - the two series, where the campaign lies, and how it is drawn
    near: ArrayLike, far: ArrayLike, start: int, days: int, *, gap: int = GAP, draws: int = DRAWS, seed: int = 0
) -> Estimate:
    """Return by how much ``near`` moved in the campaign, as a fraction of what it would have sold; below zero is lost.

    Shapes, units and errors as in ``lift.with_control``. Source: near group as the treated one, far as its control.
    """
    return with_control(near, far, start, days, gap=gap, draws=draws, seed=seed)


def net_of_near(  # noqa: PLR0913 - as above, with the third series
    treated: ArrayLike,
    near: ArrayLike,
    far: ArrayLike,
    start: int,
    days: int,
    *,
    gap: int = GAP,
    draws: int = DRAWS,
    seed: int = 0,
) -> Estimate:
    """Return the effect on ``treated`` and ``near`` together, as a fraction of what ``treated`` would have sold.

    What one took from the other falls out of their sum. What ``treated`` would have sold is as unsure as that sum: each
    draw of one is divided by the same draw of the other. Shapes, units and errors as in ``lift.with_control``.
    Source: both groups as one against the far ones.
    """
    own = with_control(treated, far, start, days, gap=gap, draws=draws, seed=seed)
    both = with_control(np.add(treated, near), far, start, days, gap=gap, draws=draws, seed=seed)
    would_be = float(np.asarray(treated, float)[start : start + days].sum()) - own.draws
    low, middle, high = (float(each) for each in np.percentile(both.draws / would_be, [2.5, 50, 97.5]))
    return Estimate(middle, low, high, own.expected, both.draws)
