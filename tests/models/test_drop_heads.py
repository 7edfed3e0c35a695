"""Heads taken off a folder: what stays answers as before, to the last bit."""

import json

import numpy as np
import onnx
import pytest
import torch

from models.cards import TEXTS
from models.drop_heads import drop_heads, drop_outputs
from models.export import export_linear, export_network, run, session
from models.folder import RELEASED, check_folder, read_tensors
from models.graph import build
from models.heldout import Measured
from models.labels import RELEASED_HEADS, ClassTerm
from models.linear import AffineHead
from models.measure import Folder
from models.network import PhenoNet, Shape
from models.schemes import SCHEMES, store

HEADS = ["cell_type", "sex", "tissue"]
CLASSES = {head: [ClassTerm(f"{head} {i}", "") for i in range(size)] for head, size in zip(HEADS, (5, 2, 3), strict=True)}
TEXT = {key: "x" for key in ("name", "title", "license", "citation", "trained_on", "intended_use", "limits")}
GENES = [f"G{j}" for j in range(80)]
CARD = "# A\n\n| x | cell_type, own classes | 1 |\n| x | sex, own classes | 1 |\n"
METRICS = {"held_out": {"x": {"cell_type, own classes": {"cells": 1}, "sex, own classes": {"cells": 1}}}}


@pytest.fixture
def network():
    torch.manual_seed(0)
    return PhenoNet(Shape(80, (5, 2, 3), 16, 2, 2, 32, 8)).eval()


def measured():
    counts = np.random.default_rng(1).poisson(1.0, (6, 80)).astype(np.float32)
    return Measured("x", counts, counts.sum(axis=1), np.ones(80, bool), {}, np.full(6, "d"))


@pytest.mark.parametrize("scheme", list(SCHEMES))
def test_a_transformer_answers_as_before(network, scheme):
    whole = store(build(network, HEADS), SCHEMES[scheme])
    less = drop_outputs(whole, HEADS, ["sex"])
    random = np.random.default_rng(0)
    genes = np.stack([random.permutation(80)[:12] for _ in range(4)])
    values, mask = random.random((4, 12)) * 4, np.ones((4, 12))
    given = np.array([[0, 0, 0], [3, 0, 0], [0, 0, 2], [5, 0, 3]])
    outputs = ["logits_cell_type", "logits_tissue", "embedding", "gene_states"]
    before = run(session(whole.SerializeToString()), genes, values, mask, given, outputs)
    after = run(session(less.SerializeToString()), genes, values, mask, given[:, [0, 2]], outputs)
    for one, other in zip(before, after, strict=True):
        np.testing.assert_array_equal(one, other)
    assert [one.name for one in less.graph.output if one.name.startswith("logits")] == ["logits_cell_type", "logits_tissue"]
    assert not [one.name for one in less.graph.initializer if one.name.startswith("head.1.")]
    with pytest.raises(ValueError, match="first head"):
        drop_outputs(whole, HEADS, ["cell_type"])


def test_a_transformers_folder_loses_a_head(network, tmp_path):
    folder, cells = tmp_path / "a", measured()
    export_network(
        folder, network, (GENES, GENES, GENES), np.ones(80, np.float32), CLASSES, dict.fromkeys(HEADS, 1.0),
        {**TEXT, "name": "a", "version": "0.0.1"}, CARD, 48, cells.counts, cells.totals, "int8",
        {"top1_agreement": 1.0, "mean_kl": 0.0, "measured_on": "noise"}, METRICS,
    )
    before, test = Folder(folder).logits(cells), json.loads((folder / "self-test.json").read_text("utf-8"))
    drop_heads(folder, ["sex", "disease"])
    manifest, after = check_folder(folder), Folder(folder).logits(cells)
    assert list(after) == ["cell_type", "tissue"]
    for head, logits in after.items():
        np.testing.assert_array_equal(logits, before[head])
    assert manifest["onnx"]["gradient"]["cotangents"] == ["cotangent_cell_type", "cotangent_tissue"]
    assert {one.name for one in onnx.load(folder / "gradient.onnx", load_external_data=False).graph.input} >= {"cotangent_tissue"}
    assert list(manifest["metrics"]["held_out"]["x"]) == ["cell_type, own classes"]
    assert "sex" not in (folder / "README.md").read_text("utf-8")
    kept = json.loads((folder / "self-test.json").read_text("utf-8"))["logits"]
    assert kept == {name: test["logits"][name] for name in ("logits_cell_type", "logits_tissue")}


def test_a_linear_folder_loses_a_head(tmp_path):
    random, cells = np.random.default_rng(0), measured()
    heads = {
        head: AffineHead(random.normal(size=(80, len(terms))).astype(np.float32), random.normal(size=len(terms)).astype(np.float32))
        for head, terms in CLASSES.items()
    }
    export_linear(
        tmp_path, heads, np.zeros(80, np.float32), (GENES, GENES, GENES), CLASSES, dict.fromkeys(HEADS, 1.0),
        {**TEXT, "version": "0.0.1"}, CARD, random.normal(size=(20, 80)).astype(np.float32), "noise", METRICS,
    )
    before, arrays = Folder(tmp_path).logits(cells), read_tensors(tmp_path, check_folder(tmp_path))
    drop_heads(tmp_path, ["sex"])
    after, kept = Folder(tmp_path).logits(cells), read_tensors(tmp_path, check_folder(tmp_path))
    assert list(after) == ["cell_type", "tissue"]
    for head, logits in after.items():
        np.testing.assert_allclose(logits, before[head], rtol=1e-4, atol=1e-4)
    for name in ("weights", "bias"):
        np.testing.assert_array_equal(kept[name], np.delete(arrays[name], [5, 6], axis=-1))
    with pytest.raises(ValueError, match="no head left"):
        drop_heads(tmp_path, ["cell_type", "tissue"])


@pytest.mark.parametrize("name", list(TEXTS))
def test_released_models_have_the_heads_that_held(name):
    manifest = check_folder(RELEASED / name)
    assert tuple(head["phenotype"] for head in manifest["heads"]) == RELEASED_HEADS
    assert not [what for found in manifest["metrics"]["held_out"].values() for what in found if what.split(",")[0] not in RELEASED_HEADS]
