"""The gradient file of a model folder: forward and reverse pass in one graph, weights read from the prediction file."""

from __future__ import annotations

import onnx
from onnx import TensorProto

from models.vjp import append_vjp

OUTPUT = "gradient"
INLINE_BYTES = 1024


def cotangent_names(heads: list[str]) -> list[str]:
    """The inputs that carry dL/dlogits, one per head."""
    return [f"cotangent_{head}" for head in heads]


def describe_gradient(heads: list[str], of: str = "values") -> dict:
    """The manifest's `onnx.gradient`."""
    return {"of": of, "output": OUTPUT, "cotangents": cotangent_names(heads)}


def gradient_graph(predict: onnx.ModelProto, heads: list[str], wrt: str = "values") -> onnx.ModelProto:
    """A graph of gradient and logits.

    Parameters
    ----------
    predict
        A prediction graph with outputs ``logits_HEAD``.
    wrt
        The tensor that L is differentiated by: the input ``values``, or an inner tensor such as the
        embedding of binned tokens.

    Returns
    -------
    A model with the inputs of ``predict`` and one cotangent per head, of the shape of its logits. Its outputs are
    ``gradient``, dL/dwrt for L = sum over heads of cotangent . logits, and the logits themselves.
    """
    logits = [f"logits_{head}" for head in heads]
    cotangents = dict(zip(logits, cotangent_names(heads), strict=True))
    return append_vjp(predict, wrt, cotangents, OUTPUT, also=tuple(logits))


def share_weights(model: onnx.ModelProto, weights: bytes, file: str) -> bytes:
    """The model serialized without the larger tensors that lie as they are in another file of its folder.

    Parameters
    ----------
    weights, file
        Content and name of the other file; tensors point into it as ONNX external data (offset and length),
        whatever its format. Tensors not found in it stay inside.
    """
    made = onnx.ModelProto()
    made.CopyFrom(model)
    for tensor in made.graph.initializer:
        raw = tensor.raw_data
        offset = weights.find(raw) if len(raw) >= INLINE_BYTES else -1
        if offset >= 0:
            tensor.ClearField("raw_data")
            tensor.data_location = TensorProto.EXTERNAL
            for key, value in (("location", file), ("offset", offset), ("length", len(raw))):
                tensor.external_data.add(key=key, value=str(value))
    return made.SerializeToString()
