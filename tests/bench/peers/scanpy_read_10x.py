"""scanpy reads a 10x folder: `python scanpy_read_10x.py FOLDER REPEATS`; one JSON line."""

import json
import sys
import time

import scanpy

path, repeats = sys.argv[1], int(sys.argv[2])
seconds = []
for i in range(repeats):
    start = time.perf_counter()
    scanpy.read_10x_mtx(path, cache=False)
    seconds.append(time.perf_counter() - start)
print(json.dumps({"seconds": seconds, "version": scanpy.__version__}))
