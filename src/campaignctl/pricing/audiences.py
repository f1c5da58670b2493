"""Who sees a promotion: everyone, or only those who watch a LIVE, follow the shop, or buy there for the first time.

The profile names the audiences; a group of buyers that coupons can be aimed at, and that no audience holds, is an
audience of its own, for such a coupon lowers somebody's price too.
"""

from collections.abc import Callable, Iterable

from campaignctl.marketplaces.schema import Audience, Profile

ALL = "all"
LIVE = "LIVE"
"""Where a promotion is shown that belongs to livestreams; the word of the Promotions sheet."""

_EVERYWHERE = "everywhere"


def audiences_of(profile: Profile) -> tuple[Audience, ...]:
    """Return every audience whose price may differ; the first is anyone, who sees only what is for all."""
    named = profile.audiences
    if not named or _is_narrowed(named[0]):
        named = (Audience(key="anyone", name="Anyone"), *named)
    held = {word.casefold() for audience in named for word in audience.buyers}
    others = [group.word for group in profile.segments if group.word.casefold() not in held | {ALL}]
    return (*named, *(Audience(key=word.casefold(), name=f"{word} buyer", buyers=(word,)) for word in others))


def _is_narrowed(audience: Audience) -> bool:
    return bool(audience.tools or audience.buyers or audience.shown_in)


def seen_by(audiences: tuple[Audience, ...], tool: str, buyers: str, shown_in: str) -> frozenset[int]:
    """Return the positions of the audiences that get a promotion of ``tool`` aimed at ``buyers``, met in ``shown_in``.

    A word that no audience holds narrows nothing. Where no single audience meets all conditions, each that meets one
    gets it: somebody does, and a price is never taken for higher than it is.
    """
    conditions = [
        _holding(audiences, lambda audience: audience.tools, tool),
        _holding(audiences, lambda audience: audience.buyers, buyers),
        _holding(audiences, lambda audience: audience.shown_in, shown_in),
    ]
    narrowing = [found for found in conditions if found]
    if not narrowing:
        return frozenset(range(len(audiences)))
    return frozenset.intersection(*narrowing) or frozenset.union(*narrowing)


def _holding(audiences: tuple[Audience, ...], words: Callable[[Audience], Iterable[str]], word: str) -> frozenset[int]:
    wanted = word.casefold()
    if wanted in {"", ALL, _EVERYWHERE}:
        return frozenset()
    return frozenset(
        place for place, audience in enumerate(audiences) if wanted in {each.casefold() for each in words(audience)}
    )


def is_live(audiences: tuple[Audience, ...], seeing: frozenset[int]) -> bool:
    """Whether all who see a promotion do so in a livestream."""
    watching = _holding(audiences, lambda audience: audience.shown_in, LIVE)
    return bool(seeing) and seeing <= watching
