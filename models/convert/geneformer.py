"""Geneformer's checkpoints: an embedder, or with a classifier's head."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from models.convert.checkpoint import CheckpointError, State, find, read_dictionary, read_json, read_weights
from models.convert.options import Options
from models.convert.ranked import INPUTS, Ranked, ranked_bert
from models.convert.source import Source, name_genes, read_labels, terms, wrong_labels
from models.labels import ClassTerm

TEXT = {
    "title": "Geneformer",
    "license": "Apache-2.0 (ctheodoris/Geneformer, code and weights)",
    "citation": "Theodoris et al., Nature 2023;618:616-624, doi 10.1038/s41586-023-06139-9",
    "trained_on": "Genecorpus-30M or its successors, as its authors describe.",
}


def convert_geneformer(folder: Path, options: Options) -> Source:
    """V1 (no special tokens, ranks cut at 2,048) or V2 (<cls> and <eos>, 4,096), told apart by the token dictionary."""
    config = read_json(find(folder, ("config.json",), "the architecture"))
    if config.get("model_type", "bert") != "bert":
        raise CheckpointError(f"config.json says the model is a {config['model_type']}; Geneformer is a BERT.")
    state = State(read_weights(folder), "a Geneformer checkpoint")
    shelf = options.dictionaries or folder
    dictionary = read_dictionary(find(shelf, ("token_dictionary*.pkl",), "the genes' tokens (or --dictionaries DIR)"))
    medians = read_dictionary(find(shelf, ("gene_median_dictionary*.pkl",), "the genes' medians (or --dictionaries DIR)"))
    named = find(shelf, ("gene_name_id_dict*.pkl",), "the genes' symbols", needed=False)
    symbols = {ensembl: symbol for symbol, ensembl in read_dictionary(named).items()} if named else {}
    genes = [gene for gene in dictionary if gene in medians and not gene.startswith("<")]
    if not genes:
        raise CheckpointError("The token and median dictionaries have no gene in common: they are of different versions.")
    cls, eos = dictionary.get("<cls>"), dictionary.get("<eos>")
    pool = options.pool or ("mean" if cls is None else "cls")
    network = ranked_bert(state, config, [dictionary[gene] for gene in genes], cls, eos, pool, options.layer)
    scale = np.array([medians[gene] for gene in genes])
    return ranked_source(TEXT, network, genes, scale, symbols, class_names(folder, config, network, options), options)


def class_names(folder: Path, config: dict, network: Ranked, options: Options) -> list[str]:
    """A classifier's classes: by --labels, Geneformer's id_class_dict, or config.json's id2label."""
    if not network.classifier:
        return []
    saved = find(folder, ("*id_class_dict.pkl",), "the classes", needed=False)
    by_id = read_dictionary(saved) if saved else {int(key): value for key, value in config.get("id2label", {}).items()}
    names = read_labels(options.labels) if options.labels else [str(by_id[key]) for key in sorted(by_id)]
    wanted = len(network.classifier.output[1])
    if len(names) != wanted:
        raise wrong_labels(wanted, len(names))
    return names


def ranked_source(
    text: dict[str, str], network: Ranked, names: list[str], scale: np.ndarray, symbols: dict[str, str],
    labels: list[str], options: Options,
) -> Source:  # fmt: skip
    """A ranked model with its vocabulary and, where it classifies, its classes."""
    if not (np.isfinite(scale) & (scale > 0)).all():
        raise CheckpointError("A gene's median is not a number above zero.")
    special = (network.cls is not None) + (network.eos is not None)
    length = min(options.max_length or len(network.positions), len(network.positions))
    heads: dict[str, list[ClassTerm]] = {options.phenotype: terms(options.phenotype, labels)} if labels else {}
    return Source(
        text=text, genes=name_genes(names, scale, options.hgnc, symbols),
        encoding={"name": "rank-tokens", "max_genes": length - special},
        inputs=INPUTS, heads=heads, width=network.encoder.width,
        build=lambda: network.build(options.phenotype), gradient_at="tokens",
    )  # fmt: skip
