"""Columns of cells.csv."""

import re

#: Everything else is text: names, labels, calls.
_NUMBERS = re.compile(r"_(probability|entropy|entropy_norm|share|score|delta)$|^(position|training_distance|xist_counts|y_counts)$")
#: The first guess of a head, not those after it (`cell_type_top2_label`).
_FIRST_LABEL = re.compile(r"(?<!_top\d)_label$")


def is_number(name: str) -> bool:
    """By its name, not by what a file happens to hold: labels may be called 1, 2, 3, and a column may be empty."""
    return _NUMBERS.search(name) is not None


def heads(names: list[str]) -> list[str]:
    return [name.removesuffix("_label") for name in names if _FIRST_LABEL.search(name)]
