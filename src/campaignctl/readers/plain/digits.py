"""Numbers in bytes, many at once: each is read from its own position on, digit by digit, all in step."""

import numpy as np
import numpy.typing as npt

from campaignctl.readers.plain.never import NotPlain

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

ZERO, MINUS, POINT, CLOSING = ord("0"), ord("-"), ord("."), ord("<")
_MOST_DIGITS = 18  # that a whole number of 64 bits surely holds
_EXACT = 2**53  # up to which a float is exact
_TENS = 10.0 ** np.arange(_MOST_DIGITS + 1)
_SPELLED = frozenset(b"+-.0123456789Ee")


def whole(at: Bytes, start: Ints, most: int, value: Ints | None = None) -> tuple[Ints, Ints]:
    """Return the whole numbers of at most ``most`` digits from ``start`` on, and where each ends.

    No digit is 0. ``value`` is what went before, its digits being carried on.
    """
    value = np.zeros(len(start), np.int64) if value is None else value
    for read in range(most):
        digit = at[start] - ZERO  # of bytes: what lies below a digit is far above nine
        more = digit < 10
        going_on = np.count_nonzero(more)
        if going_on == len(start):
            value = value * 10 + digit
            start = start + 1
        elif going_on * 2 > len(start):
            value = np.where(more, value * 10 + digit, value)
            start = start + more
        else:  # the few long ones go on by themselves
            rest, value, start = np.flatnonzero(more), value.copy(), start.copy()
            if len(rest):
                value[rest], start[rest] = whole(at, start[rest], most - read, value[rest])
            break
    return value, start


def decimals(text: bytes, at: Bytes, start: Ints) -> Floats:
    """Return the numbers that stand from ``start`` up to the next ``<``, each as the nearest float.

    The quotient of two whole numbers that floats hold exactly is rounded once, so it is that float; the few numbers
    with more digits, or with an exponent, are read one by one.
    """
    negative = at[start] == MINUS
    first = start + negative
    value, end = whole(at, first, _MOST_DIGITS)
    places = np.zeros(len(start), np.int64)
    pointed = np.flatnonzero(at[end] == POINT)
    if len(pointed):
        behind = end[pointed] + 1
        value[pointed], end[pointed] = whole(at, behind, _MOST_DIGITS, value[pointed])
        places[pointed] = end[pointed] - behind
    sound = (at[end] == CLOSING) & (end - first <= _MOST_DIGITS) & (value < _EXACT) & (end > first)
    numbers = value / _TENS[np.minimum(places, _MOST_DIGITS)]
    np.negative(numbers, out=numbers, where=negative)
    for odd in np.flatnonzero(~sound).tolist():
        numbers[odd] = _spelled(text, int(start[odd]))
    return numbers


def _spelled(text: bytes, start: int) -> float:
    end = text.find(b"<", start)
    spelled = text[start:end]
    if end < 0 or not spelled or len(spelled) > 40 or not _SPELLED.issuperset(spelled):
        raise NotPlain
    try:
        return float(spelled)
    except ValueError as error:
        raise NotPlain from error
