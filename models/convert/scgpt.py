"""scGPT's checkpoints: gene tokens with binned values, a <cls> token that embeds, an optional classifier."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx

from models.convert.checkpoint import CheckpointError, State, find, read_json, read_weights
from models.convert.encoder import LAST, TokenBuilder
from models.convert.options import Options
from models.convert.source import Source, name_genes, read_labels, terms, wrong_labels
from models.convert.weights import Affine, Encoder, normalized, scgpt_encoder

INPUTS = {"genes": "genes", "values": "values", "mask": "mask"}
EPSILON = 1e-5
# The authors' embedding task: at most this many tokens, <cls> counted, in 51 bins.
LENGTH = 1200
BINS = 51
TEXT = {
    "title": "scGPT",
    "license": "MIT (bowang-lab/scGPT, code); the weights' terms are those of their download page",
    "citation": "Cui et al., Nature Methods 2024;21:1470-1480, doi 10.1038/s41592-024-02201-0",
    "trained_on": "CELLxGENE census, as its authors describe.",
}


@dataclass(frozen=True)
class ScGpt:
    """Gene embeddings after their normalization, the value encoder, the encoder, the classifier's layers."""

    genes: np.ndarray
    cls: np.ndarray
    value_in: Affine
    value_out: Affine
    value_norm: Affine
    encoder: Encoder
    hidden: list[tuple[Affine, Affine]]
    """Affine map and normalization of the classifier's inner layers."""
    output: Affine | None

    def build(self, phenotype: str) -> onnx.ModelProto:
        """The graph; ``phenotype`` is what the classifier, if any, tells."""
        b, width = TokenBuilder(), self.encoder.width
        pad = np.zeros((1, width), np.float32)
        genes = b.table_rows("genes", "gene", np.concatenate([self.genes, pad]))
        value = b.linear(b.add("Unsqueeze", ["values", b.ints(2)]), "value_in", *self.value_in)
        value = b.linear(b.add("Relu", [value]), "value_out", *self.value_out)
        tokens = b.add("Add", [genes, b.row_norm(value, "value_norm", self.value_norm, EPSILON)], "tokens")
        x = b.add("Concat", [b.special("cls", self.cls[None]), tokens], axis=1)
        state = b.encode(x, b.bias([b.one]), self.encoder)[-1]
        cell = b.token(state, 0, width)
        length = b.add("Sqrt", [b.add("ReduceSum", [b.add("Mul", [cell, cell]), b.ints(1)], keepdims=1)])
        b.add("Div", [cell, length], "embedding")
        b.slice(state, 1, LAST, 1, "gene_states")
        if self.output:
            for i, (affine, norm) in enumerate(self.hidden):
                cell = b.add("Relu", [b.linear(cell, f"cls.{i}", *affine)])
                cell = b.row_norm(cell, f"cls.{i}.norm", norm, EPSILON)
            b.logits(cell, phenotype, self.output)
        return b.finish(INPUTS, {phenotype: len(self.output[1])} if self.output else {}, width)


def convert_scgpt(folder: Path, options: Options) -> Source:
    """args.json, vocab.json and best_model.pt, as the authors publish them."""
    args = read_json(find(folder, ("args.json",), "the architecture"))
    for field in ("embsize", "nheads", "nlayers"):
        if field not in args:
            raise CheckpointError(f"args.json has no {field}: it is not scGPT's.")
    vocabulary = read_json(find(folder, ("vocab.json",), "the genes' tokens"))
    if "<cls>" not in vocabulary:
        raise CheckpointError("vocab.json has no token <cls>, which gives scGPT's embedding of a cell.")
    state = State(read_weights(folder), "a scGPT checkpoint")
    _refuse_variants(args, state)
    table = state["encoder.embedding.weight"]
    genes = [gene for gene, _ in sorted(vocabulary.items(), key=lambda item: item[1]) if not gene.startswith("<")]
    if (highest := max(vocabulary.values())) >= len(table):
        raise CheckpointError(
            f"vocab.json has the token {highest}, but the weights only {len(table)} tokens: they are of different versions."
        )
    rows = normalized(table, state.linear("encoder.enc_norm"), EPSILON)
    value_in, value_out = state.linear("value_encoder.linear1"), state.linear("value_encoder.linear2")
    value_norm = state.linear("value_encoder.norm")
    bent = np.maximum(value_in[0] * np.float32(args.get("pad_value", -2)) + value_in[1][:, None], 0)
    mark = normalized((value_out[0] @ bent)[:, 0] + value_out[1], value_norm, EPSILON)
    hidden, output = _classifier(state)
    network = ScGpt(
        rows[[vocabulary[gene] for gene in genes]], rows[vocabulary["<cls>"]] + mark, value_in, value_out, value_norm,
        scgpt_encoder(state, args), hidden, output,
    )  # fmt: skip
    length = options.max_length or args.get("max_seq_len", LENGTH)
    return Source(
        text=TEXT, genes=name_genes(genes, None, options.hgnc),
        encoding={"name": "value-bins", "bins": args.get("n_bins", BINS), "max_genes": length - 1},
        inputs=INPUTS, heads=_heads(folder, output, options), width=network.encoder.width,
        build=lambda: network.build(options.phenotype), gradient_at="values",
    )  # fmt: skip


def _refuse_variants(args: dict, state: State) -> None:
    if args.get("input_emb_style", "continuous") != "continuous":
        raise CheckpointError(f"The model reads values in the style {args['input_emb_style']}; only continuous is known.")
    if args.get("pre_norm"):
        raise CheckpointError("The model normalizes before each layer (pre_norm); only the published post-norm is known.")
    if "cls_decoder.cls_token_matrix" in state:
        raise CheckpointError("The model's classifier compares with a matrix (SimDecoder); only ClsDecoder is known.")
    if any(name.startswith("dsbn.") for name in state.weights):
        raise CheckpointError("The model has a batch norm for each data set (DSBN), which a new file has no number for.")


def _classifier(state: State) -> tuple[list[tuple[Affine, Affine]], Affine | None]:
    """Layers of cls_decoder: affine map, ReLU, normalization, and so on, then the output."""
    if "cls_decoder.out_layer.weight" not in state:
        return [], None
    hidden = []
    while f"cls_decoder._decoder.{3 * len(hidden)}.weight" in state:
        at = 3 * len(hidden)
        hidden.append((state.linear(f"cls_decoder._decoder.{at}"), state.linear(f"cls_decoder._decoder.{at + 2}")))
    return hidden, state.linear("cls_decoder.out_layer")


def _heads(folder: Path, output: Affine | None, options: Options) -> dict:
    if not output:
        return {}
    wanted = len(output[1])
    saved = find(folder, ("id2type.json",), "the classes", needed=False)
    by_id = {int(key): value for key, value in read_json(saved).items()} if saved else {}
    names = read_labels(options.labels) if options.labels else [str(by_id[key]) for key in sorted(by_id)]
    if len(names) != wanted:
        raise wrong_labels(wanted, len(names))
    return {options.phenotype: terms(options.phenotype, names)}
