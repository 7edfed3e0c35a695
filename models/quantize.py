"""Numbers as small codes with scales, and what that changes in a model's answers."""

from __future__ import annotations

import numpy as np

from models.metrics import softmax

BLOCK = 32


def quantize(array: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """int8 codes and scales of a matrix; code * scale is the weight, to half a step.

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


def in_blocks(rows: np.ndarray, bits: int) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric codes and scales of consecutive blocks of every row.

    Returns
    -------
    codes
        int8, rows x blocks x ``BLOCK``; a row's end is filled with zeros.
    scales
        float32, rows x blocks.
    """
    top = 2 ** (bits - 1) - 1
    filled = np.pad(rows, ((0, 0), (0, -rows.shape[1] % BLOCK))).reshape(len(rows), -1, BLOCK)
    scale = np.maximum(np.abs(filled).max(axis=2), 1e-8).astype(np.float32) / top
    return np.clip(np.round(filled / scale[..., None]), -top, top).astype(np.int8), scale


def packed(codes: np.ndarray, bits: int) -> np.ndarray:
    """Codes above zero, as MatMulNBits and GatherBlockQuantized keep them: two of 4 bits in a byte, the first one low."""
    unsigned = (codes.astype(np.int16) + 2 ** (bits - 1)).astype(np.uint8)
    return unsigned if bits == 8 else unsigned[..., ::2] | (unsigned[..., 1::2] << 4)


def drift(reference: np.ndarray, other: np.ndarray) -> tuple[float, float]:
    """Share of rows whose best class is the same, and mean KL of the probabilities, of two sets of logits."""
    p, q = softmax(reference.astype(np.float64)), softmax(other.astype(np.float64))
    divergence = (p * (np.log(p + 1e-30) - np.log(q + 1e-30))).sum(axis=1)
    return float(np.mean(p.argmax(1) == q.argmax(1))), float(max(0.0, divergence.mean()))
