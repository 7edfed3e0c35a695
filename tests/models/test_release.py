"""Graphs, quantization, folders: what is released is what was trained."""

import json

import jsonschema
import numpy as np
import pytest
import torch

from models.measure import Folder, merge
from models.export import TOLERANCE, export_linear, run, session
from models.folder import RELEASED, check_folder, pack_linear, validate
from models.graph import build
from models.heldout import Measured
from models.labels import ClassTerm
from models.linear import AffineHead
from models.metrics import expected_calibration_error, fit_temperature, macro_f1, score, softmax, wilson
from models.network import PhenoNet, Shape
from models.quantize import drift, quantize
from models.schemes import SCHEMES, store

FOLDERS = sorted(path.parent for path in RELEASED.glob("*/manifest.json"))
PLAIN = {
    "Gather", "DequantizeLinear", "Cast", "Add", "Sub", "Mul", "MatMul", "Tanh", "Softmax", "LayerNormalization", "Reshape",
    "Transpose", "Concat", "Slice", "Split", "Unsqueeze",
}


@pytest.fixture
def network():
    torch.manual_seed(0)
    return PhenoNet(Shape(80, (5, 3), 16, 2, 2, 32, 8)).eval()


def cells(count, length):
    random = np.random.default_rng(0)
    genes = np.stack([random.permutation(80)[:length] for _ in range(count)]).astype(np.int32)
    values = random.random((count, length)).astype(np.float32) * 4
    mask = np.ones((count, length), np.float32)
    mask[0, length // 2 :], genes[0, length // 2 :], values[0, length // 2 :] = 0, 80, 0
    return genes, values, mask, random.integers(0, 3, (count, 2)).astype(np.int32)


@pytest.mark.parametrize(("count", "length"), [(3, 12), (1, 1), (5, 40)])
def test_the_graph_agrees_with_torch_at_any_size(network, count, length):
    inputs = cells(count, length)
    graph = session(build(network, ["a", "b"]).SerializeToString())
    found = run(graph, *inputs, ["logits_a", "logits_b", "embedding", "gene_states"])
    with torch.no_grad():
        truth = network(*(torch.from_numpy(x) for x in inputs))
    for ours, theirs in zip(found, [*truth["logits"], truth["embedding"], truth["gene_states"]], strict=True):
        np.testing.assert_allclose(ours, theirs.numpy(), atol=1e-4, rtol=1e-4)


def test_the_graph_uses_only_plain_operators(network):
    assert {node.op_type for node in store(build(network, ["a", "b"]), SCHEMES["int8"]).graph.node} <= PLAIN


def test_quantized_weights_are_within_half_a_step():
    array = np.random.default_rng(0).normal(size=(20, 30)).astype(np.float32)
    for axis in (0, 1):
        codes, scale = quantize(array, axis)
        spread = scale[:, None] if axis == 0 else scale[None, :]
        assert codes.dtype == np.int8 and (np.abs(codes * spread - array) <= spread / 2 + 1e-6).all()


def test_drift_of_the_same_logits_is_none():
    logits = np.random.default_rng(0).normal(size=(10, 4))
    assert drift(logits, logits) == (1.0, 0.0)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_released_folder_is_what_its_manifest_says(folder):
    manifest = check_folder(folder)
    assert manifest["name"] == folder.name
    assert len(Folder(folder).symbols) == manifest["genes"]
    assert manifest["quantization"]["top1_agreement"] >= (0.995 if manifest["name"] != "tiny-random" else 0.9)
    assert manifest["quantization"]["mean_kl"] <= 1e-3


@pytest.mark.parametrize("folder", [f for f in FOLDERS if (f / "predict.onnx").exists()], ids=lambda path: path.name)
def test_a_released_graph_passes_its_self_test(folder):
    test = json.loads((folder / "self-test.json").read_text("utf-8"))
    genes, values, phenotypes = (np.array(test[key]) for key in ("genes", "values", "phenotypes"))
    outputs = list(test["logits"])
    found = run(session((folder / "predict.onnx").read_bytes()), genes, values, np.ones_like(values), phenotypes, outputs)
    assert test["tolerance"] == TOLERANCE and genes.shape[1] <= 24
    for name, array in zip(outputs, found, strict=True):
        np.testing.assert_allclose(array, np.array(test["logits"][name]), atol=TOLERANCE)


def test_a_linear_folder_gives_back_its_logits(tmp_path):
    random = np.random.default_rng(0)
    genes = [f"G{j}" for j in range(60)]
    classes = {"cell_type": [ClassTerm("a", "CL:0000001"), ClassTerm("b", "")], "sex": [ClassTerm("f", ""), ClassTerm("m", "")]}
    heads = {h: AffineHead(random.normal(size=(60, 2)).astype(np.float32), np.zeros(2, np.float32)) for h in classes}
    text = dict.fromkeys(("name", "title", "license", "citation", "trained_on", "intended_use", "limits"), "x")
    scores = random.normal(size=(20, 60)).astype(np.float32)
    export_linear(
        tmp_path, heads, np.zeros(60, np.float32), (genes, genes, genes), classes, {"cell_type": 1.0, "sex": 2.0},
        {**text, "version": "0.0.1"}, "card", scores, "noise", None,
    )
    counts = random.poisson(1.0, (4, 60)).astype(np.float32)
    asked = Measured("x", counts, counts.sum(axis=1), np.ones(60, bool), {}, np.full(4, "d"))
    found = Folder(tmp_path).logits(asked)
    assert list(found) == ["cell_type", "sex"] and found["sex"].shape == (4, 2)
    whole = Folder(tmp_path).logits(asked.take(np.array([2]), "x"))
    np.testing.assert_allclose(found["sex"][2:3], whole["sex"], rtol=1e-5)


def test_tensors_start_on_four_bytes():
    blob, tensors = pack_linear(np.ones((3, 1)), np.ones(1), np.ones(3))
    assert [t["offset"] for t in tensors] == [0, 8, 12] and len(blob) == 24


def test_unknown_manifest_fields_are_refused():
    manifest = json.loads((RELEASED / "tiny-random" / "manifest.json").read_text("utf-8"))
    with pytest.raises(jsonschema.ValidationError):
        validate({**manifest, "colour": "blue"})
    with pytest.raises(jsonschema.ValidationError):
        validate({**manifest, "kind": "linear"})


def test_wilson_by_hand():
    low, high = wilson(9, 10)
    assert abs(low - 0.5958) < 1e-3 and abs(high - 0.9821) < 1e-3
    assert wilson(0, 0) == (0.0, 1.0)


def test_macro_f1_and_calibration_by_hand():
    assert macro_f1(np.array([0, 0, 1]), np.array([0, 1, 1])) == pytest.approx(2 / 3)
    assert expected_calibration_error(np.array([0.9, 0.9]), np.array([True, False])) == pytest.approx(0.4)


def test_a_label_of_two_classes_is_right_in_either():
    probability = np.array([[0.1, 0.6, 0.3], [0.2, 0.1, 0.7]])
    allowed = np.array([[True, True, False], [True, False, False]])
    assert score(probability, allowed)["accuracy"] == 0.5
    assert score(probability, np.zeros((2, 3), bool) | [[True, False, False], [False] * 3])["cells"] == 1


def test_merging_adds_the_groups_probabilities():
    merged = merge(np.array([[0.2, 0.3, 0.5]]), ["a", "b", "c"], {"ab": ("a", "b")})
    np.testing.assert_allclose(merged, [[0.5, 0.5]])


def test_the_temperature_undoes_a_scaling():
    random = np.random.default_rng(0)
    logits = random.normal(size=(4000, 3))
    truth = np.array([random.choice(3, p=p) for p in softmax(logits)])
    assert fit_temperature(3 * logits, np.eye(3, dtype=bool)[truth]) == pytest.approx(3, rel=0.15)
