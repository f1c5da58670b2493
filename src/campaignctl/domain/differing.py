"""What two exports of one shop say differently of the same order, although nothing happened to it in between."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Differing:
    """Two files that disagree: ``older`` and the one whose word counts, ``newer``.

    ``lines`` are those told differently, of which ``amounts``, ``quantities``, ``skus`` and ``times`` say how many
    differ in what; ``more`` is by how many minor units the paid lines are worth more in the file that counts, negative
    for less. ``is_guess`` says that nothing in the files tells which is newer. ``example`` names one line.
    """

    seller_id: str | None
    older: str
    newer: str
    lines: int
    amounts: int = 0
    quantities: int = 0
    skus: int = 0
    times: int = 0
    more: int = 0
    example: str = ""
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class Repeated:
    """Orders that count more than once: ``many`` lines again in one ``file``, or as many orders with two ``sellers``.

    ``more`` is what sales hold too much by it, in minor units; ``row`` the first line that comes again.
    """

    file: str
    sellers: tuple[str, ...]
    many: int
    more: int = 0
    row: int | None = None
