"""Converted folders: what is written, gradients, and what is refused in one sentence."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path

import anndata
import numpy as np
import onnxruntime as ort
import pytest
import torch
from checkpoints import geneformer, polygene_types, polygene_v1, scgpt
from test_convert import IDS, KINDS, MEDIANS, SYMBOLS, counts_of, in_order_of

from models.convert.__main__ import main
from models.convert.checkpoint import CheckpointError, read_dictionary, read_weights
from models.convert.folder import feeds, read_cells
from models.convert.options import Options
from models.convert.polygene import convert_polygene
from models.convert.scgpt import convert_scgpt
from models.convert.source import name_genes
from models.encode import encode
from models.folder import check_folder
from models.gradient import gradient_graph

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("kind", "name", "heads", "has_gradient"),
    [
        ("polygene", "PolyGene v1", ["cell_type", "tissue", "sex", "development_stage"], True),
        ("polygene", "cellular aging map", ["cell_type", "tissue", "disease"], True),
        ("geneformer", "Geneformer V1", [], False),
        ("geneformer", "Geneformer V2, classifier", ["cell_type"], True),
        ("scgpt", "scGPT", [], False),
        ("scgpt", "scGPT, classifier", ["cell_type"], True),
        ("bert", "BERT of ranks", ["cell_type"], True),
    ],
)
def test_the_command_writes_a_valid_folder(kind, name, heads, has_gradient, tmp_path, capsys):
    made = KINDS[name][0](tmp_path / "checkpoint")
    main([kind, str(made.folder), str(tmp_path / "My Model"), "--title", "Mine", "--drift-cells", "3"])
    manifest = check_folder(tmp_path / "My Model")
    assert (manifest["name"], manifest["title"]) == ("my-model", "Mine")
    assert [head["phenotype"] for head in manifest["heads"]] == heads
    assert ("gradient" in manifest["files"]) == has_gradient
    if has_gradient:
        _run_gradient(tmp_path / "My Model", manifest)
    assert manifest["quantization"]["embedding_cosine"] > 0.98
    test = json.loads((tmp_path / "My Model/self-test.json").read_text())
    assert sorted(test["logits"]) == sorted(f"logits_{head}" for head in heads)
    assert ("embedding" in test) == (not heads)
    assert "60 genes" in capsys.readouterr().out


def _run_gradient(folder, manifest):
    """The file as it lies in its folder: weights that it shares are found, the output has the shape it says."""
    run = ort.InferenceSession(str(folder / "gradient.onnx"), providers=["CPUExecutionProvider"])
    told = manifest["onnx"]["gradient"]
    ones = np.ones((1, 3), np.float32)
    given = {"genes": np.array([[1, 2, 5]], np.int32), "values": ones, "mask": ones}
    given["phenotypes"] = np.zeros((1, len(manifest["heads"])), np.int32)
    if told["of"] == "tokens":
        given[told["strength"]] = ones
    for name, head in zip(told["cotangents"], manifest["heads"], strict=True):
        given[name] = np.ones((1, len(head["classes"])), np.float32)
    found = run.run([told["output"]], {i.name: given[i.name] for i in run.get_inputs()})[0]
    assert found.shape == (1, 3)
    assert np.isfinite(found).all() and found.any()


def test_classes_have_words_and_reviewed_ontology_ids(tmp_path):
    source = convert_polygene(polygene_v1(tmp_path / "checkpoint", SYMBOLS).folder, Options())
    classes = {term.label: term.ontology_id for term in source.heads["cell_type"]}
    assert classes["CD4-positive, alpha-beta T cell"] == "CL:0000624"
    # [normal] alone is no question, and the spare diseases are no classes: the token stays masked.
    assert "disease" not in source.heads


def gradients(source, cells, cotangents, output="gradient"):
    """The gradient graph's answer for cells, run one by one."""
    model = gradient_graph(source.build(), list(source.heads), source.gradient_at)
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
    run = ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    found = []
    for row in range(len(cells.counts)):
        tokens = encode(source.encoding, cells.counts[row : row + 1], cells.totals[row : row + 1], source.genes.scale)
        given = {f"cotangent_{head}": c[None].astype(np.float32) for head, c in cotangents.items()}
        found.append((tokens[0][0], run.run([output], {**feeds(source, tokens), **given})[0][0]))
    return found


def test_scgpt_gradients_at_the_values_are_torchs(tmp_path):
    made = scgpt(tmp_path / "checkpoint", SYMBOLS, classifier=True)
    source = convert_scgpt(made.folder, Options())
    cells = in_order_of(source, SYMBOLS, counts_of(3, 60))
    cotangent = np.array([0.3, -1.0, 0.5])
    token = json.loads((made.folder / "vocab.json").read_text())
    for row, (genes, found) in enumerate(gradients(source, cells, {"cell_type": cotangent})):
        bins = encode(source.encoding, cells.counts[row : row + 1], cells.totals[row : row + 1], source.genes.scale)[1][0]
        ids = torch.tensor([[token["<cls>"], *(token[source.genes.symbols[gene]] for gene in genes)]])
        values = torch.tensor([[-2.0, *bins]], requires_grad=True)
        logits = made.model.classify(made.model(ids, values)[:, 0])[0]
        (logits * torch.tensor(cotangent, dtype=torch.float32)).sum().backward()
        np.testing.assert_allclose(found, values.grad[0, 1:].numpy(), atol=1e-4, rtol=1e-3)


def test_binned_gradients_at_the_tokens_are_torchs(tmp_path):
    made = polygene_v1(tmp_path / "checkpoint", SYMBOLS)
    source = convert_polygene(made.folder, Options())
    cells = counts_of(3, 60)
    cotangents = {head: np.linspace(-1, 1, len(classes)) for head, classes in source.heads.items()}
    kept = {}

    def keep(_module, _given, result):
        result.retain_grad()
        kept["tokens"] = result

    hook = made.model.bert.embeddings.word_embeddings.register_forward_hook(keep)
    for row, (genes, found) in enumerate(gradients(source, cells, cotangents)):
        told = made.tensors(cells.counts[row], cells.totals[row])
        parts = [(told[f"logits_{head}"] * torch.tensor(c).float()).sum() for head, c in cotangents.items()]
        sum(parts).backward()
        np.testing.assert_allclose(found, kept["tokens"].grad[0, 7 + genes].numpy(), atol=1e-4, rtol=1e-3)
    hook.remove()


def damage(kind, folder):
    """What can be wrong with a checkpoint, and the words that say so."""
    weights = folder / "model.safetensors"
    match kind:
        case "no config":
            (folder / "config.json").unlink()
        case "no weights":
            weights.unlink()
        case "another kind":
            config = json.loads((folder / "config.json").read_text())
            (folder / "config.json").write_text(json.dumps({**config, "model_type": "gpt2"}))
        case "no JSON":
            (folder / "config.json").write_text("{")
        case "no genes":
            (folder / "genes.txt").unlink()
        case "few genes":
            (folder / "genes.txt").write_text("A\nB\n")
        case "no class file":
            (folder / "phenotypic_vocab/sex_types.txt").unlink()
        case "a class without token":
            (folder / "phenotypic_vocab/sex_types.txt").write_text("female\nmale\nneither\n")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("no config", "has no config.json, where the architecture was looked for"),
        ("no weights", "has no model.safetensors or pytorch_model.bin"),
        ("another kind", "says the model is a gpt2; PolyGene is a BERT or a DistilBERT"),
        ("no JSON", "config.json is not JSON"),
        ("no genes", "has no genes.txt or gene_order.txt or genes.tsv, where the order of the genes"),
        ("few genes", "names 2 genes, but the model has positions for 60"),
        ("no class file", "sex_types.txt, where the classes of sex was looked for"),
        ("a class without token", r"has no token \[neither\]"),
    ],
)
def test_what_is_wrong_with_a_checkpoint_is_said(kind, words, tmp_path):
    folder = polygene_v1(tmp_path / "checkpoint", SYMBOLS).folder
    damage(kind, folder)
    with pytest.raises(CheckpointError, match=words):
        convert_polygene(folder, Options())


def test_a_checkpoint_of_another_kind_is_refused_by_every_converter(tmp_path):
    folder = scgpt(tmp_path / "checkpoint", SYMBOLS).folder
    for name in ("polygene", "geneformer", "bert"):
        with pytest.raises(CheckpointError, match="has no config.json"):
            main([name, str(folder), str(tmp_path / "out")])
    with pytest.raises(CheckpointError, match="has no args.json"):
        main(["scgpt", str(polygene_v1(tmp_path / "bert", SYMBOLS).folder), str(tmp_path / "out")])
    with pytest.raises(CheckpointError, match="is not a folder"):
        main(["scgpt", str(tmp_path / "nowhere"), str(tmp_path / "out")])
    assert not (tmp_path / "out").exists()


def test_a_refusal_is_one_sentence_and_status_1(tmp_path):
    command = [sys.executable, "-m", "models.convert", "scgpt", str(tmp_path), str(tmp_path / "out")]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert ended.returncode == 1 and ended.stdout == ""
    assert ended.stderr == f"models.convert: {tmp_path} has no args.json, where the architecture was looked for.\n"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"input_emb_style": "category"}, "in the style category"),
        ({"pre_norm": True}, "pre_norm"),
        ({"nheads": 3}, "no multiple of 3 attention heads"),
    ],
)
def test_scgpts_variants_are_refused_by_name(change, words, tmp_path):
    folder = scgpt(tmp_path / "checkpoint", SYMBOLS).folder
    args = json.loads((folder / "args.json").read_text())
    (folder / "args.json").write_text(json.dumps({**args, **change}))
    with pytest.raises(CheckpointError, match=words):
        convert_scgpt(folder, Options())


def test_a_classifier_without_names_asks_for_them(tmp_path):
    folder = scgpt(tmp_path / "checkpoint", SYMBOLS, classifier=True).folder
    (folder / "id2type.json").unlink()
    with pytest.raises(CheckpointError, match="has 3 classes, but 0 are named; name them, one a line, by --labels FILE"):
        convert_scgpt(folder, Options())
    (tmp_path / "labels.txt").write_text("a\nb\nc\n")
    source = convert_scgpt(folder, Options(labels=tmp_path / "labels.txt", phenotype="stage"))
    assert [term.label for term in source.heads["stage"]] == ["a", "b", "c"]


def test_vocabularies_of_other_versions_are_refused(tmp_path):
    folder = geneformer(tmp_path / "checkpoint", IDS, MEDIANS).folder
    shelf = folder / "geneformer"
    tokens = read_dictionary(shelf / "token_dictionary_gc30M.pkl")
    (shelf / "token_dictionary_gc30M.pkl").write_bytes(pickle.dumps({**tokens, IDS[3]: 900}))
    with pytest.raises(CheckpointError, match="has the token 900, but the weights only 62 tokens"):
        main(["geneformer", str(folder), str(tmp_path / "out")])
    types = polygene_types(tmp_path / "types", IDS).folder
    with pytest.raises(CheckpointError, match="name the phenotypes it was trained with by --phenotypes"):
        convert_polygene(types, Options(phenotypes=("tissue",)))
    with pytest.raises(CheckpointError, match="has no phenotype age"):
        convert_polygene(types, Options(phenotypes=("age",)))


class Hostile:
    """What a pickle must not be able to do."""

    def __reduce__(self):
        return print, ("this ran",)


@pytest.mark.parametrize("content", [{"a": Hostile()}, [1, 2], {"a": np.array(["x"], object)}])
def test_a_pickle_of_anything_but_names_and_numbers_is_refused_unread(content, tmp_path, capsys):
    (tmp_path / "d.pkl").write_bytes(pickle.dumps(content))
    with pytest.raises(CheckpointError, match="d.pkl"):
        read_dictionary(tmp_path / "d.pkl")
    assert capsys.readouterr().out == ""


def test_weights_are_read_from_every_published_layout(tmp_path):
    made = polygene_v1(tmp_path / "whole", SYMBOLS)
    whole = read_weights(made.folder)
    made.model.save_pretrained(tmp_path / "shards", max_shard_size="8KB")
    assert len(list((tmp_path / "shards").glob("*.safetensors"))) > 1
    (tmp_path / "torch").mkdir()
    state = {f"module.{name}": weight for name, weight in made.model.state_dict().items()}
    torch.save({"model_state_dict": state}, tmp_path / "torch/model.pt")
    for layout in ("shards", "torch"):
        found = read_weights(tmp_path / layout)
        assert set(whole) <= set(found)
        for name, weight in whole.items():
            np.testing.assert_array_equal(found[name], weight)
    next((tmp_path / "shards").glob("*2-of*.safetensors")).unlink()
    with pytest.raises(CheckpointError, match="which is not beside it"):
        read_weights(tmp_path / "shards")


@pytest.mark.parametrize(
    ("content", "words"), [({"a": Hostile()}, "cannot be read as weights alone"), ({"a": 1}, "holds no dictionary of weights")]
)
def test_a_torch_file_of_anything_but_weights_is_refused(content, words, tmp_path, capsys):
    torch.save(content, tmp_path / "best_model.pt")
    with pytest.raises(CheckpointError, match=words):
        read_weights(tmp_path)
    assert capsys.readouterr().out == ""


def test_a_pickle_of_numpy_numbers_is_read(tmp_path):
    (tmp_path / "d.pkl").write_bytes(pickle.dumps({"a": np.float64(1.5), "b": np.int32(2), "c": 3.5}))
    assert read_dictionary(tmp_path / "d.pkl") == {"a": 1.5, "b": 2, "c": 3.5}


def test_genes_come_from_an_h5ad_file_too_and_drift_is_measured_on_real_cells(tmp_path):
    made = polygene_v1(tmp_path / "checkpoint", SYMBOLS)
    (made.folder / "genes.txt").unlink()
    counts = np.concatenate([counts_of(4, 60).counts, np.ones((4, 1))], axis=1)
    file = tmp_path / "ranked.h5ad"
    shard = anndata.AnnData(counts)
    shard.var_names = [*SYMBOLS, "OTHER"]
    shard.write_h5ad(file)
    main(["polygene", str(made.folder), str(tmp_path / "out"), "--genes", str(file), "--cells", str(file)])
    manifest = check_folder(tmp_path / "out")
    assert manifest["quantization"]["measured_on"] == "4 cells of ranked.h5ad"
    source = convert_polygene(made.folder, Options(genes=file))
    cells = read_cells(file, source, 3)
    assert source.genes.symbols == SYMBOLS
    np.testing.assert_array_equal(cells.counts, counts[:3, :60])
    np.testing.assert_array_equal(cells.totals, counts[:3].sum(axis=1))
    shard.var_names = [f"X{j}" for j in range(61)]
    shard.write_h5ad(file)
    with pytest.raises(CheckpointError, match="measures none of the model's genes"):
        read_cells(file, source, 3)


def test_genes_are_named_by_what_is_known_of_them(tmp_path):
    import gzip

    rows = ["symbol\tensembl_gene_id\tprev_symbol\talias_symbol\tstatus\tlocation\tlocus_type",
            "KMT2A\tENSG00000118058\tMLL\tHRX\tApproved\t11q23.3\tgene"]  # fmt: skip
    with gzip.open(tmp_path / "hgnc.txt.gz", "wt") as file:
        file.write("\n".join(rows) + "\n")
    named = name_genes(["MLL", "ENSG00000118058.7", "NEW1"], None, tmp_path / "hgnc.txt.gz")
    assert named.symbols == ["MLL", "KMT2A", "NEW1"]
    assert named.ensembl == ["ENSG00000118058", "ENSG00000118058", ""]
    assert named.aliases == ["KMT2A|HRX", "MLL|HRX", ""]
    assert name_genes(["ENSG00000118058"], None, None, {"ENSG00000118058": "KMT2A"}).symbols == ["KMT2A"]
