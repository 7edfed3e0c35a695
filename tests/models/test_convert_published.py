"""Conversions of models of scvi-tools, SCimilarity, CellTypist and popV beside what those libraries say of the same cells."""

from __future__ import annotations

import json
import os
import pickle
import shutil
from pathlib import Path

import numpy as np
import onnxruntime as ort
import pytest
import torch

from models.convert.__main__ import KINDS, main
from models.convert.celltypist import convert_celltypist
from models.convert.checkpoint import CheckpointError
from models.convert.options import Options
from models.convert.pickles import Record, read_pickle, read_torch
from models.convert.scanvi import convert_scanvi
from models.convert.scimilarity import convert_scimilarity
from models.convert.source import name_genes
from models.convert.species import species_of
from models.encode import densified, encode
from models.folder import check_folder
from models.gradient import gradient_graph
from models.sources import DATA

MODELS = Path(os.environ.get("PHENOLENS_MODELS", DATA.parent / "models"))
REAL = json.loads((Path(__file__).resolve().parents[1] / "web/expected/celltypist.json").read_text())
FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
PUBLISHED = FIXTURES / "published"
SAID = json.loads((PUBLISHED / "expected.json").read_text())
CELLS = json.loads((FIXTURES / "converted/expected.json").read_text())
COUNTS = np.array(CELLS["counts"], np.float64)
TOTALS = COUNTS.sum(axis=1) + np.array(CELLS["others"]).sum(axis=1)
REFERENCE = PUBLISHED / "scimilarity/reference.h5ad"


def answers(source) -> dict[str, np.ndarray]:
    """What a float32 graph says of the cells, from raw counts on."""
    run = ort.InferenceSession(source.build().SerializeToString(), providers=["CPUExecutionProvider"])
    assert source.genes.symbols == CELLS["symbols"]
    rows = densified(*encode(source.encoding, COUNTS, TOTALS, source.genes.scale), len(source.genes))
    names = [f"logits_{head}" for head in source.heads] + ["embedding"]
    return dict(zip(names, run.run(names, {source.inputs["dense"]: rows}), strict=True))


def log_softmax(logits: np.ndarray) -> np.ndarray:
    """Logarithms of the probabilities."""
    apart = logits - logits.max(axis=1, keepdims=True)
    return apart - np.log(np.exp(apart).sum(axis=1, keepdims=True))


@pytest.mark.parametrize(("name", "batch"), [("scanvi", None), ("scanvi-batch", "b2")])
def test_scanvi_is_what_its_predict_says(name, batch):
    source = convert_scanvi(PUBLISHED / "scanvi", Options(batch=batch))
    told = answers(source)
    np.testing.assert_allclose(told["embedding"], SAID[name]["embedding"], atol=1e-4)
    np.testing.assert_allclose(log_softmax(told["logits_cell_type"]), SAID[name]["logits_cell_type"], atol=1e-4)
    labels = [term.label for term in source.heads["cell_type"]]
    assert [labels[code] for code in told["logits_cell_type"].argmax(axis=1)] == SAID[name]["labels"]
    assert "Unknown" not in labels


def test_a_batch_matters_and_one_that_is_not_there_is_refused():
    seen, unseen = (answers(convert_scanvi(PUBLISHED / "scanvi", Options(batch=batch))) for batch in ("b2", None))
    assert np.abs(seen["embedding"] - unseen["embedding"]).max() > 0.01
    with pytest.raises(CheckpointError, match="has no batch b9; it has b1, b2, b3"):
        convert_scanvi(PUBLISHED / "scanvi", Options(batch="b9"))


def test_scimilarity_is_what_its_encoder_says_and_types_are_posteriors_around_centroids():
    told = answers(convert_scimilarity(PUBLISHED / "scimilarity", Options(reference=REFERENCE)))
    np.testing.assert_allclose(told["embedding"], SAID["scimilarity"]["embedding"], atol=1e-4)
    said = log_softmax(np.array(SAID["scimilarity"]["logits_cell_type"]))
    np.testing.assert_allclose(log_softmax(told["logits_cell_type"]), said, atol=1e-4)
    alone = convert_scimilarity(PUBLISHED / "scimilarity", Options())
    assert alone.heads == {}
    np.testing.assert_allclose(answers(alone)["embedding"], SAID["scimilarity"]["embedding"], atol=1e-4)


@pytest.mark.parametrize("name", ["celltypist", "popv"])
def test_regressions_are_what_celltypist_annotate_says(name):
    source = KINDS[name](PUBLISHED / name, Options())
    counts = COUNTS if source.genes.symbols == CELLS["symbols"] else COUNTS[:, [CELLS["symbols"].index(s) for s in source.genes.symbols]]
    totals = TOTALS if source.total == "file" else COUNTS.sum(axis=1)
    scores = (np.log1p(1e4 * counts / totals[:, None]) - source.mean) / source.scale
    decisions = np.minimum(scores, source.ceiling) @ source.weights + source.bias
    np.testing.assert_allclose(decisions, SAID[name]["logits_cell_type"], atol=1e-4)
    [labels] = source.classes.values()
    assert [labels[code] for code in decisions.argmax(axis=1)] == SAID[name]["labels"]


@pytest.mark.parametrize("case", REAL, ids=lambda case: case["model"])
def test_published_pickles_are_what_celltypist_annotate_says_of_real_cells(case):
    import anndata

    file, model = DATA / case["file"], MODELS / case["model"]
    if os.environ.get("CI") != "true" and not (file.exists() and model.exists()):
        pytest.skip(f"no {file} or no {model} (PHENOLENS_DATA, PHENOLENS_MODELS)")
    source = convert_celltypist(model, Options())
    cells = anndata.read_h5ad(file)[case["rows"]]
    totals = np.asarray(cells.X.sum(axis=1), np.float64).ravel()
    place = {name: j for j, name in reversed(list(enumerate(cells.var_names)))}
    common = [(i, place[name]) for i, name in enumerate(source.genes.symbols) if name in place]
    ours, theirs = np.array(common).T
    x = np.log1p(1e4 * cells.X.toarray().astype(np.float64)[:, theirs] / totals[:, None])
    scores = np.minimum((x - source.mean[ours]) / source.scale[ours], source.ceiling)
    np.testing.assert_allclose(scores @ source.weights[ours] + source.bias, case["decisions"], atol=1e-4)
    assert list(source.classes.values()) == [case["classes"]]


def test_popvs_folder_brings_genes_that_only_count_in_totals(tmp_path):
    shutil.copytree(PUBLISHED / "popv", tmp_path / "popv")
    (tmp_path / "popv/scvi").mkdir()
    torch.save({"var_names": np.array([*CELLS["symbols"], "MORE1", "MORE2"])}, tmp_path / "popv/scvi/model.pt")
    main(["popv", str(tmp_path / "popv"), str(tmp_path / "out")])
    manifest = check_folder(tmp_path / "out")
    assert manifest["encoding"]["total"] == "model"
    assert (tmp_path / "out/genes.tsv").read_text().endswith("MORE1\t\t\t1\nMORE2\t\t\t1\n")


@pytest.mark.parametrize(
    ("kind", "options", "size"),
    [("scanvi", [], "float32"), ("scimilarity", ["--reference", str(REFERENCE)], "int8 per channel, weights only"),
     ("celltypist", [], "float64"), ("popv", ["--species", "human"], "float64")],
)  # fmt: skip
def test_the_command_writes_a_valid_folder(kind, options, size, tmp_path):
    main([kind, str(PUBLISHED / kind), str(tmp_path / "made"), *options])
    manifest = check_folder(tmp_path / "made")
    assert manifest["quantization"]["scheme"] == size
    assert manifest["species"] == "human"
    assert manifest["quantization"].get("embedding_cosine", 1) > 0.98


def test_gradients_by_every_gene_are_slopes():
    source = convert_scanvi(PUBLISHED / "scanvi", Options())
    model = gradient_graph(source.build(), list(source.heads), source.gradient_at)
    run = ort.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    rows = np.log1p(COUNTS[:3]).astype(np.float32)
    cotangent = np.tile(np.array([[1.0, -0.5, 0.2]], np.float32), (3, 1))
    [found] = run.run(["gradient"], {source.inputs["dense"]: rows, "cotangent_cell_type": cotangent})
    forward = ort.InferenceSession(source.build().SerializeToString(), providers=["CPUExecutionProvider"])
    value = lambda x: (forward.run(["logits_cell_type"], {"x": x})[0] * cotangent).sum(axis=1)  # noqa: E731
    for gene in (0, 7, 31):
        step = np.zeros_like(rows)
        step[:, gene] = 0.001
        np.testing.assert_allclose(found[:, gene], (value(rows + step) - value(rows - step)) / 0.002, atol=2e-3)


class Hostile:
    """What a pickle must not be able to do."""

    def __reduce__(self):
        return print, ("this ran",)


def test_nothing_of_a_pickle_or_a_torch_file_runs(tmp_path, capsys):
    (tmp_path / "model.pkl").write_bytes(pickle.dumps({"Model": Hostile()}))
    assert isinstance(read_pickle(tmp_path / "model.pkl")["Model"], Record)
    with pytest.raises(CheckpointError, match="holds no scikit-learn classifier"):
        convert_celltypist(tmp_path, Options())
    torch.save({"model_state_dict": {}, "x": Hostile()}, tmp_path / "model.pt")
    assert isinstance(read_torch(tmp_path / "model.pt")["x"], Record)
    with pytest.raises(CheckpointError, match="is no model that scvi-tools"):
        convert_scanvi(tmp_path, Options())
    assert capsys.readouterr().out == ""


def test_what_is_missing_is_said(tmp_path):
    content = read_pickle(PUBLISHED / "celltypist/celltypist.pkl")
    assert sorted(content) == ["Model", "Scaler_", "description"]
    (tmp_path / "bad.pkl").write_bytes(b"no pickle")
    with pytest.raises(CheckpointError, match="is no pickle that can be read"):
        convert_celltypist(tmp_path / "bad.pkl", Options())
    with pytest.raises(CheckpointError, match="has no encoder.ckpt"):
        convert_scimilarity(tmp_path, Options())
    with pytest.raises(CheckpointError, match="has no column kind in obs"):
        convert_scimilarity(PUBLISHED / "scimilarity", Options(reference=REFERENCE, reference_column="kind"))


def test_a_models_species_is_found_from_its_genes():
    named = lambda names: species_of(name_genes(names, None, None))  # noqa: E731
    assert named(["CD3E", "HLA-A", "C1orf43", "MT-CO1"]) == "human"
    assert named(["Cd3e", "H2-K1", "Gapdh", "Actb"]) == "mouse"
    assert named(["ACTB", *[f"{n}F13RIK" for n in range(1110008, 1110020)]]) == "mouse"
    assert named(["AT1G01010", "b0001", "b0002", "b0003"]) == "other"
