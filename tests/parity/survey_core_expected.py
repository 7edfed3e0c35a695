"""Writes survey_expected.hpp: what skmisc's loess, SciPy, leidenalg and scikit-learn make of the survey's functions.

Run with an environment that has them: ``python tests/parity/survey_core_expected.py``. The numbers are committed, so
that the tests need no Python.
"""

from pathlib import Path

import igraph
import leidenalg
import numpy as np
import scipy.stats
import sklearn.metrics
from literals import broken
from skmisc.loess import loess

RNG = np.random.default_rng(20261121)
lines: list[str] = []


def put(name: str, values, kind: str = "double") -> None:
    items = ", ".join(repr(float(v)) if kind == "double" else str(int(v)) for v in np.asarray(values).ravel())
    lines.append(f"inline const std::vector<{kind}> {name} = {{{items}}};")


def fitted(x: np.ndarray, y: np.ndarray, span: float) -> np.ndarray:
    model = loess(x, y, span=span, degree=2)
    model.fit()
    return np.asarray(model.outputs.fitted_values)


def trends() -> None:
    x = RNG.gamma(2, 1, size=400)
    y = np.log1p(x) + RNG.normal(0, 0.3, size=400)
    put("loess_x", x)
    put("loess_y", y)
    put("loess_fitted", fitted(x, y, 0.3))
    # Many x the same, as means of genes seen once or twice are.
    x = np.concatenate([np.repeat(np.arange(1, 21) / 20, 6), RNG.uniform(1, 3, size=120)])
    y = np.sin(x) + RNG.normal(0, 0.1, size=x.size)
    put("tied_x", x)
    put("tied_y", y)
    put("tied_fitted", fitted(x, y, 0.3))
    put("tied_fitted_wide", fitted(x, y, 0.75))


def densities() -> None:
    values = RNG.gamma(1.5, 1, size=80)
    places = np.linspace(0, 6, 25)
    put("density_values", values)
    put("density_places", places)
    put("density", scipy.stats.gaussian_kde(values.astype(np.float32).astype(float))(places))


def communities() -> None:
    """Blocks of points, more edges within than between: the middle one of twenty runs of leidenalg."""
    sizes = [60, 50, 40, 30, 20, 12]
    block = np.repeat(np.arange(len(sizes)), sizes)
    first, second = np.triu_indices(block.size, 1)
    kept = RNG.random(first.size) < np.where(block[first] == block[second], 0.18, 0.02)
    first, second = first[kept], second[kept]
    weight = np.round(RNG.uniform(0.05, 1, size=first.size), 2)
    put("graph_first", first, "std::int32_t")
    put("graph_second", second, "std::int32_t")
    put("graph_weight", weight)
    lines.append(f"inline constexpr std::size_t graph_points = {block.size};")
    whole = igraph.Graph(n=block.size, edges=list(zip(first.tolist(), second.tolist())))
    for name, resolution in (("half", 0.5), ("one", 1.0), ("two", 2.0)):
        runs = sorted(
            (
                leidenalg.find_partition(
                    whole,
                    leidenalg.RBConfigurationVertexPartition,
                    weights=weight.tolist(),
                    resolution_parameter=resolution,
                    n_iterations=-1,
                    seed=seed,
                ).membership
                for seed in range(20)
            ),
            key=lambda codes: whole.modularity(codes, weights=weight.tolist(), resolution=resolution),
        )
        best = runs[len(runs) // 2]
        put(f"leiden_{name}", best, "std::int32_t")
        put(f"modularity_{name}", [whole.modularity(best, weights=weight.tolist(), resolution=resolution)])


def agreements() -> None:
    a, b = RNG.integers(0, 4, size=90), RNG.integers(0, 6, size=90)
    b[:60] = a[:60] + 1
    put("agree_a", a, "std::int32_t")
    put("agree_b", b, "std::int32_t")
    put("agree", [sklearn.metrics.adjusted_rand_score(a, b), sklearn.metrics.normalized_mutual_info_score(a, b)])


if __name__ == "__main__":
    trends()
    densities()
    communities()
    agreements()
    header = [
        "#pragma once",
        "",
        "// Written by survey_core_expected.py; do not edit.",
        "",
        "#include <cstdint>",
        "#include <vector>",
        "",
        "namespace survey_expected {",
        "",
    ]
    text = "\n".join([*header, *lines, "", "}  // namespace survey_expected", ""])
    Path(__file__).with_name("survey_expected.hpp").write_text(broken(text))
