"""Writes stratified_expected.hpp: samplics' shares and standard errors of stratified samples with finite population correction. Run, with
samplics of PyPI: ``python tests/parity/stratified_expected.py``."""

import numpy as np
from literals import Header
from samplics import PopParam, TaylorEstimator

SAMPLES = [
    [(50_000, 4000, 1300), (20_000, 3000, 90), (9000, 2500, 2400), (700, 350, 170)],
    [(8000, 2000, 400), (2500, 2400, 1200)],
    [(100_000, 5000, 2500)],
]
out = Header(__file__, "samplics")
for name, column in (("sizes", 0), ("drawn", 1), ("hits", 2)):
    out.put(f"{name}", [strata[column] for sample in SAMPLES for strata in sample])
out.put("strata", [len(sample) for sample in SAMPLES])
shares, errors = [], []
for sample in SAMPLES:
    y = np.concatenate([np.arange(drawn) < hits for _, drawn, hits in sample]).astype(float)
    stratum = np.concatenate([np.full(drawn, s) for s, (_, drawn, _) in enumerate(sample)])
    weight = np.concatenate([np.full(drawn, size / drawn) for size, drawn, _ in sample])
    fpc = {s: 1 - drawn / size for s, (size, drawn, _) in enumerate(sample)}
    estimate = TaylorEstimator(PopParam.mean)
    estimate.estimate(y=y, samp_weight=weight, stratum=stratum, fpc=fpc)
    shares.append(float(estimate.point_est))
    errors.append(float(estimate.stderror))
out.put("shares", shares)
out.put("errors", errors)
out.write()
