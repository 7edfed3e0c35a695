"""Attributions against a planted truth: simulated classes made by known genes, learned by a small transformer.

The gradient file must find the genes that make a class, and must find nothing where labels were shuffled before training
or the weights were never trained.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
import torch
from sklearn.metrics import roc_auc_score

from models.export import session
from models.gradient import OUTPUT, gradient_graph
from models.graph import build
from models.network import PhenoNet, Shape
from models.schemes import SCHEMES, store

GENES, CLASSES, CAUSAL, TOKENS = 240, 4, 6, 96


@dataclass(frozen=True)
class Simulated:
    """Cells whose class raises its own few genes; every other gene varies between cells but not with the class."""

    genes: np.ndarray
    values: np.ndarray
    mask: np.ndarray
    labels: np.ndarray
    causal: np.ndarray


def simulate(cells: int, seed: int, truth_seed: int = 0) -> Simulated:
    """Gamma-Poisson counts with dropout by depth, the largest ``TOKENS`` genes of each cell as tokens."""
    truth = np.random.default_rng(truth_seed)
    causal = truth.permutation(GENES)[: CLASSES * CAUSAL].reshape(CLASSES, CAUSAL)
    mean = truth.gamma(1.2, 1.5, GENES) + 0.2
    mean[causal.ravel()] = 1.0
    random = np.random.default_rng(seed)
    labels = random.integers(0, CLASSES, cells)
    rate = np.tile(mean, (cells, 1))
    for c in range(CLASSES):
        rate[np.ix_(labels == c, causal[c])] *= 5
    # Modules of other genes rise and fall together, whatever the class.
    module = truth.integers(0, 6, GENES)
    rate *= np.exp(0.4 * random.normal(size=(cells, 6)))[:, module]
    depth = random.lognormal(0, 0.35, (cells, 1))
    counts = random.poisson(random.gamma(2.0, rate * depth / 2.0))
    logged = np.log1p(1e3 * counts / np.maximum(counts.sum(1, keepdims=True), 1)).astype(np.float32)
    order = np.argsort(-logged, axis=1, kind="stable")[:, :TOKENS]
    values = np.take_along_axis(logged, order, 1)
    mask = (values > 0).astype(np.float32)
    genes = np.where(mask > 0, order, GENES).astype(np.int32)
    return Simulated(genes, values, mask, labels, causal)


def trained(data: Simulated, labels: np.ndarray, steps: int = 350) -> PhenoNet:
    torch.manual_seed(3)
    network = PhenoNet(Shape(GENES, (CLASSES,), 32, 2, 1, 64, 8), dropout=0.1)
    optimizer = torch.optim.AdamW(network.parameters(), 3e-3, weight_decay=0.02)
    random = np.random.default_rng(4)
    for _ in range(steps):
        rows = random.integers(0, len(labels), 96)
        out = network(*(torch.from_numpy(a[rows]) for a in (data.genes, data.values, data.mask)), torch.zeros(96, 1, dtype=torch.long))
        loss = torch.nn.functional.cross_entropy(out["logits"][0], torch.from_numpy(labels[rows]))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return network.eval()


def recovery(network: PhenoNet, data: Simulated) -> tuple[float, float]:
    """AUROC of each class's mean gradient x input for its causal genes against all others, averaged; and accuracy."""
    model = store(build(network, ["c"]), SCHEMES["int8"])
    runtime = session(gradient_graph(model, ["c"]).SerializeToString())
    found, right = [], 0
    for c in range(CLASSES):
        rows = np.flatnonzero(data.labels == c)
        cotangent = np.zeros((len(rows), CLASSES), np.float32)
        cotangent[:, c] = 1
        inputs = {
            "genes": data.genes[rows],
            "values": data.values[rows],
            "mask": data.mask[rows],
            "phenotypes": np.zeros((len(rows), 1), np.int32),
        }
        gradient, logits = runtime.run([OUTPUT, "logits_c"], {**inputs, "cotangent_c": cotangent})
        right += int((logits.argmax(1) == c).sum())
        mean = np.zeros(GENES + 1)
        np.add.at(mean, data.genes[rows], gradient * data.values[rows])
        found.append(roc_auc_score(np.isin(np.arange(GENES), data.causal[c]), mean[:GENES]))
    return float(np.mean(found)), right / len(data.labels)


@pytest.fixture(scope="module")
def cells() -> tuple[Simulated, Simulated]:
    return simulate(3000, 1), simulate(600, 2)


def test_the_genes_that_make_a_class_are_found(cells):
    learned, unseen = cells
    auroc, accuracy = recovery(trained(learned, learned.labels), unseen)
    assert accuracy > 0.9
    assert auroc >= 0.95


def test_nothing_is_found_where_labels_were_shuffled(cells):
    learned, unseen = cells
    auroc, accuracy = recovery(trained(learned, np.random.default_rng(5).permutation(learned.labels)), unseen)
    assert accuracy < 0.5
    assert auroc < 0.75


def test_nothing_is_found_by_weights_that_never_learned(cells):
    _, unseen = cells
    torch.manual_seed(6)
    found = [recovery(PhenoNet(Shape(GENES, (CLASSES,), 32, 2, 1, 64, 8)).eval(), unseen)[0] for _ in range(3)]
    assert np.mean(found) < 0.7
