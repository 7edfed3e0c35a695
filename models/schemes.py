"""Smaller weights in an ONNX graph; activations stay as they are.

A scheme says how the right sides of matrix products and the tables that rows are gathered from are stored.
Biases, norms and everything below ``SMALL`` numbers stay float32.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from models.quantize import BLOCK, in_blocks, packed, quantize

SMALL = 256
CONTRIB = "com.microsoft"


@dataclass(frozen=True)
class Scheme:
    """How products' weights and gathered tables are stored, a key of ``PRODUCTS`` and ``TABLES`` or float32; ``words``
    go into the manifest."""

    words: str
    products: str
    tables: str


SCHEMES = {
    "float32": Scheme("float32", "float32", "float32"),
    "float16": Scheme("float16 weights, computed in float32", "float16", "float16"),
    "int8": Scheme("int8 per channel, weights only", "int8", "int8"),
    "int8-blocks": Scheme(f"int8 in blocks of {BLOCK}, weights only", "blocks8", "int8"),
    "int8-int4": Scheme(f"int8 per channel, gene table 4 bits in blocks of {BLOCK}, weights only", "int8", "blocks4"),
    "int4": Scheme(f"4 bits in blocks of {BLOCK}, weights only", "blocks4", "blocks4"),
}


class _Rewriter:
    """Nodes and initializers of the graph in the making."""

    def __init__(self, model: onnx.ModelProto, scheme: Scheme):
        self.scheme = scheme
        self.nodes: list[onnx.NodeProto] = []
        self.constants = {t.name: t for t in model.graph.initializer}
        self.made: set[str] = set()

    def array(self, name: str) -> np.ndarray:
        return numpy_helper.to_array(self.constants[name])

    def hold(self, name: str, array: np.ndarray) -> str:
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(array), name)
        return name

    def add(self, kind: str, inputs: list[str], output: str, **attributes) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output

    def first(self, name: str) -> bool:
        """True once for every weight: a weight of two products is stored once."""
        fresh = name not in self.made
        self.made.add(name)
        return fresh


def _product_int8(to: _Rewriter, node: onnx.NodeProto) -> None:
    name = node.input[1]
    if to.first(name):
        codes, scale = quantize(to.array(name), 1)
        to.add("DequantizeLinear", [to.hold(f"{name}_q", codes), to.hold(f"{name}_s", scale)], name, axis=1)
    to.nodes.append(node)


def _float16(to: _Rewriter, node: onnx.NodeProto) -> None:
    name = next(i for i in node.input if i in to.constants)
    if to.first(name):
        to.add("Cast", [to.hold(f"{name}_h", to.array(name).astype(np.float16))], name, to=TensorProto.FLOAT)
    to.nodes.append(node)


def _product_blocks(bits: int) -> Callable[[_Rewriter, onnx.NodeProto], None]:
    def write(to: _Rewriter, node: onnx.NodeProto) -> None:
        x, name = node.input
        inner, outer = to.array(name).shape
        if to.first(name):
            codes, scale = in_blocks(to.array(name).T, bits)
            to.hold(f"{name}_q", packed(codes, bits))
            to.hold(f"{name}_s", scale)
        to.add("MatMulNBits", [x, f"{name}_q", f"{name}_s"], node.output[0], domain=CONTRIB, K=inner, N=outer, bits=bits,
               block_size=BLOCK)
    return write


def _table_int8(to: _Rewriter, node: onnx.NodeProto) -> None:
    """Only the rows asked for are turned back into float32."""
    name, index = node.input
    out = node.output[0]
    if to.first(name):
        codes, scale = quantize(to.array(name), 0)
        to.hold(f"{name}_q", codes)
        to.hold(f"{name}_s", scale[:, None])
    codes = to.add("Cast", [to.add("Gather", [f"{name}_q", index], f"{out}_codes", axis=0)], f"{out}_floats", to=TensorProto.FLOAT)
    to.add("Mul", [codes, to.add("Gather", [f"{name}_s", index], f"{out}_scale", axis=0)], out)


def _table_int4(to: _Rewriter, node: onnx.NodeProto) -> None:
    name, index = node.input
    if to.first(name):
        codes, scale = in_blocks(to.array(name), 4)
        rows = packed(codes, 4).reshape(len(codes), -1)
        to.hold(f"{name}_q", rows)
        to.hold(f"{name}_s", scale)
    to.add("GatherBlockQuantized", [f"{name}_q", index, f"{name}_s"], node.output[0], domain=CONTRIB, bits=4,
           block_size=BLOCK, gather_axis=0, quantize_axis=1)


PRODUCTS = {"int8": _product_int8, "float16": _float16, "blocks8": _product_blocks(8), "blocks4": _product_blocks(4)}
TABLES = {"int8": _table_int8, "float16": _float16, "blocks4": _table_int4}


def store(model: onnx.ModelProto, scheme: Scheme) -> onnx.ModelProto:
    """The same graph with its weights stored as a scheme says.

    Parameters
    ----------
    model
        A float32 model; matrices that are only multiplied from the right or only gathered from are rewritten.

    Returns
    -------
    A new model; inputs, outputs and the names of all activations stay.
    """
    to = _Rewriter(model, scheme)
    products, tables = _candidates(model)
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in products and scheme.products in PRODUCTS:
            PRODUCTS[scheme.products](to, node)
        elif node.op_type == "Gather" and node.input[0] in tables and _fits(to.constants[node.input[0]], scheme):
            TABLES[scheme.tables](to, node)
        else:
            to.nodes.append(node)
    kept = [t for name, t in to.constants.items() if name not in to.made]
    graph = helper.make_graph(to.nodes, model.graph.name, model.graph.input, model.graph.output, kept)
    opsets = {o.domain: o.version for o in model.opset_import}
    if any(node.domain == CONTRIB for node in to.nodes):
        opsets[CONTRIB] = 1
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid(*item) for item in opsets.items()])
    made.ir_version = model.ir_version
    onnx.checker.check_model(made)
    return made


def _fits(table: onnx.TensorProto, scheme: Scheme) -> bool:
    """Packed rows have to be whole blocks; a table of other width stays float32."""
    return scheme.tables in TABLES and (scheme.tables != "blocks4" or table.dims[1] % BLOCK == 0)


def _candidates(model: onnx.ModelProto) -> tuple[set[str], set[str]]:
    """Names of matrices used only as the right side of products, and only to gather rows from."""
    large = {t.name for t in model.graph.initializer
             if t.data_type == TensorProto.FLOAT and len(t.dims) == 2 and np.prod(t.dims) >= SMALL}
    products, tables, others = set(), set(), set()
    for node in model.graph.node:
        for place, name in enumerate(node.input):
            if name in large:
                is_table = node.op_type == "Gather" and place == 0 and not any(a.name == "axis" and a.i for a in node.attribute)
                is_product = node.op_type == "MatMul" and place == 1
                (products if is_product else tables if is_table else others).add(name)
    return products - tables - others, tables - products - others
