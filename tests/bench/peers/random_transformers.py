"""Encoders of published shapes with random weights, as ONNX: `python random_transformers.py FOLDER [--tiny]`.

Writes NAME-PRECISION.onnx for each shape and precision, and cases.json: their shapes and the tokens a cell to be measured. Weights are
drawn from N(0, 0.02^2), as such models begin; embeddings are of 2,000 genes, since a lookup costs the same in any table. Attention is
ONNX Runtime's MultiHeadAttention, which every backend has fused. int8 is of weights alone, one scale a column.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

GENES = 2000
CLASSES = 64
#: name -> layers, width, heads, inner width. PolyGene 1: its released configuration; Geneformer V1 (6 layers) and scGPT (whole-human):
#: their papers.
SHAPES = {"polygene-1": (12, 768, 12, 3072), "geneformer-v1": (6, 256, 4, 512), "scgpt": (12, 512, 8, 512)}
TOKENS = [200, 512, 1071, 2048]
TINY = {"tiny": (1, 32, 2, 64)}
TINY_TOKENS = [8]
PRECISIONS = ["float32", "float16", "int8"]


class Graph:
    def __init__(self, precision: str) -> None:
        self.precision = precision
        self.type = np.float16 if precision == "float16" else np.float32
        self.random = np.random.default_rng(0)
        self.nodes: list = []
        self.weights: list = []

    def constant(self, array: np.ndarray) -> str:
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(array, name))
        return name

    def add(self, op: str, inputs: list[str], domain: str = "", **attributes: object) -> str:
        out = f"t{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, inputs, [out], domain=domain, **attributes))
        return out

    def matrix(self, rows: int, columns: int) -> str:
        drawn = (self.random.standard_normal((rows, columns)) * 0.02).astype(np.float32)
        if self.precision != "int8":
            return self.constant(drawn.astype(self.type))
        scale = (np.abs(drawn).max(axis=0) / 127).astype(np.float32)
        whole = np.round(drawn / scale).astype(np.int8)
        zero = self.constant(np.zeros(columns, np.int8))
        return self.add("DequantizeLinear", [self.constant(whole), self.constant(scale), zero], axis=1)

    def linear(self, x: str, rows: int, columns: int) -> str:
        bias = self.constant(np.zeros(columns, self.type))
        return self.add("Add", [self.add("MatMul", [x, self.matrix(rows, columns)]), bias])

    def norm(self, x: str, width: int) -> str:
        ones, zeros = self.constant(np.ones(width, self.type)), self.constant(np.zeros(width, self.type))
        return self.add("LayerNormalization", [x, ones, zeros], axis=-1, epsilon=1e-5)

    def gelu(self, x: str) -> str:
        half, one = self.constant(np.array(0.5, self.type)), self.constant(np.array(1, self.type))
        root = self.constant(np.array(np.sqrt(2), self.type))
        inner = self.add("Add", [self.add("Erf", [self.add("Div", [x, root])]), one])
        return self.add("Mul", [self.add("Mul", [x, inner]), half])


def encoder(layers: int, width: int, heads: int, inner: int, precision: str) -> onnx.ModelProto:
    """Pre-norm; `genes` int32 and `values` float32, cells x tokens, to `logits`, cells x classes."""
    g = Graph(precision)
    table = g.constant((g.random.standard_normal((GENES, width)) * 0.02).astype(g.type))
    x = g.add("Gather", [table, "genes"])
    values = g.add("Unsqueeze", ["values", g.constant(np.array([2], np.int64))])
    kind = TensorProto.FLOAT16 if precision == "float16" else TensorProto.FLOAT
    x = g.add("Add", [x, g.linear(g.add("Cast", [values], to=kind), 1, width)])
    for _ in range(layers):
        y = g.norm(x, width)
        query, key, value = (g.linear(y, width, width) for _ in range(3))
        attended = g.add("MultiHeadAttention", [query, key, value], domain="com.microsoft", num_heads=heads)
        x = g.add("Add", [x, g.linear(attended, width, width)])
        x = g.add("Add", [x, g.linear(g.gelu(g.linear(g.norm(x, width), width, inner)), inner, width)])
    mean = g.add("ReduceMean", [g.norm(x, width)], axes=[1], keepdims=0)
    g.nodes.append(helper.make_node("Cast", [g.linear(mean, width, CLASSES)], ["logits"], to=TensorProto.FLOAT))
    shape = ["cells", "tokens"]
    graph = helper.make_graph(
        g.nodes,
        "encoder",
        [
            helper.make_tensor_value_info("genes", TensorProto.INT32, shape),
            helper.make_tensor_value_info("values", TensorProto.FLOAT, shape),
        ],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["cells", CLASSES])],
        g.weights,
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8)


def main() -> None:
    folder = Path(sys.argv[1])
    tiny = "--tiny" in sys.argv
    cases = []
    for name, shape in (TINY if tiny else SHAPES).items():
        for precision in PRECISIONS:
            file = f"{name}-{precision}.onnx"
            onnx.save(encoder(*shape, precision), folder / file)
            cases.append({"name": name, "precision": precision, "file": file, "shape": shape})
    (folder / "cases.json").write_text(json.dumps({"tokens": TINY_TOKENS if tiny else TOKENS, "genes": GENES, "cases": cases}))


if __name__ == "__main__":
    main()
