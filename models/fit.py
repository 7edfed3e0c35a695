"""Fits the linear atlas (``python -m models.fit CONFIG --data ATLAS.npz --out FILE.npz``)."""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path

import numpy as np

from models.atlas import Atlas, load_atlas
from models.draw import Drawer
from models.labels import HEADS, RELEASED_HEADS
from models.linear import AffineHead, center, fit_head, scores_of
from models.sampling import balanced_rows, source_weights

SEX_LINKED = ("Y", "Xq13.2")  # the Y chromosome, and the band of XIST, TSIX and JPX
CELLS_AT_ONCE = 500


def sex_linked(atlas: Atlas) -> np.ndarray:
    """Genes a sex head may read: anything else would be the study, not the sex."""
    shared = ("PAR1", "and")
    return np.array(
        [place.startswith(SEX_LINKED) and not any(word in place for word in shared) for place in atlas.locations]
    )


def training_scores(atlas: Atlas, config: dict) -> tuple[np.ndarray, dict[str, np.ndarray], np.ndarray]:
    """Rank-normal scores, allowed classes and a real-or-drawn flag of the cells to fit on."""
    random = np.random.default_rng(config["seed"])
    drawer = Drawer(atlas, config["seed"])
    real = atlas.real.take(np.flatnonzero(~np.isin(atlas.real.sources(), config["exclude"])))
    plan = [
        (drawer.real, real, balanced_rows(real, config["real_cells"], random)),
        (drawer.drawn, atlas.profiles, balanced_rows(atlas.profiles, config["drawn_cells"], random)),
    ]
    scores, allowed, is_real = [], {head: [] for head in HEADS}, []
    for draw, table, rows in plan:
        for first in range(0, len(rows), CELLS_AT_ONCE):
            batch = draw(table, rows[first : first + CELLS_AT_ONCE])
            scores.append(scores_of(batch))
            is_real.append(np.full(len(batch.totals), table is real))
            for head in HEADS:
                allowed[head].append(batch.allowed[head])
    return np.concatenate(scores), {h: np.concatenate(a) for h, a in allowed.items()}, np.concatenate(is_real)


def fit_once(
    atlas: Atlas, config: dict, heads: tuple[str, ...], given: np.ndarray | None
) -> tuple[np.ndarray, dict[str, AffineHead]]:
    """Means and one affine map per head, from one drawing of cells."""
    scores, allowed, is_real = training_scores(atlas, config)
    mean, deviation = center(scores, given)
    fitted = {}
    for head in heads:
        options = config["heads"][head]
        candidates = sex_linked(atlas) if head == "sex" else np.ones(len(mean), dtype=bool)
        weights = source_weights(allowed[head], is_real, config["drawn_weight_where_real"], config["balance"])
        fitted[head] = fit_head(
            scores, deviation, allowed[head], weights, candidates,
            options["genes"], options["components"], options["penalty"], config["whitening"], config["seed"],
        )
    return mean, fitted


def fit(atlas: Atlas, config: dict, heads: tuple[str, ...] = RELEASED_HEADS) -> tuple[np.ndarray, dict[str, AffineHead]]:
    """The average of several drawings' maps, which is again an affine map."""
    mean, rounds = None, []
    for repeat in range(config["repeats"]):
        mean, fitted = fit_once(atlas, {**config, "seed": config["seed"] + repeat}, heads, mean)
        rounds.append(fitted)
    average = {
        head: AffineHead(
            np.mean([fitted[head].weights for fitted in rounds], axis=0),
            np.mean([fitted[head].bias for fitted in rounds], axis=0),
        )
        for head in heads
    }
    return mean, average


def save(path: Path, mean: np.ndarray, heads: dict[str, AffineHead]) -> None:
    """Writes a fitted model."""
    arrays = {"mean": mean}
    for name, head in heads.items():
        arrays[f"weights_{name}"], arrays[f"bias_{name}"] = head.weights, head.bias
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, **arrays)


def load(path: Path) -> tuple[np.ndarray, dict[str, AffineHead]]:
    """Reads a fitted model."""
    with np.load(path) as arrays:
        heads = [key.removeprefix("bias_") for key in arrays.files if key.startswith("bias_")]
        order = [head for head in HEADS if head in heads]
        return arrays["mean"], {h: AffineHead(arrays[f"weights_{h}"], arrays[f"bias_{h}"]) for h in order}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("--data", type=Path, default=Path(".cache/train/atlas.npz"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--exclude", nargs="*", default=[], help="data sets to leave out, to tune on them")
    arguments = parser.parse_args()
    config = tomllib.loads(arguments.config.read_text("utf-8"))
    config["exclude"] = config["exclude"] + arguments.exclude
    mean, heads = fit(load_atlas(arguments.data), config)
    save(arguments.out, mean, heads)


if __name__ == "__main__":
    main()
