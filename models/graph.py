"""The network as an ONNX graph of few, plain operators, weights int8 with their scales beside them.

Operators: Gather, DequantizeLinear, Add, Mul, Sub, MatMul, Tanh, Softmax, LayerNormalization,
Reshape, Transpose, Concat, Slice, Unsqueeze. Batch and length are free.
"""

from __future__ import annotations

import math

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from models.network import PhenoNet
from models.quantize import quantize

OPSET = 17


class Builder:
    """Collects nodes and initializers; every method returns the name of its result."""

    def __init__(self, int8: bool):
        self.int8 = int8
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, array: np.ndarray) -> str:
        """An initializer, made once."""
        self.constants.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def ints(self, *values: int) -> str:
        """An int64 shape or index list."""
        return self.constant("i_" + "_".join(str(v).replace("-", "m") for v in values), np.array(values, np.int64))

    def number(self, value: float) -> str:
        """A float32 scalar."""
        return self.constant(f"f_{value:.9g}", np.array(value, np.float32))

    def add(self, kind: str, inputs: list[str], output: str | None = None, **attributes) -> str:
        """A node of one output."""
        output = output or f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def weight(self, name: str, array: np.ndarray, axis: int) -> str:
        """A matrix: int8 with one scale per index of ``axis``, or fp32."""
        if not self.int8:
            return self.constant(name, array.astype(np.float32))
        codes, scale = quantize(array, axis)
        inputs = [self.constant(f"{name}_q", codes), self.constant(f"{name}_s", scale)]
        return self.add("DequantizeLinear", inputs, name, axis=axis)

    def linear(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """x W + b of a torch weight (out x in)."""
        product = self.add("MatMul", [x, self.weight(f"{name}.w", weight.T, 1)])
        return self.add("Add", [product, self.constant(f"{name}.b", bias)])

    def rows(self, index: str, name: str, table: np.ndarray) -> str:
        """Rows of a table by index; one scale per row of the table."""
        return self.add("Gather", [self.weight(name, table, 0), index], axis=0)

    def norm(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray, output: str | None = None) -> str:
        """Layer normalization over the last axis."""
        parts = [x, self.constant(f"{name}.g", weight), self.constant(f"{name}.b", bias)]
        return self.add("LayerNormalization", parts, output, axis=-1, epsilon=1e-5)

    def gelu(self, x: str) -> str:
        """The tanh form of gelu."""
        cube = self.add("Mul", [self.add("Mul", [x, x]), x])
        inner = self.add("Add", [x, self.add("Mul", [cube, self.number(0.044715)])])
        bent = self.add("Tanh", [self.add("Mul", [inner, self.number(math.sqrt(2 / math.pi))])])
        gate = self.add("Mul", [self.add("Add", [bent, self.number(1.0)]), self.number(0.5)])
        return self.add("Mul", [x, gate])

    def slice(self, x: str, first: int, last: int, axis: int, output: str | None = None) -> str:
        """x[first:last] along an axis."""
        return self.add("Slice", [x, self.ints(first), self.ints(last), self.ints(axis)], output)


def _attention(b: Builder, x: str, bias: str, name: str, state: dict[str, np.ndarray], heads: int, width: int) -> str:
    qkv = b.linear(x, f"{name}.qkv", state["qkv.weight"], state["qkv.bias"])
    split = []
    for part in range(3):
        piece = b.slice(qkv, part * width, (part + 1) * width, 2)
        apart = b.add("Reshape", [piece, b.ints(0, 0, heads, width // heads)])
        order = [0, 2, 3, 1] if part == 1 else [0, 2, 1, 3]
        split.append(b.add("Transpose", [apart], perm=order))
    query = b.add("Mul", [split[0], b.number(1 / math.sqrt(width // heads))])
    scores = b.add("Add", [b.add("MatMul", [query, split[1]]), bias])
    seen = b.add("MatMul", [b.add("Softmax", [scores], axis=-1), split[2]])
    joined = b.add("Reshape", [b.add("Transpose", [seen], perm=[0, 2, 1, 3]), b.ints(0, 0, width)])
    return b.linear(joined, f"{name}.out", state["out.weight"], state["out.bias"])


def _tokens(b: Builder, state: dict[str, np.ndarray], heads: int, width: int) -> tuple[str, str]:
    """All tokens before the first layer, and the attention bias that hides padding."""
    gene = b.rows("genes", "gene", state["gene.weight"])
    value = b.linear(
        b.add("Unsqueeze", ["values", b.ints(2)]), "value_in", state["value_in.weight"], state["value_in.bias"]
    )
    value = b.linear(b.add("Tanh", [value]), "value_out", state["value_out.weight"], state["value_out.bias"])
    tokens = b.add("Add", [gene, value])
    given = []
    for h in range(heads):
        column = b.slice("phenotypes", h, h + 1, 1)
        given.append(b.rows(column, f"phenotype.{h}", state[f"phenotype.{h}.weight"]))
    zero = b.add("Mul", [given[0], b.number(0.0)])
    first = b.add("Add", [zero, b.constant("cls", state["cls"][None, None, :])])
    x = b.add("Concat", [first, *given, tokens], axis=1)
    one = b.add("Reshape", [b.slice(b.add("Add", [zero, b.number(1.0)]), 0, 1, 2), b.ints(0, 1)])
    real = b.add("Concat", [one] * (1 + heads) + ["mask"], axis=1)
    bias = b.add("Mul", [b.add("Sub", [real, b.number(1.0)]), b.number(1e4)])
    return x, b.add("Unsqueeze", [bias, b.ints(1, 2)])


def build(network: PhenoNet, phenotypes: list[str], int8: bool) -> onnx.ModelProto:
    """The prediction graph of a trained network, with the names the manifest gives."""
    shape = network.shape
    state = {key: tensor.detach().cpu().numpy().astype(np.float32) for key, tensor in network.state_dict().items()}
    b = Builder(int8)
    x, bias = _tokens(b, state, len(phenotypes), shape.width)
    for i in range(shape.layers):
        start = f"layers.{i}."
        own = {key[len(start) :]: array for key, array in state.items() if key.startswith(start)}
        y = b.norm(x, f"l{i}.norm1", own["norm1.weight"], own["norm1.bias"])
        x = b.add("Add", [x, _attention(b, y, bias, f"l{i}", own, shape.heads, shape.width)])
        y = b.norm(x, f"l{i}.norm2", own["norm2.weight"], own["norm2.bias"])
        y = b.gelu(b.linear(y, f"l{i}.up", own["up.weight"], own["up.bias"]))
        x = b.add("Add", [x, b.linear(y, f"l{i}.down", own["down.weight"], own["down.bias"])])
    x = b.norm(x, "norm", state["norm.weight"], state["norm.bias"])
    b.add("Reshape", [b.slice(x, 0, 1, 1), b.ints(0, shape.width)], "embedding")
    special = 1 + len(phenotypes)
    b.slice(x, special, 2**31 - 1, 1, "gene_states")
    for h, phenotype in enumerate(phenotypes):
        token = b.add("Reshape", [b.slice(x, h + 1, h + 2, 1), b.ints(0, shape.width)])
        both = b.add("Concat", [token, "embedding"], axis=1)
        weight = b.weight(f"head.{h}.w", state[f"head.{h}.weight"].T, 1)
        b.add("Add", [b.add("MatMul", [both, weight]), b.constant(f"head.{h}.b", state[f"head.{h}.bias"])],
              f"logits_{phenotype}")
    return _finish(b, shape, phenotypes)


def _finish(b: Builder, shape, phenotypes: list[str]) -> onnx.ModelProto:
    info = helper.make_tensor_value_info
    inputs = [
        info("genes", TensorProto.INT32, ["B", "L"]),
        info("values", TensorProto.FLOAT, ["B", "L"]),
        info("mask", TensorProto.FLOAT, ["B", "L"]),
        info("phenotypes", TensorProto.INT32, ["B", len(phenotypes)]),
    ]
    outputs = [
        info(f"logits_{p}", TensorProto.FLOAT, ["B", c]) for p, c in zip(phenotypes, shape.classes, strict=True)
    ]
    outputs += [
        info("embedding", TensorProto.FLOAT, ["B", shape.width]),
        info("gene_states", TensorProto.FLOAT, ["B", "L", shape.width]),
    ]
    graph = helper.make_graph(b.nodes, "phenolens", inputs, outputs, list(b.constants.values()))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(model, full_check=True)
    return model
