"""The same question in Python: `python pydeseq2_donors.py FILE TYPES`. Reads the file, sums counts by decoupler, and fits
pydeseq2 to the first TYPES types; prints seconds of each and the version."""

import json
import resource
import sys
import time
import warnings

import anndata
import decoupler
import numpy as np
import pydeseq2
from pydeseq2.dds import DeseqDataSet
from pydeseq2.ds import DeseqStats

warnings.simplefilter("ignore")
path, fitted = sys.argv[1], int(sys.argv[2])
seconds = {}
started = time.perf_counter()
adata = anndata.read_h5ad(path)
seconds["read"] = time.perf_counter() - started
started = time.perf_counter()
bulk = decoupler.pp.pseudobulk(adata, sample_col="donor", groups_col="cell_type", mode="sum")
seconds["pseudobulk"] = time.perf_counter() - started
started = time.perf_counter()
types = sorted(bulk.obs["cell_type"].unique())[:fitted]
significant = 0
for name in types:
    own = bulk[bulk.obs["cell_type"] == name].copy()
    own = own[:, (np.asarray(own.X) >= 10).sum(axis=0) >= 10].copy()
    own.X = np.asarray(own.X).round().astype(int)
    data = DeseqDataSet(adata=own, design="~condition", quiet=True)
    data.deseq2()
    tests = DeseqStats(data, contrast=["condition", "stimulated", "control"], quiet=True)
    tests.summary()
    significant += int((tests.results_df["padj"] < 0.05).sum())
seconds["fits"] = time.perf_counter() - started
print(
    json.dumps(
        {
            "seconds": seconds,
            "types": len(types),
            "significant": significant,
            "versions": {"decoupler": decoupler.__version__, "pydeseq2": pydeseq2.__version__},
            "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        }
    )
)
