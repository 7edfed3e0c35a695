"""scikit-learn judges random predictions: `python sklearn_metrics.py CELLS CLASSES REPEATS`; one JSON line."""

import json
import sys
import time

import numpy as np
import sklearn.metrics as metrics

cells, classes, repeats = (int(word) for word in sys.argv[1:])
rng = np.random.default_rng(1)
truth = (rng.random(cells) ** 2 * classes).astype(int)
logits = 4 * rng.random((cells, classes), dtype=np.float32)
logits[np.arange(cells), truth] += 2
p = np.exp(logits)
p /= p.sum(axis=1, keepdims=True)
entropy = -(p * np.log(p)).sum(axis=1)
labels = np.arange(classes)
seconds = []
for i in range(repeats + 1):
    start = time.perf_counter()
    first = p.argmax(axis=1)
    for k in range(1, 11):
        metrics.top_k_accuracy_score(truth, p, k=k, labels=labels)
    metrics.confusion_matrix(truth, first, labels=labels)
    metrics.f1_score(truth, first, average="macro")
    metrics.balanced_accuracy_score(truth, first)
    metrics.log_loss(truth, p, labels=labels)
    metrics.roc_auc_score(first != truth, entropy)
    metrics.average_precision_score(first != truth, entropy)
    if i > 0:
        seconds.append(time.perf_counter() - start)
print(json.dumps({"seconds": seconds}))
