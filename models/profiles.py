"""Where the training cells of a released model lie: ``python -m models.profiles NAME... --data ATLAS.npz``.

Writes ``profiles.json`` into each folder. The encoder is the released one for every cell; only the profiles are made
without the donor whose distances are measured, so that like is compared with like:

- a cell's features are the model's embedding (of a linear model of many classes the leading directions of its logits); of a linear
  model also the inverse hyperbolic tangent of the cosine between the cell's scores and the model's mean scores, which noise and
  shuffled gene names bring to 0;
- groups are the training cells of one label; training cells without a label, of a tissue that labelled ones are of, join
  the group nearest to them;
- every label of every study weighs the same, and all groups share a covariance (Lee et al. 2018), its correlations shrunk
  by a tenth; the distance is Mahalanobis' to the nearest group;
- each donor (of cell lines each plate) is left out in turn, of a study of one donor a fifth of the cells. A group's limit
  is what 5% of its left-out cells exceed, drawn towards that of all groups where it has few (a geometric mean, all groups'
  counting for 100 cells); a cell's outlyingness is its distance over the limit of the group nearest to it, and all limits
  are then scaled so that 5% of the left-out cells are beyond 1. No test set and no file that a page is to doubt takes part;
- types that are known from profiles have groups too, at the mean of cells drawn around these, with the median limit: drawn cells
  neither shape the covariance nor the limits of others;
- `silent` says when a cell is like nothing the model knows: `beyond` so many times the limit, or, of a linear model, below `mean_cosine`.
  Of the cells of studies that are left out of the profiles whole, studies counting alike, 4% are so by the one and 1% by the other.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.atlas import Atlas, Table, load_atlas
from models.draw import Drawer
from models.encode import dense_rows, rank_normal
from models.export import predict_cells, session
from models.folder import RELEASED, validate

LEAST = 20
SHRINKAGE = 0.1
FIFTHS = 5
EMBEDDING_DIMS = 64  # of a linear model, as in the core
WHOLE = 0.6  # share of the vocabulary that a drawn cell is to measure
DRAWN_CELLS = 50  # of a type
SILENT_FAR, SILENT_COSINE = 0.04, 0.01  # shares of the cells of studies left out that may be silent
POOLED_CELLS = 100  # what the limit of all groups counts for in a group's own
CELLS_AT_ONCE = 500
COSINE_LIMIT = 0.99  # of |cosine|: its inverse hyperbolic tangent stays finite
HEAD = "cell_type"
SECTION = "Similarity to training data"


@dataclass
class Profiles:
    """Whitened means of groups (groups x dims), what whitens (dims x dims, upper triangular), and each group's limit."""

    groups: np.ndarray
    cells: np.ndarray
    whitening: np.ndarray
    means: np.ndarray
    limits: np.ndarray
    beyond: float = np.inf  # outlyingness beyond which a cell is like no training cell
    mean_cosine: float = -np.inf  # cosine to the mean scores, the last of a linear model's features, below which it is

    def nearest(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Of rows x dims: each row's nearest group, as its place, and the Mahalanobis distance to it."""
        places, distances = [], []
        for part in np.array_split(values @ self.whitening, max(1, len(values) // CELLS_AT_ONCE)):
            found = np.sqrt(np.square(part[:, None, :] - self.means[None]).sum(axis=2))
            places.append(found.argmin(axis=1))
            distances.append(found.min(axis=1))
        return np.concatenate(places), np.concatenate(distances)

    def is_silent(self, values: np.ndarray) -> np.ndarray:
        """Whether each row is like nothing known."""
        return (self.outlyingness(values) > self.beyond) | (np.tanh(values[:, -1]) < self.mean_cosine)

    def outlyingness(self, values: np.ndarray) -> np.ndarray:
        """Distance of each row to its nearest group over that group's limit: above 1 it is far."""
        places, distances = self.nearest(values)
        return distances / self.limits[places]


def make_profiles(values: np.ndarray, group: np.ndarray, weight: np.ndarray) -> Profiles:
    """Profiles, without limits, of the groups (codes from 0, -1 none) that at least ``LEAST`` rows are of."""
    codes, times = np.unique(group[group >= 0], return_counts=True)
    codes, times = codes[times >= LEAST], times[times >= LEAST]
    means = np.array([np.average(values[group == code], axis=0, weights=weight[group == code]) for code in codes])
    used = np.isin(group, codes)
    deviations = values[used] - means[np.searchsorted(codes, group[used])]
    share = weight[used] / weight[used].sum()
    covariance = (deviations * share[:, None]).T @ deviations
    variance = np.maximum(np.diag(covariance), 1e-6 * max(np.diag(covariance).max(), 1e-12))
    covariance *= 1 - SHRINKAGE
    np.fill_diagonal(covariance, variance)
    whitening = np.linalg.inv(np.linalg.cholesky(covariance)).T
    return Profiles(codes, times, whitening, means @ whitening, np.ones(len(codes)))


def fit_profiles(
    values: np.ndarray, group: np.ndarray, weight: np.ndarray, fold: np.ndarray
) -> tuple[Profiles, np.ndarray]:
    """Profiles with limits, and each row's outlyingness where its fold is left out of the profiles.

    NaN where a row's group then has no profile.
    """
    profiles = make_profiles(values, group, weight)
    near, distance = np.full(len(values), -1), np.full(len(values), np.nan)
    for one in np.unique(fold[group >= 0]):
        rest = make_profiles(values, np.where(fold == one, -1, group), weight)
        own = np.flatnonzero((fold == one) & np.isin(group, rest.groups))
        if len(own):
            places, distance[own] = rest.nearest(values[own])
            near[own] = rest.groups[places]
    used = near >= 0
    pooled = np.quantile(distance[used], 0.95)
    for at, code in enumerate(profiles.groups):
        own = distance[used & (group == code)]
        limit = np.quantile(own, 0.95) if len(own) else pooled
        profiles.limits[at] = np.exp(
            np.average([np.log(limit), np.log(pooled)], weights=[len(own), POOLED_CELLS])
        )
    ratio = np.full(len(values), np.nan)
    ratio[used] = distance[used] / profiles.limits[np.searchsorted(profiles.groups, near[used])]
    scale = np.quantile(ratio[used], 0.95)
    profiles.limits *= scale
    return profiles, ratio / scale


def linear_tensors(folder: Path, manifest: dict) -> dict[str, np.ndarray]:
    """Tensors of a linear model's weights."""
    blob = (folder / manifest["files"]["weights"]["path"]).read_bytes()
    return {
        one["name"]: np.frombuffer(blob, one["dtype"], int(np.prod(one["shape"])), one["offset"])
        .reshape(one["shape"])
        .astype(np.float32)
        for one in manifest["tensors"]
    }


def embedding_axes(weights: np.ndarray) -> np.ndarray | None:
    """Classes x dims: the directions that the page embeds logits of many classes by (`wasm/core/predict/linear.cpp`), the leading ones
    of the covariance of the genes' weights, their largest part positive; None where all logits are kept."""
    if weights.shape[1] <= EMBEDDING_DIMS:
        return None
    _, vectors = np.linalg.eigh(np.cov(weights.astype(np.float64), rowvar=False))
    leading = vectors[:, ::-1][:, :EMBEDDING_DIMS]
    largest = leading[np.abs(leading).argmax(axis=0), np.arange(EMBEDDING_DIMS)]
    return np.where(largest < 0, -leading, leading)


class Encoder:
    """A released model's features: what it says of a cell before any class is named."""

    def __init__(self, folder: Path):
        self.manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        heads = [head["phenotype"] for head in self.manifest["heads"]]
        self.is_linear = self.manifest["kind"] == "linear"
        if self.is_linear:
            tensors = linear_tensors(folder, self.manifest)
            sizes = [len(head["classes"]) for head in self.manifest["heads"]]
            first = sum(sizes[: heads.index(HEAD)])
            own = slice(first, first + sizes[heads.index(HEAD)])
            self.weights, self.bias, self.mean = tensors["weights"][:, own], tensors["bias"][own], tensors["mean"]
            self.axes = embedding_axes(self.weights)
        else:
            self.model = session((folder / self.manifest["files"]["predict"]["path"]).read_bytes())
            lines = (folder / "genes.tsv").read_text("utf-8").splitlines()[1:]
            self.scale = np.array([float(line.split("\t")[3]) for line in lines], np.float32)
            self.heads = len(heads)

    def features(self, counts: np.ndarray, totals: np.ndarray, measured: np.ndarray) -> np.ndarray:
        """Cells x dims of cells x vocabulary counts; ``measured`` says per cell which genes its file measures."""
        if not self.is_linear:
            limit = self.manifest["encoding"]["max_genes"]
            [found] = predict_cells(self.model, counts, totals, self.scale, limit, ["embedding"], self.heads)
            return found.astype(np.float64)
        scores = np.stack([rank_normal(cell, panel) for cell, panel in zip(counts, measured, strict=True)])
        logits = np.nan_to_num(scores - self.mean, nan=0.0) @ self.weights + self.bias
        mean = np.where(measured, self.mean, 0).astype(np.float64)
        filled = np.nan_to_num(scores, nan=0.0).astype(np.float64)
        norms = np.linalg.norm(filled, axis=1) * np.linalg.norm(mean, axis=1)
        cosine = (filled * mean).sum(axis=1) / np.where(norms > 0, norms, np.nan)
        logits = logits if self.axes is None else logits @ self.axes
        return np.column_stack([logits, np.arctanh(np.clip(cosine, -COSINE_LIMIT, COSINE_LIMIT))])

    def of_table(self, table: Table) -> np.ndarray:
        """Features of the prepared training cells."""
        parts = []
        for rows in np.array_split(np.arange(len(table)), max(1, len(table) // CELLS_AT_ONCE)):
            counts = dense_rows(table.counts, rows)
            parts.append(self.features(counts, table.totals[rows], table.panels[table.part[rows]]))
        return np.concatenate(parts)


def studies_of(table: Table) -> np.ndarray:
    """Study per cell: plates of one study are one."""
    return np.array(["sc_mixology" if name.startswith("sc_mixology") else name for name in table.sources()])


def folds_of(table: Table, seed: int = 0) -> np.ndarray:
    """What is left out together: a donor (of cell lines a plate), or a fifth of a study of one donor."""
    studies, random = studies_of(table), np.random.default_rng(seed)
    words = np.array([f"{study}/{donor}" for study, donor in zip(studies, table.donors, strict=True)], dtype=object)
    for study in np.unique(studies):
        own = np.flatnonzero(studies == study)
        if len(set(table.donors[own])) < 2:
            words[own] = [f"{study}/{fifth}" for fifth in random.integers(FIFTHS, size=len(own))]
    return np.unique(words.astype(str), return_inverse=True)[1]


def weights_of(studies: np.ndarray, group: np.ndarray) -> np.ndarray:
    """One over the cells of a label in a study."""
    words = np.array([f"{study}/{code}" for study, code in zip(studies, group, strict=True)])
    _, inverse, times = np.unique(words, return_inverse=True, return_counts=True)
    return 1.0 / times[inverse]


def groups_of(table: Table, values: np.ndarray) -> tuple[np.ndarray, list[list[int]]]:
    """A code per cell (-1 none), and the classes that each code's label allows."""
    allowed = table.allowed[HEAD]
    labels = [tuple(np.flatnonzero(row)) for row in allowed]
    known = sorted({label for label in labels if label})
    group = np.array([known.index(label) if label else -1 for label in labels])
    studies, tissue = studies_of(table), table.allowed["tissue"]
    shown = tissue[group >= 0].any(axis=0)
    joins = np.flatnonzero((group < 0) & ~np.isin(studies, studies[group >= 0]) & (tissue & shown).any(axis=1))
    profiles = make_profiles(values, group, weights_of(studies, group))
    group[joins] = profiles.groups[profiles.nearest(values[joins])[0]]
    return group, [[int(code) for code in label] for label in known]


def coded(array: np.ndarray) -> str:
    """Little-endian float32 numbers as base64."""
    return base64.b64encode(np.ascontiguousarray(array, "<f4").tobytes()).decode()


def read_profiles(folder: Path) -> Profiles:
    """The profiles of a model folder."""
    document = json.loads((folder / "profiles.json").read_text("utf-8"))
    decode = lambda key: np.frombuffer(base64.b64decode(document[key]), "<f4").astype(np.float64)  # noqa: E731
    dims, groups = document["dims"], document["groups"]
    return Profiles(
        np.arange(len(groups)),
        np.array([group["cells"] for group in groups]),
        decode("whitening").reshape(dims, dims),
        decode("means").reshape(-1, dims),
        np.array([group["limit"] for group in groups]),
        **document.get("silent", {}),
    )


class WholeDrawer(Drawer):
    """Draws cells that keep all genes of their profile."""

    def _panel(self, own: np.ndarray) -> np.ndarray:
        return own


def drawn_means(encoder: Encoder, atlas: Atlas) -> tuple[np.ndarray, np.ndarray, list[list[int]]]:
    """Mean features, cells and class of each type, of cells drawn around its profiles that measure most genes."""
    table = atlas.profiles
    allowed = table.allowed[HEAD]
    alone = np.where(allowed.sum(axis=1) == 1, allowed.argmax(axis=1), -1)
    random = np.random.default_rng(0)
    picked = np.concatenate([random.choice(np.flatnonzero(alone == kind), DRAWN_CELLS) for kind in np.unique(alone[alone >= 0])])
    drawer, parts, codes = WholeDrawer(atlas, 0), [], []
    for some in np.array_split(picked, max(1, len(picked) // CELLS_AT_ONCE)):
        draw = drawer.drawn(table, some)
        wide = np.flatnonzero(draw.measured.mean(axis=1) > WHOLE)
        parts.append(encoder.features(draw.counts[wide], draw.totals[wide], draw.measured[wide]))
        codes.append(draw.allowed[HEAD][wide].argmax(axis=1))
    values, code = np.concatenate(parts), np.concatenate(codes)
    kinds, times = np.unique(code, return_counts=True)
    kinds, times = kinds[times >= LEAST], times[times >= LEAST]
    means = np.array([values[code == kind].mean(axis=0) for kind in kinds])
    return means, times, [[int(kind)] for kind in kinds]


def with_drawn(profiles: Profiles, means: np.ndarray, cells: np.ndarray, first: int) -> Profiles:
    """The profiles and groups of drawn cells, their codes from ``first`` on: whitened as real cells are, with their median limit."""
    limits = np.full(len(means), np.median(profiles.limits))
    return Profiles(
        np.concatenate([profiles.groups, first + np.arange(len(means))]),
        np.concatenate([profiles.cells, cells]),
        profiles.whitening,
        np.concatenate([profiles.means, means @ profiles.whitening]),
        np.concatenate([profiles.limits, limits]),
    )


@dataclass
class Silence:
    """A cell is like nothing known beyond ``beyond`` times the limit, or where its scores' cosine to the mean scores is below ``cosine``
    (of linear models); ``studies`` are the shares of studies left out whole that are silent."""

    beyond: float
    cosine: float | None
    studies: dict[str, float]


def quantile_of_studies(found: dict[str, np.ndarray], at: float) -> float:
    """The smallest value that ``at`` of the cells do not exceed, studies counting alike."""
    values = np.concatenate(list(found.values()))
    share = np.concatenate([np.full(len(one), 1 / len(one) / len(found)) for one in found.values()])
    order = np.argsort(values)
    return float(values[order][min(np.searchsorted(np.cumsum(share[order]), at), len(values) - 1)])


def silence(
    profiles: Profiles, values: np.ndarray, group: np.ndarray, studies: np.ndarray, classes: list[list[int]], drawn: tuple, is_linear: bool
) -> Silence:
    """Both limits: ``SILENT_FAR`` and ``SILENT_COSINE`` of the cells whose study is left out of the profiles, studies counting alike.

    A study counts by its cells of classes that another group, of drawn cells too, shows.
    """
    weight = weights_of(studies, group)
    limits = dict(zip(profiles.groups.tolist(), profiles.limits.tolist(), strict=True))
    far, cosine = {}, {}
    for study in np.unique(studies):
        rest = make_profiles(values, np.where(studies == study, -1, group), weight)
        rest.limits = np.array([limits[one] for one in rest.groups.tolist()])
        shown = {code for one in rest.groups for code in classes[one]} | {code for kind in drawn[2] for code in kind}
        rows = np.flatnonzero((studies == study) & np.array([g >= 0 and bool(shown & set(classes[g])) for g in group]))
        if len(rows) >= LEAST:
            far[str(study)] = with_drawn(rest, drawn[0], drawn[1], len(classes)).outlyingness(values[rows])
            cosine[str(study)] = np.tanh(values[rows, -1])
    beyond = max(1.0, quantile_of_studies(far, 1 - SILENT_FAR))
    least = quantile_of_studies(cosine, SILENT_COSINE) if is_linear else None
    silent = {study: float(((one > beyond) | (is_linear & (cosine[study] < (least or 0)))).mean()) for study, one in far.items()}
    return Silence(beyond, least, silent)


def describe(encoder: Encoder, atlas: Atlas) -> tuple[dict, str]:
    """``profiles.json``, and in words how many of each study's left-out cells are beyond the limits."""
    table = atlas.real
    values = encoder.of_table(table)
    group, classes = groups_of(table, values)
    studies = studies_of(table)
    profiles, left_out = fit_profiles(values, group, weights_of(studies, group), folds_of(table))
    drawn = drawn_means(encoder, atlas)
    told = silence(profiles, values, group, studies, classes, drawn, encoder.is_linear)
    profiles = with_drawn(profiles, drawn[0], drawn[1], len(classes))
    classes = classes + drawn[2]
    known = ~np.isnan(left_out)
    shares = {str(s): float((left_out[known & (studies == s)] > 1).mean()) for s in np.unique(studies[known])}
    document = {
        "phenotype": HEAD,
        "features": ["embedding", "mean_cosine"] if encoder.is_linear else ["embedding"],
        "dims": int(values.shape[1]),
        "groups": [
            {"classes": classes[code], "cells": int(cells), "limit": round(float(limit), 5)}
            for code, cells, limit in zip(profiles.groups, profiles.cells, profiles.limits, strict=True)
        ],
        "whitening": coded(profiles.whitening),
        "means": coded(profiles.means),
        "median": round(float(np.median(left_out[known])), 5),
        "silent": {"beyond": round(told.beyond, 5), **({} if told.cosine is None else {"mean_cosine": round(told.cosine, 5)})},
    }
    words = ", ".join(f"{study} {share:.1%}" for study, share in shares.items())
    whole = ", ".join(f"{study} {share:.1%}" for study, share in told.studies.items())
    below = "" if told.cosine is None else f", or where the cosine to the mean scores is below {told.cosine:.2f}"
    return document, (
        f"{known.sum()} cells left out, {(left_out[known] > 1).mean():.1%} far ({words}); silent beyond {told.beyond:.2f} times the "
        f"limit{below}: of studies left out whole {whole}"
    )


def add_to_card(folder: Path, words: str) -> None:
    """Says in the model's card what was measured, in place of what it said before."""
    card = (folder / "README.md").read_text("utf-8").split(f"\n## {SECTION}\n")[0].rstrip()
    body = (
        "Distances to the training cells in the model's embedding, the profiles made without the donor (of cell lines the "
        f"plate, of a study of one donor a fifth of the cells) whose cells they are: {words}."
    )
    (folder / "README.md").write_text(f"{card}\n\n## {SECTION}\n\n{body}\n", "utf-8")


def add_to_folder(folder: Path, atlas: Atlas) -> str:
    """Writes ``profiles.json``, its entry in the manifest and a section of the card; says what was measured."""
    encoder = Encoder(folder)
    document, words = describe(encoder, atlas)
    content = (json.dumps(document) + "\n").encode()
    (folder / "profiles.json").write_bytes(content)
    manifest = encoder.manifest
    manifest["files"]["profiles"] = {
        "path": "profiles.json",
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
    }
    validate(manifest)
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", "utf-8")
    add_to_card(folder, words)
    return words


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="+")
    parser.add_argument("--data", type=Path, default=Path(".cache/train/atlas.npz"))
    arguments = parser.parse_args()
    atlas = load_atlas(arguments.data)
    for name in arguments.models:
        print(f"{name}: {add_to_folder(RELEASED / name, atlas)}", flush=True)


if __name__ == "__main__":
    main()
