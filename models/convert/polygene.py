"""PolyGene's checkpoints, of both kinds."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from models.convert.checkpoint import CheckpointError, State, find, read_json, read_weights
from models.convert.options import Options
from models.convert.phenotyped import INPUTS, Phenotyped, Slot
from models.convert.polygene_types import convert_types
from models.convert.source import Source, name_genes, read_genes, terms
from models.convert.weights import bert_encoder

# [CLS] [sex] [tissue] [cell type] [age] [disease] [START] genes [END]: the phenotypes' places and class files.
SLOTS = {"sex": "sex_types.txt", "tissue": "tissue_types.txt", "cell_type": "cell_types.txt",
         "development_stage": "age_types.txt", "disease": "disease_types.txt"}  # fmt: skip
ORDER = ("cell_type", "tissue", "disease", "sex", "development_stage")
BEFORE_GENES = 2 + len(SLOTS)
SPARE = re.compile(r"^(disease|unused)\d+$")
TEXT = {
    "title": "PolyGene v1",
    "license": "MIT (roholazandie/polygene, code and weights)",
    "citation": "Khodaee, Zandie, Edelman, Nature Computational Science 2025;5:333-344, doi 10.1038/s43588-024-00765-7",
    "trained_on": "Tabula Sapiens, as its authors describe.",
}


def convert_polygene(folder: Path, options: Options) -> Source:
    """v1 (12 layers of BERT, a gene known by its position) or the DistilBERT kind (a gene known by its token type)."""
    config = read_json(find(folder, ("config.json",), "the architecture"))
    state = State(read_weights(folder), "a PolyGene checkpoint")
    if any(name.endswith("transformer.layer.0.attention.q_lin.weight") for name in state.weights):
        return convert_types(folder, config, state, options)
    if config.get("model_type", "bert") != "bert":
        raise CheckpointError(f"config.json says the model is a {config['model_type']}; PolyGene is a BERT or a DistilBERT.")
    return _convert_v1(folder, config, state, options)


def class_files(folder: Path) -> dict[str, list[str]]:
    """Tokens of each phenotype, as the authors' tokenizer makes them of its text files."""
    tokens = {}
    for phenotype, name in SLOTS.items():
        path = find(folder, (f"phenotypic_vocab/{name}", name), f"the classes of {phenotype}")
        words = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
        tokens[phenotype] = [word if word.startswith("[") else f"[{word.replace(' ', '_')}]" for word in words]
    return tokens


def _convert_v1(folder: Path, config: dict, state: State, options: Options) -> Source:
    path = find(folder, ("phenotypic_vocab/vocab.txt", "vocab.txt"), "the vocabulary")
    words = path.read_text("utf-8").splitlines()
    index = {word: i for i, word in enumerate(words)}
    prefix = state.prefix("embeddings.word_embeddings.weight")
    word = state[f"{prefix}embeddings.word_embeddings.weight"]
    position = state[f"{prefix}embeddings.position_embeddings.weight"]
    kind = state[f"{prefix}embeddings.token_type_embeddings.weight"][0]
    bins = len(word) - len(words)
    if bins < 2:
        raise CheckpointError(f"{path} has {len(words)} tokens, but the weights only {len(word)}: they leave no room for bins.")
    names = _gene_order(folder, options, len(position) - BEFORE_GENES - 1)
    _require(index, ["[CLS]", "[MASK]", "[START]", "[END]"], path)
    at = lambda token, place: word[index[token]] + position[place] + kind  # noqa: E731

    tied = "cls.predictions.decoder.weight"
    decoder = state[tied] if tied in state else word
    bias = state["cls.predictions.bias" if "cls.predictions.bias" in state else "cls.predictions.decoder.bias"]
    slots, heads = [], {}
    for place, (phenotype, tokens) in enumerate(class_files(folder).items(), start=1):
        _require(index, tokens, path)
        told = sorted((t for t in tokens if not SPARE.match(t.strip("[]"))), key=index.__getitem__)
        ids = [index[token] for token in told]
        rows = np.stack([at(token, place) for token in ["[MASK]", *told]])
        slots.append(Slot(phenotype, rows, (decoder[ids], bias[ids]) if len(ids) > 1 else None))
        if len(ids) > 1:
            heads[phenotype] = terms(phenotype, [token.strip("[]").replace("_", " ") for token in told])
    heads = {phenotype: heads[phenotype] for phenotype in ORDER if phenotype in heads}
    network = Phenotyped(
        cls=at("[CLS]", 0), slots=slots,
        marks=np.stack([at("[START]", BEFORE_GENES - 1), at("[END]", BEFORE_GENES + len(names))]), mark_limit=None,
        bins=word[len(words):], genes=position[BEFORE_GENES : BEFORE_GENES + len(names)] + kind,
        norm=state.linear(f"{prefix}embeddings.LayerNorm"), epsilon=config.get("layer_norm_eps", 1e-12),
        encoder=bert_encoder(state, config), dense=state.linear("cls.predictions.transform.dense"),
        dense_norm=state.linear("cls.predictions.transform.LayerNorm"), dense_epsilon=config.get("layer_norm_eps", 1e-12),
    )  # fmt: skip
    return Source(
        text=TEXT, genes=name_genes(names, None, options.hgnc),
        encoding={"name": "polygene-bins", "scale": options.scale, "target_sum": 10000,
                  "edges": _edges(options, bins), "max_genes": len(names)},
        inputs=INPUTS, heads=heads, width=network.encoder.width,
        build=lambda: network.build(list(heads)), gradient_at="tokens",
    )  # fmt: skip


def _edges(options: Options, bins: int) -> list[float]:
    """Published edges: 0.1 to 9 in equal steps; with two bins only, expressed or not."""
    edges = list(options.edges) if options.edges else ([0.1] if bins == 2 else np.linspace(0.1, 9.0, bins - 1).tolist())
    if len(edges) != bins - 1:
        raise CheckpointError(f"The weights have {bins} bins, which {bins - 1} edges part; {len(edges)} were given.")
    return edges


def _gene_order(folder: Path, options: Options, wanted: int) -> list[str]:
    places = ("genes.txt", "gene_order.txt", "genes.tsv")
    given = options.genes or find(folder, places, "the order of the genes (or --genes FILE)")
    names = read_genes(given)
    if len(names) < wanted:
        raise CheckpointError(f"{given} names {len(names)} genes, but the model has positions for {wanted}.")
    return names[:wanted]


def _require(index: dict[str, int], tokens: list[str], path: Path) -> None:
    for token in tokens:
        if token not in index:
            raise CheckpointError(f"{path} has no token {token}.")
