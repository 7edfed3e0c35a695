"""Writes tests/web/expected/singler.json: what SingleR (`singler` of PyPI) says of real files by real reference profiles.

    PHENOLENS_DATA=... python tests/parity/singler_expected.py

Needs singler 0.5.0, numpy, scipy and h5py. Profiles are given as logarithms, as SingleR asks: those on a linear scale as log2(1 + x),
counts after bringing every profile to the median total; cells as counts. `leftOut`: for a few cells and pairs of labels the
difference of the scores over the markers between the two, and what it loses without some of these markers, each by training anew without
it. Of the labelled file the profiles are each label's mean of ln(1 + counts per 10,000). Markers are SingleR's classic ones in all cases.
"""

import json
import os
from pathlib import Path

import h5py
import numpy as np
import scipy.sparse
import singler

ROOT = Path(__file__).parents[2].parent / "shared"
DATA = Path(os.environ.get("PHENOLENS_DATA", ROOT / "data"))
CASES = [
    ("labelled/pbmc3k_counts.h5ad", "profiles/numbat_hca_celltype_counts.h5ad", "counts"),
    ("labelled/pbmc3k_counts.h5ad", "profiles/rca_global_panel1_celltypes.h5ad", "log"),
    ("labelled/zheng_sorted_pbmc_counts.h5ad", "profiles/lm22_signature_matrix.h5ad", "linear"),
    ("labelled/tabula_muris_kidney_reads.h5ad", "profiles/mouse_rnaseq_celltypes_avg.h5ad", "log"),
    ("labelled/zheng_sorted_pbmc_counts.h5ad", "labelled/pbmc3k_counts.h5ad", "cells"),
]
CELLS = 6
LEFT_OUT_CELLS = 2
LEFT_OUT_MARKERS = 5


def read(path):
    """Cells x genes, names of genes and the column cell_type."""
    with h5py.File(DATA / path) as file:
        x = file["X"]
        matrix = scipy.sparse.csr_matrix((x["data"][:], x["indices"][:], x["indptr"][:]), shape=tuple(x.attrs["shape"]))
        names = file["var"][file["var"].attrs["_index"]].asstr()[:]
        column = file["obs"]["cell_type"] if "cell_type" in file["obs"] else None
        if isinstance(column, h5py.Group):
            labels = column["categories"].asstr()[:][column["codes"][:]]
        else:
            labels = column.asstr()[:]
    return matrix, list(names), [str(label) for label in labels]


def logarithms(matrix, labels, scale):
    """Profiles x genes as logarithms, and their labels."""
    if scale == "cells":
        dense = matrix.astype(np.float64).toarray()
        logs = np.log1p(1e4 * dense / dense.sum(1, keepdims=True))
        names = sorted(set(labels))
        return np.stack([logs[np.array(labels) == name].mean(0) for name in names]), names
    dense = matrix.toarray().astype(np.float64)
    if scale == "counts":
        totals = dense.sum(1, keepdims=True)
        dense = dense * (np.median(totals) / totals)
    return (dense if scale == "log" else np.log2(1 + dense)), labels


def firsts(genes):
    """Names without blanks around them (rca_global_panel1 has such), each with the place where it first stands."""
    found = {}
    for i, gene in enumerate(genes):
        found.setdefault(gene.strip(), i)
    return found


def differences(cell, logs, features, labels, a, b, markers):
    """Score of a less that of b in one cell, over the markers (rows) alone."""
    of_pair = [i for i, label in enumerate(labels) if label in (a, b)]
    names = [features[row] for row in markers]
    both = {a: {a: [], b: names}, b: {a: names, b: []}}
    profiles = np.asfortranarray(logs[markers][:, of_pair])
    trained = singler.train_single(profiles, [labels[i] for i in of_pair], names, test_features=names, markers=both)
    found = singler.classify_single(scipy.sparse.csc_matrix(cell[markers]), trained, use_fine_tune=False)["scores"]
    return float(np.asarray(found.column(a))[0] - np.asarray(found.column(b))[0])


def left_out(cell, logs, features, labels, trained, a, b):
    row_of = {name: row for row, name in enumerate(features)}
    between = sorted({row_of[name] for x, y in ((a, b), (b, a)) for name in trained.markers[x][y]})
    whole = differences(cell, logs, features, labels, a, b, between)
    some = [between[i] for i in np.linspace(0, len(between) - 1, LEFT_OUT_MARKERS).astype(int)]
    without = [differences(cell, logs, features, labels, a, b, [row for row in between if row != one]) for one in some]
    return {
        "label": a,
        "rival": b,
        "markers": len(between),
        "difference": float(f"{whole:.9g}"),
        "genes": [features[row] for row in some],
        "changes": [float(f"{whole - one:.9g}") for one in without],
    }


def case(file, reference, scale):
    test, test_genes, _ = read(file)
    matrix, genes, labels = read(reference)
    profiles, labels = logarithms(matrix, labels, scale)
    columns, rows = firsts(test_genes), firsts(genes)
    counts = scipy.sparse.csc_matrix(test[:, list(columns.values())].T.astype(np.float64))
    logs = np.asfortranarray(profiles[:, list(rows.values())].T)
    trained = singler.train_single(logs, labels, list(rows), test_features=list(columns))
    found = singler.classify_single(counts, trained)
    names = list(trained.labels)
    scores = np.stack([np.asarray(found["scores"].column(name)) for name in names], 1)
    features = list(rows)
    rows = np.linspace(0, test.shape[0] - 1, CELLS).astype(int)
    dense = np.zeros((len(features), LEFT_OUT_CELLS))
    at = {name: i for i, name in enumerate(columns)}
    known = [i for i, name in enumerate(features) if name in at]
    dense[known] = counts[[at[features[i]] for i in known]][:, rows[:LEFT_OUT_CELLS]].toarray()
    last = names[int(np.argmin(scores.mean(0)))]
    pairs = [
        {"row": int(row), **left_out(dense[:, [i]], logs, features, labels, trained, found["best"][row], last)}
        for i, row in enumerate(rows[:LEFT_OUT_CELLS])
        if found["best"][row] != last
    ]
    return {
        "file": file,
        "reference": reference,
        "scale": scale,
        "labels": names,
        "markers": int(trained.num_markers()),
        "best": [names.index(label) for label in found["best"]],
        "rows": rows.tolist(),
        "scores": [[float(f"{value:.9g}") for value in row] for row in scores[rows]],
        "delta": [float(f"{value:.9g}") for value in np.asarray(found["delta"])[rows]],
        "leftOut": pairs,
        "meanScore": float(scores.mean()),
        "meanDelta": float(np.mean(found["delta"])),
    }


if __name__ == "__main__":
    out = Path(__file__).parents[1] / "web/expected/singler.json"
    out.write_text(json.dumps([case(*one) for one in CASES]) + "\n")
