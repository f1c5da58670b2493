"""Turns of phrase that titles share: above or below what was planned, few names in a row, names cut to fit."""

from collections.abc import Sequence

from campaignctl.domain.sentences import Sentence, say
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis

LONGEST_NAME = 40


def against(basis: Basis, period: str, at: At = TOTAL) -> Sentence:
    """Return ``7% above target``, ``on target``, or an empty sentence when it cannot be told."""
    change = basis.ledger.get("gmv", at.against(period))
    if change is None or change.value is None:
        return Sentence()
    word = basis.target_words if period == TARGET else "baseline"
    if not any(digit in change.words for digit in "123456789"):
        return say("on {word}", word=word)
    side = "above" if change.value > 0 else "below"
    return say(f"{{{change.id}!u}} {side} {{word}}", word=word)


def against_plan(basis: Basis, at: At = TOTAL) -> Sentence:
    """Return how a place stands against target and baseline, as far as each is known."""
    found = [phrase for period in (TARGET, BASELINE) if (phrase := against(basis, period, at))]
    return listed(found)


def listed(phrases: Sequence[Sentence]) -> Sentence:
    """Return ``a``, ``a and b``, ``a, b and c``."""
    parts: list[object] = []
    for n, phrase in enumerate(phrases):
        if n:
            parts.append(" and " if n == len(phrases) - 1 else ", ")
        parts.extend(phrase.parts)
    return Sentence(tuple(parts))  # type: ignore[arg-type]


def capital(sentence: Sentence) -> Sentence:
    """Return a sentence that begins with a capital letter, where it begins with a word."""
    first, *rest = sentence.parts or ("",)
    return Sentence((first[:1].upper() + first[1:], *rest)) if isinstance(first, str) else sentence


def every(count: str, many: int, noun: str) -> str:
    """Return the template of ``all 6 days``, or ``both days`` of two; ``count`` is the id of the figure."""
    return f"both {noun}" if many == 2 else f"all {{{count}}} {noun}"


def cut(name: str, longest: int = LONGEST_NAME) -> str:
    """Return a name on one line, shortened with an ellipsis where it would not fit a title."""
    line = " ".join(name.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
