"""Reverse-mode differentiation of an ONNX graph, written as ordinary ONNX nodes.

Autograd does not export to ONNX, so the vector-Jacobian product that attribution needs is
appended here node by node: the result runs wherever the model itself runs (native, wasm, WebGPU).
"""

from __future__ import annotations

import onnx
from onnx import TensorProto, helper

from models.vjp_rules import RULES, Graph


class UnsupportedOperator(ValueError):
    """An operator lies between the input and the outputs and has no rule."""


def append_vjp(
    model: onnx.ModelProto, wrt: str, cotangents: dict[str, str], output: str, also: tuple[str, ...] = ()
) -> onnx.ModelProto:
    """Give a model whose output is the gradient of ``sum over outputs of cotangent . output``.

    Parameters
    ----------
    model
        An ONNX model, opset 13 or later, with static ranks.
    wrt
        Name of a float32 tensor: an input, or an inner tensor such as an embedding.
    cotangents
        Output name -> name of the new input that carries its cotangent (same shape as the output).
    output
        Name of the gradient, of the shape of ``wrt``.
    also
        Outputs of ``model`` to keep beside the gradient.

    Returns
    -------
    A model with the inputs of ``model`` followed by the cotangents, and the outputs ``output`` and ``also``.

    Raises
    ------
    UnsupportedOperator
        Naming every operator on the way that has no rule.
    """
    model = infer(model)
    graph = Graph(model.graph, next(o.version for o in model.opset_import if o.domain in ("", "ai.onnx")))
    active = _reached_from(model.graph, wrt)
    wanted = _needed_for(model.graph, set(cotangents), active)
    path = [node for node in model.graph.node if any(o in wanted for o in node.output) and any(i in active for i in node.input)]

    missing = sorted({node.op_type for node in path if node.op_type not in RULES})
    if missing:
        raise UnsupportedOperator(f"no gradient rule for {', '.join(missing)}; supported: {', '.join(sorted(RULES))}")

    for name, cotangent in cotangents.items():
        if name in active:
            graph.accumulate(name, cotangent)
    for node in reversed(path):
        grads = [graph.gradient(o) for o in node.output]
        if any(g is not None for g in grads):
            needed = [i in active and i != "" for i in node.input]
            RULES[node.op_type](graph, node, grads, needed)

    gradient = graph.gradient(wrt)
    if gradient is None:
        raise ValueError(f"no output of {sorted(cotangents)} depends on '{wrt}'")
    graph.add("Identity", [gradient], output=output)
    return _assemble(model, graph, wrt, cotangents, output, also)


def infer(model: onnx.ModelProto) -> onnx.ModelProto:
    """Shapes of all tensors; for this, contrib operators that ONNX does not know stand as the operators they replace."""
    plain = onnx.ModelProto()
    plain.CopyFrom(model)
    sizes = {t.name: t.dims for t in model.graph.initializer}
    for node in plain.graph.node:
        given = {a.name: helper.get_attribute_value(a) for a in node.attribute}
        if node.op_type == "MatMulNBits":
            weight, shape = node.input[1] + "_dense", [given["K"], given["N"]]
            node.CopyFrom(helper.make_node("MatMul", [node.input[0], weight], node.output))
        elif node.op_type == "GatherBlockQuantized":
            packed = sizes[node.input[0]]
            weight, shape = node.input[0] + "_dense", [packed[0], packed[1] * 8 // given["bits"]]
            node.CopyFrom(helper.make_node("Gather", [weight, node.input[1]], node.output))
        else:
            continue
        plain.graph.input.append(helper.make_tensor_value_info(weight, TensorProto.FLOAT, shape))
    made = onnx.ModelProto()
    made.CopyFrom(model)
    del made.graph.value_info[:]
    made.graph.value_info.extend(onnx.shape_inference.infer_shapes(plain, strict_mode=True, data_prop=True).graph.value_info)
    return made


def _reached_from(graph: onnx.GraphProto, root: str) -> set[str]:
    reached = {root}
    for node in graph.node:
        if any(i in reached for i in node.input):
            reached.update(o for o in node.output if o)
    return reached


def _needed_for(graph: onnx.GraphProto, outputs: set[str], active: set[str]) -> set[str]:
    needed = set(outputs)
    for node in reversed(graph.node):
        if any(o in needed for o in node.output):
            needed.update(i for i in node.input if i in active)
    return needed


def _assemble(
    model: onnx.ModelProto, graph: Graph, wrt: str, cotangents: dict[str, str], output: str, also: tuple[str, ...]
) -> onnx.ModelProto:
    shapes = {v.name: v for v in [*model.graph.output, *model.graph.value_info, *model.graph.input]}
    inputs = list(model.graph.input)
    for name, cotangent in cotangents.items():
        value = onnx.ValueInfoProto()
        value.CopyFrom(shapes[name])
        value.name = cotangent
        inputs.append(value)
    dims = [d.dim_param or d.dim_value for d in shapes[wrt].type.tensor_type.shape.dim]
    result = helper.make_graph(
        [*model.graph.node, *graph.nodes],
        f"{model.graph.name}_vjp",
        inputs,
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, dims), *(shapes[name] for name in also)],
        [*model.graph.initializer, *graph.initializers],
    )
    made = helper.make_model(_only_needed(result, {output, *also}), opset_imports=list(model.opset_import))
    made.ir_version = model.ir_version
    onnx.checker.check_model(made)
    return made


def _only_needed(graph: onnx.GraphProto, outputs: set[str]) -> onnx.GraphProto:
    """Drop forward nodes that no output uses; inputs stay, so that callers feed one set of names."""
    needed, kept = set(outputs), []
    for node in reversed(graph.node):
        if any(o in needed for o in node.output):
            kept.append(node)
            needed.update(node.input)
    initializers = [t for t in graph.initializer if t.name in needed]
    return helper.make_graph(kept[::-1], graph.name, graph.input, graph.output, initializers)
