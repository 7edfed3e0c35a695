"""Checkpoints as their authors publish them, small and of random weights, and what torch says of cells.

The architectures are `transformers`' and torch's own; tokens are made here by the authors' rules, not by `models.encode`.
"""

from __future__ import annotations

import json
import math
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import nn
from transformers import BertConfig, BertForMaskedLM, BertForSequenceClassification, DistilBertConfig
from transformers.models.distilbert.modeling_distilbert import Transformer

SIZES = {"hidden_size": 16, "num_hidden_layers": 3, "num_attention_heads": 2, "intermediate_size": 24}


@dataclass
class Checkpoint:
    """A folder, the genes it was trained with, and torch's answers for one cell (counts over the genes, total)."""

    folder: Path
    genes: list[str]
    tensors: Callable[[np.ndarray, float], dict[str, torch.Tensor]]
    model: nn.Module

    def told(self, counts: np.ndarray, total: float) -> dict[str, np.ndarray]:
        """The answers as numbers."""
        return {name: tensor.detach().numpy() for name, tensor in self.tensors(counts, total).items()}


def _spread(model: nn.Module) -> nn.Module:
    """Larger weights than initialization gives, so that every part of the graph matters to the answer."""
    torch.manual_seed(11)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            is_scale = weight.ndim == 1 and "norm" in name.lower() and name.endswith("weight")
            weight.normal_(1.0 if is_scale else 0.0, 0.4 if weight.ndim > 1 else 0.2)
    return model.eval()


PHENOTYPES = {
    "tissue_types.txt": ["blood", "bone marrow", "lung"],
    "cell_types.txt": ["B cell", "CD4-positive, alpha-beta T cell", "natural killer cell", "classical monocyte"],
    "age_types.txt": ["37-year-old human stage", "57-year-old human stage"],
    "sex_types.txt": ["female", "male"],
    "disease_types.txt": ["normal", "disease1", "disease2"],
}
V1_PLACES = {"sex": 1, "tissue": 2, "cell_type": 3, "development_stage": 4}
V1_FILES = {"sex": "sex_types.txt", "tissue": "tissue_types.txt", "cell_type": "cell_types.txt",
            "development_stage": "age_types.txt"}  # fmt: skip


def polygene_v1(folder: Path, genes: list[str], bins: int = 10, sizes: dict | None = None) -> Checkpoint:
    """PolyGene v1: BERT, config.json and model.safetensors, phenotypic_vocab/, the genes' order beside them."""
    vocabulary = folder / "phenotypic_vocab"
    vocabulary.mkdir(parents=True)
    special = "[PAD] [MASK] [SEP] [CLS] [UNK] [START] [END] [no_sex] [no_tissue] [no_cell_type] [no_age] [no_disease]"
    words = [*special.split(), *(f"[unused{i}]" for i in range(1, 10))]
    for name, labels in PHENOTYPES.items():
        (vocabulary / name).write_text("\n".join(labels) + "\n")
        words += [f"[{label.replace(' ', '_')}]" for label in labels]
    (vocabulary / "vocab.txt").write_text("\n".join(words) + "\n")
    (folder / "genes.txt").write_text("\n".join(genes) + "\n")
    config = BertConfig(vocab_size=len(words) + bins, max_position_embeddings=len(genes) + 8, **(sizes or SIZES))
    model = _spread(BertForMaskedLM(config))
    model.save_pretrained(folder)
    index = {word: i for i, word in enumerate(words)}
    edges = np.concatenate([[0.0], np.linspace(0.1, 9.0, bins - 1)])

    def tensors(counts: np.ndarray, total: float, given: dict[int, str] | None = None) -> dict[str, torch.Tensor]:
        digits = np.digitize(np.log1p(1e4 * counts / total), edges) - 1
        ids = [index["[CLS]"], *[index["[MASK]"]] * 5, index["[START]"], *(len(words) + digits), index["[END]"]]
        for place, token in (given or {}).items():
            ids[place] = index[token]
        ids = torch.tensor([ids])
        out = model(ids, attention_mask=(ids != len(words)).long(), output_hidden_states=True)
        found = {"embedding": out.hidden_states[-1][0, 0]}
        for head, place in V1_PLACES.items():
            labels = PHENOTYPES[V1_FILES[head]]
            found[f"logits_{head}"] = out.logits[0, place, [index[f"[{label.replace(' ', '_')}]"] for label in labels]]
        return found

    return Checkpoint(folder, genes, tensors, model)


class _Polygene(nn.Module):
    """The DistilBERT kind: word + token-type embeddings without positions, DistilBERT's encoder, a head for words."""

    def __init__(self, config: DistilBertConfig, types: int):
        super().__init__()
        self.embeddings = nn.Module()
        self.embeddings.token_value_embeddings = nn.Embedding(config.vocab_size, config.dim, padding_idx=3)
        self.embeddings.token_type_embeddings = nn.Embedding(types, config.dim)
        self.embeddings.LayerNorm = nn.LayerNorm(config.dim, eps=1e-12)
        self.transformer = Transformer(config)
        norm, last = nn.LayerNorm(config.dim, eps=1e-12), nn.Linear(config.dim, config.vocab_size)
        self.prediction_head = nn.Sequential(nn.Linear(config.dim, config.dim), nn.GELU(), norm, last)

    def forward(self, ids: torch.Tensor, types: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        e = self.embeddings
        state = self.transformer(e.LayerNorm(e.token_value_embeddings(ids) + e.token_type_embeddings(types)), None)[0]
        return state, self.prediction_head(state)


TYPE_WORDS = {
    "assay": ["10x 3' v2", "Smart-seq2"],
    "cell_type": ["B cell", "T-helper cell", "natural killer cell"],
    "disease": ["normal", "Alzheimer's disease"],
    "tissue": ["blood", "lung"],
}
EDGES = [0.5, 1, 2, 3, 4, 5, 6, 7, 8]


def polygene_types(folder: Path, genes: list[str], length: int = 30, perturbgene: bool = False) -> Checkpoint:
    """The DistilBERT kind; ``perturbgene``: the older names of the weights, and no token for bin 0."""
    names = ["cell_type", "disease", "tissue"]
    ranking = {gene: len(genes) - 1 - i for i, gene in enumerate(genes)}
    words = [label for name in names for label in TYPE_WORDS[name]]
    first_bin = 4 + len(words) - (1 if perturbgene else 0)
    config = DistilBertConfig(
        vocab_size=first_bin + len(EDGES) + 1, dim=16, n_layers=2, n_heads=2, hidden_dim=24, max_position_embeddings=length,
        attn_implementation="eager",
    )
    types = 1 + len(names) + len(genes)
    model = _spread(_Polygene(config, types))
    folder.mkdir(parents=True)
    (folder / "cxg_phenotypic_tokens_map.json").write_text(json.dumps(TYPE_WORDS))
    (folder / "gene_ranking_map.json").write_text(json.dumps(ranking))
    saved = folder / "checkpoint-100"
    saved.mkdir()
    (saved / "config.json").write_text(json.dumps({**config.to_dict(), "type_vocab_size": types, "layer_norm_eps": 1e-12}))
    state = model.state_dict()
    if perturbgene:
        state = {_older(name): weight for name, weight in state.items()}
    save_file({name: weight.contiguous() for name, weight in state.items()}, saved / "model.safetensors")

    def tensors(counts: np.ndarray, total: float) -> dict[str, torch.Tensor]:
        digits = np.digitize(np.log1p(1e4 * counts / total), EDGES)
        expressed = sorted((ranking[genes[j]], digits[j]) for j in np.flatnonzero(digits))
        ids = [0, 2, 2, 2, *(first_bin + digit for _, digit in expressed), 1][:length]
        kinds = [0, 1, 2, 3, *(4 + rank for rank, _ in expressed), 0][:length]
        state, logits = model(torch.tensor([ids]), torch.tensor([kinds]))
        found, at = {"embedding": state[0, 0]}, 4
        for place, name in enumerate(names, start=1):
            found[f"logits_{name}"] = logits[0, place, at : at + len(TYPE_WORDS[name])]
            at += len(TYPE_WORDS[name])
        return found

    return Checkpoint(folder, genes, tensors, model)


def _older(name: str) -> str:
    """A weight's name in PerturbGene."""
    head = {"0": "vocab_transform", "2": "vocab_layer_norm", "3": "vocab_projector"}
    for newer, older in ((f"prediction_head.{i}", older) for i, older in head.items()):
        if name.startswith(newer):
            return older + name.removeprefix(newer)
    return "distilbert." + name.replace("token_value_embeddings", "word_embeddings")


CLASSES = ["B cell", "natural killer cell", "classical monocyte"]


def geneformer(
    folder: Path, genes: list[str], medians: np.ndarray, version: int = 1, classifier: bool = False,
    symbols: list[str] | None = None,
) -> Checkpoint:  # fmt: skip
    """Geneformer: `transformers`' BERT (relu), pickled dictionaries; V2 has <cls> and <eos>."""
    symbols = symbols or [f"S{gene[-4:]}" for gene in genes]
    special = ["<pad>", "<mask>"] if version == 1 else ["<pad>", "<mask>", "<cls>", "<eos>"]
    token = {name: i for i, name in enumerate([*special, *genes])}
    config = BertConfig(
        vocab_size=len(token), max_position_embeddings=20, hidden_act="relu", pad_token_id=0, **SIZES,
        **({"num_labels": len(CLASSES)} if classifier else {}),
    )  # fmt: skip
    model = _spread((BertForSequenceClassification if classifier else BertForMaskedLM)(config))
    model.save_pretrained(folder)
    shelf = folder / "geneformer"
    shelf.mkdir()
    by_gene = dict(zip(genes, medians.astype(np.float64), strict=True))
    for name, content in (
        ("token_dictionary_gc30M.pkl", token),
        ("gene_median_dictionary_gc30M.pkl", by_gene),
        ("gene_name_id_dict_gc30M.pkl", dict(zip(symbols, genes, strict=True))),
    ):
        (shelf / name).write_bytes(pickle.dumps(content))
    if classifier:
        (folder / "test_id_class_dict.pkl").write_bytes(pickle.dumps(dict(enumerate(CLASSES))))

    def tensors(counts: np.ndarray, total: float) -> dict[str, torch.Tensor]:
        present = np.flatnonzero(counts)
        scaled = counts[present] / total * 1e4 / np.array([by_gene[genes[j]] for j in present])
        ranked = present[np.argsort(-scaled, kind="stable")]
        ids = [token[genes[j]] for j in ranked][: 20 if version == 1 else 18]
        ids = ids if version == 1 else [token["<cls>"], *ids, token["<eos>"]]
        out = model(torch.tensor([ids]), output_hidden_states=True)
        before_last = out.hidden_states[-2][0]
        found = {"embedding": before_last.mean(dim=0) if version == 1 else before_last[0]}
        if classifier:
            found["logits_cell_type"] = out.logits[0]
        return found

    return Checkpoint(folder, genes, tensors, model)


class _ScGpt(nn.Module):
    """scGPT without its training parts: named as its state dict is, computed by torch's own encoder layers."""

    def __init__(self, tokens: int, width: int, classes: int):
        super().__init__()
        self.encoder = nn.Module()
        self.encoder.embedding, self.encoder.enc_norm = nn.Embedding(tokens, width), nn.LayerNorm(width)
        self.value_encoder = nn.Module()
        self.value_encoder.linear1, self.value_encoder.linear2 = nn.Linear(1, width), nn.Linear(width, width)
        self.value_encoder.norm = nn.LayerNorm(width)
        layer = nn.TransformerEncoderLayer(width, 2, 24, 0.0, batch_first=True)
        self.transformer_encoder = nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)
        if classes:
            self.cls_decoder = nn.Module()
            inner = [part for _ in range(2) for part in (nn.Linear(width, width), nn.ReLU(), nn.LayerNorm(width))]
            self.cls_decoder._decoder, self.cls_decoder.out_layer = nn.ModuleList(inner), nn.Linear(width, classes)

    def forward(self, genes: torch.Tensor, values: torch.Tensor) -> torch.Tensor:
        v = self.value_encoder
        value = v.norm(v.linear2(torch.relu(v.linear1(values.unsqueeze(-1).clamp(max=512)))))
        return self.transformer_encoder(self.encoder.enc_norm(self.encoder.embedding(genes)) + value)

    def classify(self, cell: torch.Tensor) -> torch.Tensor:
        for part in self.cls_decoder._decoder:
            cell = part(cell)
        return self.cls_decoder.out_layer(cell)


def scgpt(folder: Path, genes: list[str], classifier: bool = False, flash: bool = False, length: int = 30) -> Checkpoint:
    """scGPT: args.json, vocab.json, best_model.pt; ``flash``: the joint projection as flash attention names it."""
    token = {name: i for i, name in enumerate([*reversed(genes), "<pad>", "<cls>", "<eoc>"])}
    model = _spread(_ScGpt(len(token), 16, len(CLASSES) if classifier else 0))
    folder.mkdir(parents=True)
    args = {"embsize": 16, "nheads": 2, "d_hid": 24, "nlayers": 2, "n_layers_cls": 3, "n_bins": 51, "max_seq_len": length,
            "pad_token": "<pad>", "pad_value": -2, "input_emb_style": "continuous"}  # fmt: skip
    (folder / "args.json").write_text(json.dumps(args))
    (folder / "vocab.json").write_text(json.dumps(token))
    state = model.state_dict()
    if flash:
        state = {name.replace("in_proj_", "Wqkv."): weight for name, weight in state.items()}
    torch.save({**state, "decoder.fc.0.weight": torch.zeros(16, 16)}, folder / "best_model.pt")
    if classifier:
        (folder / "id2type.json").write_text(json.dumps(dict(enumerate(CLASSES))))

    def tensors(counts: np.ndarray, total: float) -> dict[str, torch.Tensor]:
        present = np.flatnonzero(counts)
        edges = np.quantile(counts[present].astype(np.float64), np.linspace(0, 1, 50))
        bins = {}
        for j in present:
            # scGPT draws from (right, left]; the middle of what it may draw, the lower of two.
            right, left = int((edges < counts[j]).sum()), int((edges <= counts[j]).sum())
            bins[j] = right + math.ceil((left - right) / 2) if left > right else left
        # Ties go to the lower token, as the conversion says; scGPT draws.
        kept = sorted(present, key=lambda j: (-counts[j], token[genes[j]]))[: length - 1]
        ids = torch.tensor([[token["<cls>"], *(token[genes[j]] for j in kept)]])
        state = model(ids, torch.tensor([[-2.0, *(float(bins[j]) for j in kept)]]))[:, 0]
        found = {"embedding": nn.functional.normalize(state)[0]}
        if classifier:
            found["logits_cell_type"] = model.classify(state)[0]
        return found

    return Checkpoint(folder, genes, tensors, model)
