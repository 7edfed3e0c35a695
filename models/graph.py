"""The network as an ONNX graph of few, plain operators.

Operators: Gather, Add, Mul, Sub, MatMul, Tanh, Softmax, LayerNormalization, Reshape, Transpose,
Concat, Slice, Split, Unsqueeze. Batch and length are free.
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

    def __init__(self, int8: bool = False):
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
        """Rows of a table by index."""
        return self.add("Gather", [self.constant(name, table), index], axis=0)

    def split(self, x: str, sizes: list[int], axis: int) -> list[str]:
        """Consecutive parts along an axis."""
        outputs = [f"split_{len(self.nodes)}_{i}" for i in range(len(sizes))]
        self.nodes.append(helper.make_node("Split", [x, self.ints(*sizes)], outputs, axis=axis))
        return outputs

    def join(self, parts: list[str]) -> str:
        """Groups of tokens as one."""
        return parts[0] if len(parts) == 1 else self.add("Concat", parts, axis=1)

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


def _heads(b: Builder, x: str, heads: int, width: int, keys: bool = False) -> str:
    """Tokens x width -> heads x tokens x part of the width; keys are turned, ready to be multiplied."""
    apart = b.add("Reshape", [x, b.ints(0, 0, heads, width // heads)])
    return b.add("Transpose", [apart], perm=[0, 2, 3, 1] if keys else [0, 2, 1, 3])


def _layer(b: Builder, tokens: list[str], bias: str, name: str, state: dict[str, np.ndarray], shape) -> list[str]:
    """Pre-norm attention and feed-forward of all tokens, given and returned in consecutive groups."""
    width, heads = shape.width, shape.heads
    normed = [b.norm(x, f"{name}.norm1", state["norm1.weight"], state["norm1.bias"]) for x in tokens]
    parts = [b.split(b.linear(y, f"{name}.qkv", state["qkv.weight"], state["qkv.bias"]), [width] * 3, 2) for y in normed]
    queries, keys, values = ([part[i] for part in parts] for i in range(3))
    keys, values = _heads(b, b.join(keys), heads, width, keys=True), _heads(b, b.join(values), heads, width)
    made = []
    for x, query in zip(tokens, queries, strict=True):
        query = b.add("Mul", [_heads(b, query, heads, width), b.number(1 / math.sqrt(width // heads))])
        share = b.add("Softmax", [b.add("Add", [b.add("MatMul", [query, keys]), bias])], axis=-1)
        joined = b.add("Transpose", [b.add("MatMul", [share, values])], perm=[0, 2, 1, 3])
        seen = b.add("Reshape", [joined, b.ints(0, 0, width)])
        x = b.add("Add", [x, b.linear(seen, f"{name}.out", state["out.weight"], state["out.bias"])])
        y = b.norm(x, f"{name}.norm2", state["norm2.weight"], state["norm2.bias"])
        y = b.gelu(b.linear(y, f"{name}.up", state["up.weight"], state["up.bias"]))
        made.append(b.add("Add", [x, b.linear(y, f"{name}.down", state["down.weight"], state["down.bias"])]))
    return made


def _tokens(b: Builder, state: dict[str, np.ndarray], heads: int, width: int) -> tuple[list[str], str, str]:
    """Special tokens and gene tokens before the first layer, and the attention bias that hides padding."""
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
    one = b.add("Reshape", [b.slice(b.add("Add", [zero, b.number(1.0)]), 0, 1, 2), b.ints(0, 1)])
    real = b.add("Concat", [one] * (1 + heads) + ["mask"], axis=1)
    bias = b.add("Mul", [b.add("Sub", [real, b.number(1.0)]), b.number(1e4)])
    return [first, *given], tokens, b.add("Unsqueeze", [bias, b.ints(1, 2)])


def build(network: PhenoNet, phenotypes: list[str]) -> onnx.ModelProto:
    """The float32 prediction graph of a trained network, with the names the manifest gives."""
    shape = network.shape
    state = {key: tensor.detach().cpu().numpy().astype(np.float32) for key, tensor in network.state_dict().items()}
    b = Builder()
    special, genes, bias = _tokens(b, state, len(phenotypes), shape.width)
    tokens = [b.join([*special, genes])]
    for i in range(shape.layers):
        start = f"layers.{i}."
        own = {key[len(start) :]: array for key, array in state.items() if key.startswith(start)}
        if i == shape.layers - 1:
            # The heads read the special tokens alone: apart, the genes' last step is left out where no one asks for it.
            tokens = [b.slice(tokens[0], 0, len(special), 1), b.slice(tokens[0], len(special), 2**31 - 1, 1)]
        tokens = _layer(b, tokens, bias, f"l{i}", own, shape)
    special = b.norm(tokens[0], "norm", state["norm.weight"], state["norm.bias"])
    b.norm(tokens[1], "norm", state["norm.weight"], state["norm.bias"], "gene_states")
    apart = b.split(special, [1] * (1 + len(phenotypes)), 1)
    b.add("Reshape", [apart[0], b.ints(0, shape.width)], "embedding")
    for h, phenotype in enumerate(phenotypes):
        token = b.add("Reshape", [apart[h + 1], b.ints(0, shape.width)])
        both = b.add("Concat", [token, "embedding"], axis=1)
        weight = b.constant(f"head.{h}.w", state[f"head.{h}.weight"].T)
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
