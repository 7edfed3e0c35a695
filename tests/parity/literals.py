"""C++ headers of expected numbers: each script of this folder makes one, which is committed, so that the tests need no Python."""

import re
from pathlib import Path

import numpy as np

COLUMN = 120


def broken(text: str) -> str:
    """The same C++, its long lines broken after commas (none within quotes)."""
    lines: list[str] = []
    for line in text.split("\n"):
        parts = re.findall(r'(?:"(?:[^"\\]|\\.)*"|[^,"])+,?', line) if len(line) > COLUMN else [line]
        current = ""
        for part in parts:
            if current and len(current) + len(part) > COLUMN:
                lines.append(current.rstrip())
                current = "    " + part.lstrip()
            else:
                current += part
        lines.append(current)
    return "\n".join(lines)


def number(value: float) -> str:
    """A C++ literal that reads back as the same double."""
    if np.isnan(value):
        return "kNaN"
    if np.isinf(value):
        return "kInfinity" if value > 0 else "-kInfinity"
    return repr(float(value))


class Header:
    """Constants, each a vector of numbers, in namespace `expected::NAME`."""

    def __init__(self, script: str, makers: str) -> None:
        self.path = Path(script).with_suffix(".hpp")
        self.namespace = self.path.stem.removesuffix("_expected")
        self.makers = makers
        self.lines: list[str] = []

    def put(self, name: str, values, kind: str = "double") -> None:
        items = ", ".join(number(v) if kind in ("double", "float") else str(int(v)) for v in np.asarray(values).ravel())
        # A float of the script is stored as the double it equals: narrowing it back is exact.
        self.lines.append(f"inline const std::vector<{kind}> {name} = {{{items}}};")

    def write(self) -> None:
        head = f"""// Made by {self.path.stem}.py with {self.makers}; not to be edited.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace expected::{self.namespace} {{

[[maybe_unused]] inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
[[maybe_unused]] inline constexpr double kInfinity = std::numeric_limits<double>::infinity();
"""
        self.path.write_text(broken(head + "\n".join(self.lines) + f"\n\n}}  // namespace expected::{self.namespace}\n"))
