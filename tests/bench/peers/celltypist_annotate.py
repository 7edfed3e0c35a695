"""CellTypist on a file of counts: `python celltypist_annotate.py FILE MODEL REPEATS`; one JSON line of seconds.

`annotate` is its call alone, after reading and normalizing, `processor` the same in processor time of all threads; the first run,
which warms up, is left out.
"""

import json
import sys
import time
import warnings

import anndata
import celltypist
import numpy as np
import scanpy

warnings.simplefilter("ignore")
path, model, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3])
start = time.perf_counter()
adata = anndata.read_h5ad(path)
scanpy.pp.normalize_total(adata, target_sum=1e4)
scanpy.pp.log1p(adata)
read = time.perf_counter() - start
loaded = celltypist.models.Model.load(model)
seconds, processor = [], []
for _ in range(repeats + 1):
    start, before = time.perf_counter(), time.process_time()
    result = celltypist.annotate(adata, model=loaded)
    seconds.append(time.perf_counter() - start)
    processor.append(time.process_time() - before)
labels = result.predicted_labels["predicted_labels"].astype(str).tolist()
annotate = float(np.median(seconds[1:]))
found = {"version": celltypist.__version__, "read": read, "annotate": annotate, "processor": float(np.median(processor[1:]))}
print(json.dumps({**found, "cells": adata.n_obs, "labels": labels}))
