"""Weight-only int8: symmetric, one scale per channel, activations stay fp32."""

from __future__ import annotations

import numpy as np

from models.metrics import softmax


def quantize(array: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Codes and scales of a matrix; code * scale is the weight, to half a step.

    Examples
    --------
    >>> codes, scale = quantize(np.array([[1.0, -2.0]]), 0)
    >>> codes.tolist()
    [[64, -127]]
    """
    others = tuple(i for i in range(array.ndim) if i != axis)
    scale = np.maximum(np.abs(array).max(axis=others), 1e-8).astype(np.float32) / 127
    spread = np.expand_dims(scale, others)
    return np.clip(np.round(array / spread), -127, 127).astype(np.int8), scale


def drift(reference: np.ndarray, other: np.ndarray) -> tuple[float, float]:
    """Share of rows whose best class is the same, and mean KL of the probabilities, of two sets of logits."""
    p, q = softmax(reference.astype(np.float64)), softmax(other.astype(np.float64))
    divergence = (p * (np.log(p + 1e-30) - np.log(q + 1e-30))).sum(axis=1)
    return float(np.mean(p.argmax(1) == q.argmax(1))), float(max(0.0, divergence.mean()))
