"""harmonypy on raw float32 positions: `harmonypy_run.py PATH DIMS THREADS REPEATS`; one JSON line."""

import importlib.metadata
import json
import logging
import sys
import time

import numpy as np
from harmonypy import run_harmony

path, dims, threads, repeats = sys.argv[1], *map(int, sys.argv[2:])
logging.getLogger("harmonypy").setLevel(logging.ERROR)
values = np.fromfile(f"{path}.values", dtype=np.float32).reshape(-1, dims)
batches = {"batch": np.fromfile(f"{path}.batches", dtype=np.int32)}
seconds = []
for _ in range(repeats + 1):
    start = time.perf_counter()
    found = run_harmony(values, batches, "batch", verbose=False, random_state=1, ncores=threads)
    seconds.append(time.perf_counter() - start)
version = importlib.metadata.version("harmonypy")
print(json.dumps({"version": version, "seconds": seconds[1:], "objective": float(found.objective_harmony[-1])}))
