"""A rule is a page: what must hold, why, how it is checked, how to mend it, and drawn examples that prove it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

from campaignctl.catalogue.drawn import Drawn
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation

if TYPE_CHECKING:  # a case knows the profile and all frames; a rule's type needs only its name
    from campaignctl.marketplaces.schema import Profile
    from campaignctl.rules.case import Case


@dataclass(frozen=True, slots=True)
class Rows:
    """Failing rows of a frame, with the words for each.

    ``at`` is the key of the cell at fault; ``say`` and ``fix`` are templates over the row's columns and ``more``
    (``{deal_price}`` is written by the column's type). ``amount`` is the money at stake per row, in minor units.
    ``severity`` is that of these rows where the limit they break weighs less than the rule. ``say_for_seller`` and
    ``fix_for_seller`` are the words of a return where those for the team do not fit a seller.
    """

    frame: pd.DataFrame
    at: str
    say: str
    fix: str = ""
    amount: "pd.Series[Any] | None" = None
    severity: Severity | None = None
    say_for_seller: str = ""
    fix_for_seller: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """Observations that are findings; ``say`` is a template over value, detail, column, sheet and file.

    ``severity`` is that of these where they weigh more or less than the rule; ``say_for_seller`` is for returns.
    """

    observations: tuple[Observation, ...]
    say: str
    fix: str = ""
    severity: Severity | None = None
    say_for_seller: str = ""


Found = Rows | Seen | Iterable[Rows | Seen]

_NOTHING = pd.DataFrame()


@dataclass(frozen=True, slots=True)
class Built:
    """An example that cannot be drawn as cells: what a reader met, and the message that comes of it."""

    observation: Observation
    expected: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One page of the rule catalogue.

    ``over`` names the frame whose rows the rule judges. ``where`` narrows it to the rows the rule speaks of, and
    ``given`` does so by what a row alone does not tell, the profile or another sheet; of those, rows that lack one of
    ``needs`` are taken out before ``check`` sees them and counted as not checked. A need with a dot
    (``campaign.starts``) is a field of another frame's only row. ``limit`` words the marketplace's limit with its
    source, for the page. ``bars`` says that who breaks it may not take part: such a line can only be rejected.
    ``beside`` names frames whose rows the check judges too; while they and that of ``over`` have no row that the rule
    speaks of, the check is not called.

    ``fix`` speaks to the team; ``fix_for_seller`` is the cure that a return names where the seller reads it. What is
    for the ``team`` alone stands in no return: nothing in the seller's workbook could mend it.

    A ``timed`` rule speaks of the hour and is asked only when one is given (``case.now``). A ``last`` rule judges what
    became of the findings of all others. A ``firm`` rule tells of what could not be read: no campaign may ignore it.
    ``aliases`` are names that the rule had before.
    """

    code: str
    name: str
    severity: Severity
    check: Callable[["Case"], Found]
    fix: str
    examples: tuple[Drawn | Built, ...]
    over: str = ""
    needs: tuple[str, ...] = ()
    where: Callable[[pd.DataFrame], "pd.Series[bool]"] | None = None
    given: Callable[["Case"], "pd.Series[bool]"] | None = None
    limit: Callable[["Profile"], str] | None = None
    bars: bool = False
    see: tuple[str, ...] = field(default_factory=tuple)
    beside: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    fix_for_seller: str = ""
    team: bool = False
    timed: bool = False
    last: bool = False
    firm: bool = False


def failing(  # noqa: PLR0913 - a rule says where, what, the cure and the money in one call
    frame: pd.DataFrame,
    mask: "pd.Series[bool]",
    *,
    at: str,
    say: str,
    fix: str = "",
    amount: "pd.Series[Any] | None" = None,
    severity: Severity | None = None,
    say_for_seller: str = "",
    fix_for_seller: str = "",
    **more: Any,
) -> Rows:
    """Return the rows of ``frame`` where ``mask`` is true; where it is missing the row was not judged.

    ``more`` adds columns for the words: a series aligned with ``frame``, or one value for all rows. Where nothing
    fails, the frame that comes back has no columns either.
    """
    chosen = mask.fillna(value=False).astype(bool)
    if not chosen.any():  # most rules find nothing: even a slice of no rows is made column by column
        return Rows(_NOTHING, at, say, fix)
    rows = frame.assign(**more)[chosen]
    at_stake = None if amount is None else amount[chosen]
    return Rows(rows, at, say, fix, at_stake, severity, say_for_seller, fix_for_seller)


def observed(
    case: "Case", *kinds: Kind, say: str, fix: str = "", severity: Severity | None = None, say_for_seller: str = ""
) -> Seen:
    """Return the observations of ``kinds`` as findings."""
    return Seen(tuple(o for o in case.observations if o.kind in kinds), say, fix, severity, say_for_seller)
