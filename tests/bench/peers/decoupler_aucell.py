"""decoupler's AUCell of a file's cells: `python decoupler_aucell.py FILE SETS.gmt REPEATS`; one JSON line."""

import contextlib
import io
import json
import sys
import time
from importlib.metadata import version

import anndata
import decoupler
import pandas

path, sets, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3])
seconds = []
with contextlib.redirect_stdout(io.StringIO()):
    rows = [line.rstrip("\n").split("\t") for line in open(sets)]
    net = pandas.DataFrame([(name, gene) for name, _, *genes in rows for gene in dict.fromkeys(genes)], columns=["source", "target"])
    for i in range(repeats + 1):
        start = time.perf_counter()
        data = anndata.read_h5ad(path)
        decoupler.mt.aucell(data, net, tmin=3)
        if i > 0:
            seconds.append(time.perf_counter() - start)
print(json.dumps({"seconds": seconds, "version": version("decoupler")}))
