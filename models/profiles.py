"""Where the training cells of a released model lie: ``python -m models.profiles NAME... --data ATLAS.npz``.

Writes ``profiles.json`` into each folder. The encoder is the released one for every cell; only the profiles are made
without the donor whose distances are measured, so that like is compared with like:

- a cell's features are the model's embedding; of a linear model also the inverse hyperbolic tangent of the cosine between
  the cell's scores and the model's mean scores, which noise and shuffled gene names bring to 0;
- groups are the training cells of one label; training cells without a label, of a tissue that labelled ones are of, join
  the group nearest to them;
- every label of every study weighs the same, and all groups share a covariance (Lee et al. 2018), its correlations shrunk
  by a tenth; the distance is Mahalanobis' to the nearest group;
- each donor (of cell lines each plate) is left out in turn, of a study of one donor a fifth of the cells. A group's limit
  is what 5% of its left-out cells exceed, drawn towards that of all groups where it has few (a geometric mean, all groups'
  counting for 100 cells); a cell's outlyingness is its distance over the limit of the group nearest to it, and all limits
  are then scaled so that 5% of the left-out cells are beyond 1. No test set and no file that a page is to doubt takes part.
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
from models.encode import dense_rows, rank_normal
from models.export import predict_cells, session
from models.folder import RELEASED, validate

LEAST = 20
SHRINKAGE = 0.1
FIFTHS = 5
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

    def nearest(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Of rows x dims: each row's nearest group, as its place, and the Mahalanobis distance to it."""
        places, distances = [], []
        for part in np.array_split(values @ self.whitening, max(1, len(values) // CELLS_AT_ONCE)):
            found = np.sqrt(np.square(part[:, None, :] - self.means[None]).sum(axis=2))
            places.append(found.argmin(axis=1))
            distances.append(found.min(axis=1))
        return np.concatenate(places), np.concatenate(distances)

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
    )


def describe(encoder: Encoder, table: Table) -> tuple[dict, str]:
    """``profiles.json``, and in words how many of each study's left-out cells are beyond the limit."""
    values = encoder.of_table(table)
    group, classes = groups_of(table, values)
    studies = studies_of(table)
    weight = weights_of(studies, group)
    profiles, left_out = fit_profiles(values, group, weight, folds_of(table))
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
    }
    words = ", ".join(f"{study} {share:.1%}" for study, share in shares.items())
    return document, f"{known.sum()} cells left out, {(left_out[known] > 1).mean():.1%} far ({words})"


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
    document, words = describe(encoder, atlas.real)
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
