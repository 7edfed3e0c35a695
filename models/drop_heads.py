"""Takes heads off a model folder: ``python -m models.drop_heads FOLDER... --heads disease sex life_stage``.

The other heads answer as before, to the last bit: a linear folder loses columns of its weights; a transformer loses outputs
with the weights that only they read, and its token of a dropped phenotype stays in the sequence, masked, because the other
tokens attend to it. Numbers of dropped heads leave manifest and card.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

from models.export import GRADIENT, PREDICT, self_test, session
from models.folder import check_folder, pack_linear, read_tensors, write_folder
from models.gradient import describe_gradient, gradient_graph, share_weights
from models.labels import HEADS, RELEASED_HEADS

UNRELEASED = tuple(head for head in HEADS if head not in RELEASED_HEADS)


def _masked_token(nodes: list[onnx.NodeProto], constants: dict[str, onnx.TensorProto], token: str) -> np.ndarray:
    """The token of a masked phenotype, 1 x 1 x width: row 0 of its table, as the graph would look it up."""
    maker = next(node for node in nodes if token in node.output)
    if maker.op_type == "Gather":
        return numpy_helper.to_array(constants[maker.input[0]])[0][None, None, :]
    if maker.op_type == "Cast":
        return _masked_token(nodes, constants, maker.input[0]).astype(helper.tensor_dtype_to_np_dtype(maker.attribute[0].i))
    if maker.op_type == "Mul":
        return np.multiply(*(_masked_token(nodes, constants, part) for part in maker.input))
    raise ValueError(f"a phenotype's token is made by {maker.op_type}, which this does not read")


def _pruned(model: onnx.ModelProto) -> onnx.ModelProto:
    """Without nodes and constants that no output needs."""
    needed, kept = {output.name for output in model.graph.output}, []
    for node in reversed(model.graph.node):
        if needed.intersection(node.output):
            needed.update(node.input)
            kept.insert(0, node)
    constants = [tensor for tensor in model.graph.initializer if tensor.name in needed]
    for field, values in ((model.graph.node, kept), (model.graph.initializer, constants)):
        del field[:]
        field.extend(values)
    onnx.checker.check_model(model, full_check=True)
    return model


def drop_outputs(model: onnx.ModelProto, heads: list[str], gone: Iterable[str]) -> onnx.ModelProto:
    """A prediction graph of ``models.graph`` without some of its phenotypes ``heads``.

    Raises
    ------
    ValueError
        Where the first phenotype is to go: the class token has its size of batch from it.
    """
    gone = set(gone)
    if heads[0] in gone:
        raise ValueError(f"the first head, {heads[0]}, cannot be dropped")
    made = onnx.ModelProto()
    made.CopyFrom(model)
    graph, nodes = made.graph, list(made.graph.node)
    constants = {tensor.name: tensor for tensor in graph.initializer}
    none = next(node for node in nodes if node.op_type == "Add" and "cls" in node.input).input[0]
    joined = next(node for node in nodes if node.op_type == "Concat" and len(node.input) == len(heads) + 2 and "mask" not in node.input)
    slices = [node for node in nodes if node.op_type == "Slice" and node.input[0] == "phenotypes"]
    added, place = [], 0
    for index, head in enumerate(heads):
        if head in gone:
            array = _masked_token(nodes, constants, joined.input[1 + index])
            name, token = f"phenotype.{index}.masked", f"masked_{index}"
            graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(array, np.float32), name))
            added.append(helper.make_node("Add", [none, name], [token], name=token))
            joined.input[1 + index] = token
        else:
            slices[index].input[1], slices[index].input[2] = f"i_{place}", f"i_{place + 1}"
            place += 1
    at = next(i for i, node in enumerate(nodes) if none in node.output) + 1
    outputs = [output for output in graph.output if output.name not in {f"logits_{head}" for head in gone}]
    for field, values in ((graph.node, [*nodes[:at], *added, *nodes[at:]]), (graph.output, outputs)):
        del field[:]
        field.extend(values)
    next(one for one in graph.input if one.name == "phenotypes").type.tensor_type.shape.dim[1].dim_value = place
    return _pruned(made)


def _linear_files(folder: Path, manifest: dict, columns: np.ndarray) -> tuple[dict[str, tuple[str, bytes]], dict]:
    """weights.bin of some columns, and what of the manifest changes with it."""
    arrays = read_tensors(folder, manifest)
    blob, tensors = pack_linear(arrays["weights"][:, columns], arrays["bias"][columns], arrays["mean"])
    return {"weights": (manifest["files"]["weights"]["path"], blob)}, {"tensors": tensors}


def _network_files(folder: Path, manifest: dict, heads: list[str], gone: set[str]) -> tuple[dict[str, tuple[str, bytes]], dict]:
    """Graphs and self-test of the kept heads, and what of the manifest changes with them."""
    kept = [head for head in heads if head not in gone]
    model = drop_outputs(onnx.load(folder / PREDICT), heads, gone)
    predict, gradient = model.SerializeToString(), gradient_graph(model, kept)
    test = json.loads((folder / "self-test.json").read_text("utf-8"))
    tokens = np.array(test["genes"]), np.array(test["values"]), np.ones(np.shape(test["values"]))
    files = {
        "predict": (PREDICT, predict),
        "gradient": (GRADIENT, share_weights(gradient, predict, PREDICT)),
        "self_test": ("self-test.json", self_test(session(predict), session(gradient.SerializeToString()), tokens, kept)),
    }
    return files, {"onnx": {**manifest["onnx"], "gradient": describe_gradient(kept)}}


def drop_heads(folder: Path, gone: Iterable[str]) -> dict:
    """Rewrites a folder without some heads; the new manifest. Heads that it does not have are passed over."""
    manifest = check_folder(folder)
    heads = [head["phenotype"] for head in manifest["heads"]]
    gone = set(gone).intersection(heads)
    if not gone:
        return manifest
    if gone == set(heads):
        raise ValueError(f"{folder.name} would have no head left")
    if manifest["kind"] == "linear":
        columns = np.repeat([head not in gone for head in heads], [len(head["classes"]) for head in manifest["heads"]])
        rewritten, changed = _linear_files(folder, manifest, columns)
    else:
        rewritten, changed = _network_files(folder, manifest, heads, gone)
    kept = [head not in gone for head in heads]
    files = {role: (one["path"], (folder / one["path"]).read_bytes()) for role, one in manifest["files"].items()}
    of_kept = lambda values: [value for value, is_kept in zip(values, kept, strict=True) if is_kept]  # noqa: E731
    is_gone = lambda what: what.split(", ")[0] in gone  # noqa: E731
    metrics = dict(manifest.get("metrics", {}))
    if metrics.get("heads"):
        metrics["heads"] = of_kept(metrics["heads"])
    if metrics.get("held_out"):
        found = {name: {what: n for what, n in one.items() if not is_gone(what)} for name, one in metrics["held_out"].items()}
        metrics["held_out"] = {name: one for name, one in found.items() if one}
    body = {key: value for key, value in manifest.items() if key not in ("format", "files")}
    body |= {"heads": of_kept(manifest["heads"]), **changed, **({"metrics": metrics} if metrics else {})}
    card = (folder / "README.md").read_text("utf-8")
    card = re.sub(rf"^\| [^|\n]+ \| (?:{'|'.join(sorted(gone))}), [^\n]*\n", "", card, flags=re.MULTILINE)
    return write_folder(folder, body, {**files, **rewritten}, card)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--heads", nargs="+", default=list(UNRELEASED))
    arguments = parser.parse_args()
    for folder in arguments.folders:
        made = drop_heads(folder, arguments.heads)
        print(f"{folder.name}: {', '.join(head['phenotype'] for head in made['heads'])}")


if __name__ == "__main__":
    main()
