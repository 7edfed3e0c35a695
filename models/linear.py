"""The linear atlas: rank-normal scores, ANOVA, components, balanced softmax, folded into one affine map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from models.draw import Draw
from models.encode import rank_normal


@dataclass
class AffineHead:
    """logit = bias + sum over measured genes of weights[j] (z_j - mean_j)."""

    weights: np.ndarray
    bias: np.ndarray


def scores_of(draw: Draw) -> np.ndarray:
    """Rank-normal scores of a batch, NaN where not measured."""
    return np.stack([rank_normal(c, m) for c, m in zip(draw.counts, draw.measured, strict=True)])


def center(
    scores: np.ndarray, given: np.ndarray | None = None, minimum: int = 50
) -> tuple[np.ndarray, np.ndarray]:
    """Centres in place (at ``given`` means, else their own), unmeasured genes to their mean; means and deviations."""
    count = np.zeros(scores.shape[1])
    total = np.zeros(scores.shape[1])
    for rows in np.array_split(np.arange(len(scores)), max(1, len(scores) // 512)):
        total += np.nansum(scores[rows], axis=0, dtype=np.float64)
        count += (~np.isnan(scores[rows])).sum(axis=0)
    mean = (total / np.maximum(count, 1)).astype(np.float32) if given is None else given
    square = np.zeros(scores.shape[1])
    for rows in np.array_split(np.arange(len(scores)), max(1, len(scores) // 512)):
        block = scores[rows] - mean
        np.nan_to_num(block, copy=False, nan=0.0)
        scores[rows] = block
        square += np.square(block, dtype=np.float64).sum(axis=0)
    deviation = np.sqrt(square / np.maximum(count, minimum)).astype(np.float32)
    return mean, np.maximum(deviation, 1e-3)


def anova(scores: np.ndarray, allowed: np.ndarray) -> np.ndarray:
    """F of every gene between the classes; a label of several classes counts for each in part."""
    known = allowed.any(axis=1)
    share = (allowed[known] / allowed[known].sum(axis=1, keepdims=True)).astype(np.float32)
    x = scores[known]
    size = share.sum(axis=0)
    used = size > 1
    sums = share[:, used].T @ x
    grand = x.mean(axis=0)
    means = sums / size[used][:, None]
    between = (size[used][:, None] * np.square(means - grand)).sum(axis=0)
    total = np.square(x).sum(axis=0) - len(x) * np.square(grand)
    within = np.maximum(total - between, 1e-6)
    return (between / max(used.sum() - 1, 1)) / (within / max(len(x) - used.sum(), 1))


def components(x: np.ndarray, count: int, seed: int, rounds: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Leading right singular vectors and the standard deviations along them (randomized)."""
    random = np.random.default_rng(seed)
    basis = random.standard_normal((x.shape[1], count + 20)).astype(np.float32)
    for _ in range(rounds):
        basis, _ = np.linalg.qr(x.T @ (x @ basis))
    small = x @ basis
    _, singular, right = np.linalg.svd(small, full_matrices=False)
    return (basis @ right.T)[:, :count], singular[:count] / np.sqrt(len(x))


def softmax_regression(
    x: np.ndarray, allowed: np.ndarray, weights: np.ndarray, penalty: float, steps: int = 60
) -> tuple[np.ndarray, np.ndarray]:
    """Coefficients and bias of least weighted loss; a cell's loss is -ln of what its allowed classes hold."""
    features = torch.from_numpy(np.ascontiguousarray(x))
    mask = torch.from_numpy(np.where(allowed, 0.0, -1e9).astype(np.float32))
    w = torch.from_numpy(weights / weights.sum())
    coefficients = torch.zeros(x.shape[1], allowed.shape[1], requires_grad=True)
    bias = torch.zeros(allowed.shape[1], requires_grad=True)
    solver = torch.optim.LBFGS(
        [coefficients, bias], max_iter=steps, history_size=20, line_search_fn="strong_wolfe", tolerance_change=1e-7
    )

    def loss() -> torch.Tensor:
        solver.zero_grad()
        log_p = torch.log_softmax(features @ coefficients + bias, dim=1)
        value = -(w * torch.logsumexp(log_p + mask, dim=1)).sum() + penalty * coefficients.square().sum()
        value.backward()
        return value

    solver.step(loss)
    return coefficients.detach().numpy(), bias.detach().numpy()


def fit_head(
    scores: np.ndarray,
    deviation: np.ndarray,
    allowed: np.ndarray,
    weight: np.ndarray,
    candidates: np.ndarray,
    genes: int,
    parts: int,
    penalty: float,
    whitening: float,
    seed: int,
) -> AffineHead:
    """One head on centred scores, folded back to the genes.

    ``whitening`` is the power of a component's spread it is divided by: 1 makes all components
    equally cheap to use, 0 leaves them as they are.
    """
    known = weight > 0
    f = np.where(candidates, anova(scores, allowed), -1.0)
    chosen = np.sort(np.argsort(-f, kind="stable")[: min(genes, int(candidates.sum()))])
    x = scores[np.ix_(known, chosen)] / deviation[chosen]
    np.clip(x, -10, 10, out=x)
    axes, spread = components(x, min(parts, len(chosen)), seed)
    whiten = axes / (spread**whitening * spread[0] ** (1 - whitening))
    inner, bias = softmax_regression((x @ whiten).astype(np.float32), allowed[known], weight[known], penalty)
    folded = np.zeros((scores.shape[1], allowed.shape[1]), dtype=np.float32)
    folded[chosen] = (whiten @ inner) / deviation[chosen][:, None]
    return AffineHead(folded, bias.astype(np.float32))


def affine_logits(scores: np.ndarray, mean: np.ndarray, head: AffineHead) -> np.ndarray:
    """Logits of rank-normal scores with NaN where not measured."""
    return np.nan_to_num(scores - mean, nan=0.0) @ head.weights + head.bias
