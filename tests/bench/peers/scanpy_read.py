"""scanpy reads an .h5ad file whole: `python scanpy_read.py FILE REPEATS`; one JSON line."""

import json
import sys
import time

import scanpy

path, repeats = sys.argv[1], int(sys.argv[2])
seconds = []
for i in range(repeats + 1):
    start = time.perf_counter()
    read = 2 * int(scanpy.read_h5ad(path).X.nnz)
    # The first is a warm-up.
    if i > 0:
        seconds.append(time.perf_counter() - start)
print(json.dumps({"seconds": seconds, "read": read, "version": scanpy.__version__}))
