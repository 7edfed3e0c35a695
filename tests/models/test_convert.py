"""Every kind of checkpoint against torch, from raw counts to logits and embedding."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from checkpoints import geneformer, polygene_types, polygene_v1, scgpt

from models.convert.bert import convert_bert
from models.convert.folder import Cells, feeds, predict
from models.convert.geneformer import convert_geneformer
from models.convert.options import Options
from models.convert.polygene import convert_polygene
from models.convert.scgpt import convert_scgpt
from models.encode import encode
from models.export import session
from models.schemes import SCHEMES, store

SYMBOLS = [f"GENE{j}" for j in range(60)]
IDS = [f"ENSG{j:011d}" for j in range(60)]
MEDIANS = np.random.default_rng(5).uniform(0.4, 4, 60)


def bert_of_ranks(folder, **kwargs):
    """A Geneformer with its dictionaries as one plain table."""
    made = geneformer(folder, IDS, MEDIANS, **kwargs)
    tokens = pickle.loads((folder / "geneformer/token_dictionary_gc30M.pkl").read_bytes())
    medians = dict(zip(IDS, MEDIANS, strict=True))
    rows = [f"{token}\t{gene}\t{medians.get(gene, '')}" for gene, token in tokens.items()]
    (folder / "tokens.tsv").write_text("token\tgene\tmedian\n" + "\n".join(rows) + "\n")
    return made


KINDS = {
    "PolyGene v1": (lambda f: polygene_v1(f, SYMBOLS), convert_polygene),
    "PolyGene v1, binary": (lambda f: polygene_v1(f, SYMBOLS, bins=2), convert_polygene),
    "cellular aging map": (lambda f: polygene_types(f, IDS), convert_polygene),
    "cellular aging map, every gene fits": (lambda f: polygene_types(f, IDS, length=70), convert_polygene),
    "PerturbGene": (lambda f: polygene_types(f, IDS, perturbgene=True), convert_polygene),
    "Geneformer V1": (lambda f: geneformer(f, IDS, MEDIANS), convert_geneformer),
    "Geneformer V1, classifier": (lambda f: geneformer(f, IDS, MEDIANS, classifier=True), convert_geneformer),
    "Geneformer V2": (lambda f: geneformer(f, IDS, MEDIANS, version=2), convert_geneformer),
    "Geneformer V2, classifier": (lambda f: geneformer(f, IDS, MEDIANS, version=2, classifier=True), convert_geneformer),
    "scGPT": (lambda f: scgpt(f, SYMBOLS), convert_scgpt),
    "scGPT, flash names": (lambda f: scgpt(f, SYMBOLS, flash=True), convert_scgpt),
    "scGPT, classifier": (lambda f: scgpt(f, SYMBOLS, classifier=True), convert_scgpt),
    "BERT of ranks": (lambda f: bert_of_ranks(f, version=2, classifier=True), convert_bert),
}


def counts_of(cells: int, genes: int, seed: int = 0) -> Cells:
    """Counts with ties and zeros; a fifth of each total lies outside the vocabulary."""
    random = np.random.default_rng(seed)
    counts = random.poisson(random.gamma(0.7, 3, (1, genes)), (cells, genes)).astype(np.float32)
    # The first cell has few genes, so that batches hold padding.
    counts[0, 9:] = 0
    counts[0, 0] = 3
    return Cells(counts, counts.sum(axis=1).astype(np.float64) * 1.25, "test")


def in_order_of(source, genes: list[str], cells: Cells) -> Cells:
    """Columns from the checkpoint's order to the vocabulary's."""
    named = [i or s for s, i in zip(source.genes.symbols, source.genes.ensembl, strict=True)]
    return Cells(cells.counts[:, [genes.index(name) for name in named]], cells.totals, cells.what)


@pytest.mark.parametrize("kind", KINDS)
def test_a_converted_model_says_what_torch_says(kind, tmp_path):
    make, convert = KINDS[kind]
    checkpoint = make(tmp_path / "checkpoint")
    source = convert(checkpoint.folder, Options())
    cells = counts_of(7, 60)
    found = predict(session(source.build().SerializeToString()), source, in_order_of(source, checkpoint.genes, cells))
    names = [*(f"logits_{head}" for head in source.heads), "embedding"]
    for row, (counts, total) in enumerate(zip(cells.counts, cells.totals, strict=True)):
        expected = checkpoint.told(counts, total)
        for name, array in zip(names, found, strict=True):
            np.testing.assert_allclose(array[row], expected[name], atol=1e-4, rtol=1e-4, err_msg=f"{name} of cell {row}")


def test_a_phenotype_that_is_given_is_seen_by_the_others(tmp_path):
    made = polygene_v1(tmp_path / "checkpoint", SYMBOLS)
    source = convert_polygene(made.folder, Options())
    cells, heads = counts_of(1, 60), list(source.heads)
    given = feeds(source, encode(source.encoding, cells.counts, cells.totals, source.genes.scale))
    classes = [term.label for term in source.heads["cell_type"]]
    given["phenotypes"][0, heads.index("cell_type")] = 1 + classes.index("natural killer cell")
    found = session(source.build().SerializeToString()).run([f"logits_{head}" for head in heads], given)
    expected = made.tensors(cells.counts[0], cells.totals[0], {3: "[natural_killer_cell]"})
    for head, logits in zip(heads, found, strict=True):
        np.testing.assert_allclose(logits[0], expected[f"logits_{head}"].detach().numpy(), atol=1e-4)


@pytest.mark.parametrize("kind", ["PolyGene v1", "cellular aging map", "Geneformer V2, classifier", "scGPT, classifier"])
def test_int8_weights_change_little(kind, tmp_path):
    make, convert = KINDS[kind]
    source = convert(make(tmp_path / "checkpoint").folder, Options())
    cells = counts_of(5, len(source.genes))
    model = source.build()
    exact, small = (predict(session(m.SerializeToString()), source, cells) for m in (model, store(model, SCHEMES["int8"])))
    for a, b in zip(exact, small, strict=True):
        assert not np.array_equal(a, b)
        assert np.corrcoef(a.ravel(), b.ravel())[0, 1] > 0.99
