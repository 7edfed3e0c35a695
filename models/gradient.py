"""The gradient file of a model folder: forward and reverse pass in one graph, weights read from the prediction file."""

from __future__ import annotations

import onnx
from onnx import TensorProto, helper, numpy_helper

from models.vjp import append_vjp

OUTPUT = "gradient"
STRENGTH = "strength"
NORM = "embeddings.g"
INLINE_BYTES = 1024


def cotangent_names(heads: list[str]) -> list[str]:
    """The inputs that carry dL/dlogits, one per head."""
    return [f"cotangent_{head}" for head in heads]


def describe_gradient(heads: list[str], of: str = "values") -> dict:
    """The manifest's `onnx.gradient`."""
    strength = {"strength": STRENGTH} if of == "tokens" else {}
    return {"of": of, "output": OUTPUT, "cotangents": cotangent_names(heads), **strength}


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


def with_strength(predict: onnx.ModelProto) -> onnx.ModelProto:
    """The graph with one more input: ``strength`` (cells x length, 1 for the model as it is), which gene tokens'
    embeddings are multiplied by.

    The derivative by a token's strength is the sum over dimensions of gradient times embedding, so that attributions of
    tokens follow from it as those of values do: strength 0 is a token without an embedding. Embeddings are taken after
    their normalization, which would undo any strength before it. Genes stand last in the sequence.
    """
    made = onnx.ModelProto()
    made.CopyFrom(predict)
    nodes = list(made.graph.node)
    at = next((i for i, node in enumerate(nodes) if node.op_type == "LayerNormalization" and node.input[1] == NORM), -1)
    if at < 0:
        raise ValueError(f"the graph has no embeddings normalized by '{NORM}'")
    starts = next(node.input[1] for node in nodes if "gene_states" in node.output)
    special = int(numpy_helper.to_array(next(t for t in made.graph.initializer if t.name == starts))[0])
    name = nodes[at].output[0]
    nodes[at].output[0] = f"{name}_plain"
    of = lambda part: f"{STRENGTH}_{part}"  # noqa: E731

    def constant(part: str, kind: int, values: list) -> None:
        made.graph.initializer.append(helper.make_tensor(of(part), kind, [len(values)], values))

    for part, kind, values in (
        ("first", TensorProto.INT64, [0]), ("second", TensorProto.INT64, [1]), ("axis", TensorProto.INT64, [1]),
        ("last", TensorProto.INT64, [2]), ("zero", TensorProto.FLOAT, [0.0]), ("one", TensorProto.FLOAT, [1.0]),
    ):
        constant(part, kind, values)
    made_nodes = [
        helper.make_node("Slice", [STRENGTH, of("first"), of("second"), of("axis")], [of("any")]),
        helper.make_node("Mul", [of("any"), of("zero")], [of("none")]),
        helper.make_node("Add", [of("none"), of("one")], [of("whole")]),
        helper.make_node("Concat", [*[of("whole")] * special, STRENGTH], [of("row")], axis=1),
        helper.make_node("Unsqueeze", [of("row"), of("last")], [of("wide")]),
        helper.make_node("Mul", [f"{name}_plain", of("wide")], [name]),
    ]
    del made.graph.node[:]
    made.graph.node.extend([*nodes[: at + 1], *made_nodes, *nodes[at + 1 :]])
    genes = next(one for one in made.graph.input if one.name == "genes")
    dims = [d.dim_param or d.dim_value for d in genes.type.tensor_type.shape.dim]
    made.graph.input.append(helper.make_tensor_value_info(STRENGTH, TensorProto.FLOAT, dims))
    return made


def strength_gradient(predict: onnx.ModelProto, heads: list[str]) -> onnx.ModelProto:
    """``gradient_graph`` by the strength of each gene token, for models whose genes have no values."""
    return gradient_graph(with_strength(predict), heads, STRENGTH)


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
