"""h5py reads X/data and X/indices whole: `python h5py_read.py FILE REPEATS`; one JSON line."""

import json
import sys
import time

import h5py

path, repeats = sys.argv[1], int(sys.argv[2])
seconds = []
for i in range(repeats + 1):
    start = time.perf_counter()
    with h5py.File(path, "r") as file:
        read = file["X/data"][:].size + file["X/indices"][:].size
    # The first is a warm-up.
    if i > 0:
        seconds.append(time.perf_counter() - start)
print(json.dumps({"seconds": seconds, "read": read, "version": h5py.__version__}))
