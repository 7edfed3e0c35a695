"""PolyGene's DistilBERT kind (cellular aging map, PerturbGene): a gene is a token type, no positions."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import numpy as np

from models.convert.checkpoint import CheckpointError, State, find, read_json
from models.convert.options import Options
from models.convert.phenotyped import INPUTS, Phenotyped, Slot
from models.convert.source import Source, name_genes, read_genes, terms
from models.convert.weights import distilbert_encoder

EDGES = (0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0)
SPECIALS = ("[cls]", "[eos]", "[mask]", "[pad]")
# Phenotypes that are in the published vocabulary file, but not in the published models.
UNUSED = ("assay",)
ORDER = ("cell_type", "tissue", "disease", "sex", "development_stage")
TEXT = {
    "title": "PolyGene (gene as token type)",
    "license": "PerturbGene: MIT. Cellular aging map: none stated, ask its authors before passing the folder on",
    "citation": "Khodaee, Zandie, Xia, Edelman et al., npj Aging 2025;11:86, doi 10.1038/s41514-025-00277-2",
    "trained_on": "CELLxGENE or Tabula Sapiens, as its authors describe.",
}


def normalize_label(label: str) -> str:
    """A phenotype's word as the authors' tokenizer writes it.

    Examples
    --------
    >>> normalize_label("Parkinson's disease, early-onset")
    '[parkinson_disease_early_onset]'
    """
    ascii_only = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", " ", re.sub(r"'s\b", "", ascii_only.lower())).split()
    return f"[{'_'.join(words)}]"


def _phenotypes(words: dict[str, list[str]], options: Options, vocabulary: int, edges: int) -> tuple[list[str], int]:
    """The phenotypes trained with, sorted, and the bins' first token; bin 0 is a token in newer models only."""
    names = sorted(options.phenotypes or [name for name in words if name not in UNUSED])
    missing = [name for name in names if name not in words]
    if missing:
        raise CheckpointError(f"The vocabulary has no phenotype {missing[0]}; it has {', '.join(sorted(words))}.")
    first = len(SPECIALS) + sum(len(words[name]) for name in names)
    bins = vocabulary - first
    if bins not in (edges, edges + 1):
        raise CheckpointError(
            f"The weights have {vocabulary} tokens, but {', '.join(names)} and {edges} bin edges make {first + edges + 1}; "
            "name the phenotypes it was trained with by --phenotypes, or its edges by --edges."
        )
    return names, first - (edges + 1 - bins)


def _embeddings(state: State) -> tuple[np.ndarray, np.ndarray, str]:
    prefix = state.prefix("embeddings.token_type_embeddings.weight")
    newer = f"{prefix}embeddings.token_value_embeddings.weight"
    word = state[newer] if newer in state else state[f"{prefix}embeddings.word_embeddings.weight"]
    return word, state[f"{prefix}embeddings.token_type_embeddings.weight"], prefix


def convert_types(folder: Path, config: dict, state: State, options: Options) -> Source:
    """A checkpoint beside its phenotypic_tokens_map.json and gene_ranking_map.json."""
    path = find(folder, ("*phenotypic_tokens_map.json",), "the classes of each phenotype")
    words = read_json(path)
    ranking = read_json(find(folder, ("gene_ranking_map.json",), "the genes' ranks"))
    edges = list(options.edges or EDGES)
    word, types, prefix = _embeddings(state)
    names, first_bin = _phenotypes(words, options, len(word), len(edges))
    index: dict[str, int] = dict(zip(SPECIALS, range(len(SPECIALS)), strict=True))
    spelled = [label for name in names for label in words[name]]
    # Words that are spelled alike share the last one's token, as in the authors' table.
    index.update({normalize_label(label): len(SPECIALS) + i for i, label in enumerate(spelled)})

    is_newer = "prediction_head.3.weight" in state
    older = ("vocab_transform", "vocab_layer_norm", "vocab_projector")
    dense, dense_norm, last = [f"prediction_head.{i}" for i in (0, 2, 3)] if is_newer else older
    decoder, bias = state.linear(last)
    slots, heads = [], {}
    for place, name in enumerate(names, start=1):
        labels = list({normalize_label(label): label for label in words[name]}.values())
        ids = [index[normalize_label(label)] for label in labels]
        rows = word[[index["[mask]"], *ids]] + types[place]
        slots.append(Slot(name, rows, (decoder[ids], bias[ids]) if len(ids) > 1 else None))
        if len(ids) > 1:
            heads[name] = terms(name, labels)
    rank = {name: i for i, name in enumerate(ORDER)}
    heads = {name: heads[name] for name in sorted(heads, key=lambda name: (rank.get(name, len(rank)), name))}
    genes = _genes(ranking, len(types) - 1 - len(names), options)
    length = options.max_length or config.get("max_position_embeddings", 2000)
    room = length - 1 - len(names)
    # Bin 0 is never read: its row is the padding's.
    unread = np.zeros((1, word.shape[1]), np.float32)
    network = Phenotyped(
        cls=word[index["[cls]"]] + types[0], slots=slots,
        marks=(word[index["[eos]"]] + types[0])[None], mark_limit=room - 1,
        bins=np.concatenate([unread, word[first_bin + 1 : first_bin + 1 + len(edges)]]),
        genes=types[[1 + len(names) + rank for rank in genes.values()]],
        norm=state.linear(f"{prefix}embeddings.LayerNorm"), epsilon=config.get("layer_norm_eps", 1e-12),
        encoder=distilbert_encoder(state, config), dense=state.linear(dense),
        dense_norm=state.linear(dense_norm), dense_epsilon=1e-12,
    )  # fmt: skip
    return Source(
        text=TEXT, genes=name_genes(list(genes), None, options.hgnc),
        encoding={"name": "polygene-bins", "scale": options.scale, "target_sum": 10000,
                  "edges": edges, "max_genes": min(room, len(genes))},
        inputs=INPUTS, heads=heads, width=network.encoder.width,
        build=lambda: network.build(list(heads)), gradient_at="tokens",
    )  # fmt: skip


def _genes(ranking: dict, types: int, options: Options) -> dict[str, int]:
    """Gene -> rank, by rank: those the weights have a type for and, where some were named, those."""
    wanted = {name.split(".")[0] for name in read_genes(options.genes)} if options.genes else None
    known = {gene: rank for gene, rank in ranking.items() if 0 <= rank < types}
    kept = {gene: rank for gene, rank in known.items() if wanted is None or gene.split(".")[0] in wanted}
    if not kept:
        raise CheckpointError(
            f"None of the {len(ranking)} genes of gene_ranking_map.json has a type in the weights and was asked for."
        )
    return dict(sorted(kept.items(), key=lambda item: item[1]))
