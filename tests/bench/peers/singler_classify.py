"""SingleR on a file of counts: `python singler_classify.py FILE PROFILES TYPES TABLE REPEATS`; one JSON line of seconds.

Writes the first TYPES profiles as TABLE (genes x types). `train` and `classify` are singler's two calls with two threads, after
reading; the first run, which warms up, is left out.
"""

import importlib.metadata
import json
import sys
import time

import h5py
import numpy as np
import scipy.sparse
import singler

path, profiles, types, table, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4], int(sys.argv[5])


def read(name):
    with h5py.File(name) as file:
        x = file["X"]
        matrix = scipy.sparse.csr_matrix((x["data"][:], x["indices"][:], x["indptr"][:]), shape=tuple(x.attrs["shape"]))
        return matrix, list(file["var"][file["var"].attrs["_index"]].asstr()[:]), list(file["obs"][file["obs"].attrs["_index"]].asstr()[:])


cells, genes, _ = read(path)
matrix, names, rows = read(profiles)
dense, labels = matrix[:types].toarray().astype(np.float64), rows[:types]
with open(table, "w") as out:
    out.write("gene," + ",".join(f'"{label}"' for label in labels) + "\n")
    for gene, values in zip(names, dense.T):
        out.write(f'"{gene}",' + ",".join(repr(float(value)) for value in values) + "\n")
counts, logs = scipy.sparse.csc_matrix(cells.T.astype(np.float64)), np.asfortranarray(np.log2(1 + dense).T)
train, classify = [], []
for _ in range(repeats + 1):
    start = time.perf_counter()
    built = singler.train_single(logs, labels, names, test_features=genes, num_threads=2)
    train.append(time.perf_counter() - start)
    start = time.perf_counter()
    found = singler.classify_single(counts, built, num_threads=2)
    classify.append(time.perf_counter() - start)
print(
    json.dumps(
        {
            "version": importlib.metadata.version("singler"),
            "train": float(np.median(train[1:])),
            "classify": float(np.median(classify[1:])),
            "labels": list(found["best"]),
        }
    )
)
