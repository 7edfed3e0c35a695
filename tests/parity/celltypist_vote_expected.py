"""Writes tests/web/expected/majority-vote.json: CellTypist's own majority vote on made-up labels and clusters, ties and all.

    python tests/parity/celltypist_vote_expected.py

Needs celltypist 1.7.1.
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
from celltypist.classifier import AnnotationResult, Classifier

LABELS = ["B cells", "CD4 T", "cDC1", "NK|T", "Äther", "alpha-beta T", "Unassigned", "γδ T"]


def case(seed, cells, clusters, classes, min_prop, skew):
    random = np.random.default_rng(seed)
    over = random.integers(0, clusters, cells)
    odds = np.exp(skew * random.normal(size=(clusters, classes)))
    odds /= odds.sum(1, keepdims=True)
    labels = np.array([LABELS[random.choice(classes, p=odds[cluster])] for cluster in over])
    names = [f"cell{i}" for i in range(cells)]
    predicted = pd.DataFrame(labels, columns=["predicted_labels"], index=names, dtype="category")
    result = AnnotationResult(predicted, pd.DataFrame(index=names), pd.DataFrame(index=names), None)
    voted = Classifier.majority_vote(result, [str(cluster) for cluster in over], min_prop=min_prop).predicted_labels
    assert (voted["over_clustering"].astype(str).to_numpy() == over.astype(str)).all()
    winners = voted["majority_voting"].astype(str).tolist()
    return {"labels": labels.tolist(), "clusters": over.tolist(), "min_prop": min_prop, "voted": winners}


cases = [
    case(seed, cells, clusters, classes, min_prop, skew)
    for seed, (cells, clusters, classes, min_prop, skew) in enumerate(
        [(60, 30, 8, 0, 0), (200, 15, 8, 0, 2), (200, 15, 5, 0.5, 1), (300, 60, 8, 0.4, 1), (120, 60, 2, 0, 0), (90, 1, 8, 0.3, 0)]
    )
]
path = Path(__file__).parents[1] / "web" / "expected" / "majority-vote.json"
path.write_text(json.dumps(cases, ensure_ascii=False) + "\n")
