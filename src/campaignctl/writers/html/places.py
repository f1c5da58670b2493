"""Where a figure belongs, read from its id: of which metric, over what, of whom, and compared with what."""

import re
from dataclasses import dataclass

_ID = re.compile(r"(?P<metric>[^.@~]+)\.(?P<scope>[^.@~]+)(?:\.(?P<slug>[^@~]+))?(?P<tail>[@~].*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """``gmv.seller.s-001~target`` is metric ``gmv``, scope ``seller``, slug ``s-001`` and tail ``~target``."""

    metric: str
    scope: str
    slug: str
    tail: str


def place_of(figure_id: str) -> Place:
    """Return the place that an id names; ``ValueError`` when it is no id."""
    found = _ID.fullmatch(figure_id)
    if found is None:
        raise ValueError(f"{figure_id} is no id of a figure")
    return Place(found["metric"], found["scope"], found["slug"] or "", found["tail"] or "")
