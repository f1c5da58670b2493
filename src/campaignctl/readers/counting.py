"""Which replies count: one for each seller, the same content once, and sheets sent apart together with the rest."""

import math
from collections.abc import Sequence

from campaignctl.domain.observations import Kind, Observation
from campaignctl.readers.claims import Claim, Claims, nobodys
from campaignctl.readers.newest import Newest, newest, original_name, plainness
from campaignctl.readers.returns import answers


def settle_claims(found: Claims, zone: str) -> None:
    """Decide which claims count, and observe why another one does not."""
    _same_files(found)
    for claim in found.claims:
        if claim.counts and not claim.seller and claim.sent.is_text:
            found.met.append(nobodys(claim.sent))
    by_seller: dict[str, list[Claim]] = {}
    for claim in found.claims:
        if claim.counts and claim.seller:
            by_seller.setdefault(claim.seller, []).append(claim)
    for claims in by_seller.values():
        if len(claims) > 1:
            _settle_one(found, claims, zone)


def _same_files(found: Claims) -> None:
    """Set aside copies, byte for byte, of a seller's reply; the one with the plainest name stays.

    Equal files are two replies where only their folders tell sellers apart. Where nothing does, they are one only if
    they are called as copies are: two shops may have sent the same unnamed form.
    """
    equal: dict[tuple[str, str, str], list[str]] = {}
    for claim in found.claims:
        if claim.sent.sha256:
            equal.setdefault(_sameness(claim), []).append(claim.sent.file)
    for claim in found.claims:
        file, first = claim.sent.file, min(equal.get(_sameness(claim), [claim.sent.file]), key=plainness)
        if file == first:
            continue
        told = claim.aside == "" and claim.counts
        _set_aside(claim, f"is the same file as {first}")
        if told and not any(met.place.file == file and met.kind is Kind.SAME_TWICE for met in found.met):
            found.met.append(Observation(Kind.SAME_TWICE, claim.sent.place("seller_id"), file, claim.aside))


def _sameness(claim: Claim) -> tuple[str, str, str]:
    return claim.sent.sha256, claim.seller, "" if claim.seller else original_name(claim.sent.file)


def _set_aside(claim: Claim, why: str) -> None:
    claim.counts, claim.aside = False, claim.aside or why


def _settle_one(found: Claims, claims: Sequence[Claim], zone: str) -> None:
    whole = [claim for claim in claims if not claim.is_partial]
    partial = [claim for claim in claims if claim.is_partial]
    counting = [_winner(found, whole, zone)] if whole else []
    for key in dict.fromkeys(key for claim in partial for key in sorted(claim.keys)):
        holding = [claim for claim in (*counting, *partial) if claim.counts and key in claim.keys - claim.without]
        if len(holding) > 1:
            _winner(found, holding, zone, key)
    for claim in partial:
        if claim.counts and claim.keys <= claim.without:
            claim.counts = False
    for claim in counting[:1]:
        claim.assumed += [
            f"{other.sent.file} adds {_sheets(other, other.keys - other.without)}"
            for other in partial
            if other.counts and other.sent.is_text
        ]


def _sheets(claim: Claim, keys: frozenset[str]) -> str:
    return ", ".join(dict.fromkeys(part.raw.sheet.name for part in claim.sent.parts if part.raw.sheet.key in keys))


def _winner(found: Claims, claims: Sequence[Claim], zone: str, key: str = "") -> Claim:
    """Return the claim that counts, as a whole or for the sheet ``key``, and set the others aside.

    Of those that say the same the one with the seller's answers counts, else the one that was saved first.
    """
    first, *others = sorted(claims, key=_first_of_equals)
    rest = [first]
    for claim in others:
        same = next((other for other in rest if _says_the_same(claim, other, key)), None)
        if same is None:
            rest.append(claim)
        else:
            _lose(claim, f"says the same as {same.sent.file}", key)
            found.met.append(Observation(Kind.SAME_TWICE, claim.sent.place("seller_id"), claim.sent.file, claim.aside))
    if len(rest) == 1:
        return rest[0]
    best = newest(rest, zone)
    for claim in rest:
        if claim is not best.claim:
            _lose(claim, f"{best.claim.sent.file} counts{': ' + best.why if best.why else ''}", key)
            found.met.append(_told(claim, best, zone))
    return best.claim


def _first_of_equals(claim: Claim) -> tuple[bool, float, tuple[object, ...]]:
    sent = claim.sent
    answered = any(answers(sent.file, sent.grids, {claim.seller}))
    return not answered, sent.origin.saved.timestamp() if sent.origin.saved else math.inf, plainness(sent.file)


def _says_the_same(claim: Claim, other: Claim, key: str) -> bool:
    """Whether two claims hold the same cells; lines out of a console are not compared with a workbook's."""
    if key:
        ours, theirs = ([p.raw.cells for p in c.sent.parts if p.raw.sheet.key == key] for c in (claim, other))
        return claim.matched_by == other.matched_by and ours == theirs
    return bool(claim.sent.content() == other.sent.content())


def _lose(claim: Claim, why: str, key: str) -> None:
    if key:
        claim.without.add(key)
        claim.aside = claim.aside or why
    else:
        _set_aside(claim, why)


def _told(claim: Claim, best: Newest, zone: str) -> Observation:  # noqa: ARG001 - the zone is in the words already
    place, other = claim.sent.place("seller_id"), best.claim.sent.file
    if best.why:
        words = f"Seller {claim.seller} also sent {other}, which counts: {best.why}"
        return Observation(Kind.SUPERSEDED, place, claim.seller, words)
    unclear = "nothing in the two tells which is newer"
    words = f"Seller {claim.seller} also sent {other}, and {unclear}; {other} is read meanwhile"
    return Observation(Kind.UNDECIDED, place, claim.seller, words)
