"""A small transformer of the PolyGene kind: phenotype tokens and gene tokens, no positions."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import nn


@dataclass(frozen=True)
class Shape:
    """Sizes of the network."""

    genes: int
    classes: tuple[int, ...]
    width: int = 96
    heads: int = 4
    layers: int = 3
    feed: int = 256
    value_units: int = 32

    def plain(self) -> dict:
        """As a JSON-ready dictionary."""
        return asdict(self)


class Layer(nn.Module):
    """Pre-norm attention and feed-forward."""

    def __init__(self, shape: Shape):
        super().__init__()
        self.heads = shape.heads
        self.norm1 = nn.LayerNorm(shape.width)
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm2 = nn.LayerNorm(shape.width)
        self.up = nn.Linear(shape.width, shape.feed)
        self.down = nn.Linear(shape.feed, shape.width)

    def forward(self, x: torch.Tensor, bias: torch.Tensor, dropout: float) -> torch.Tensor:
        """``bias`` is added to the attention logits: 0 for real tokens, very negative for padding."""
        cells, tokens, width = x.shape
        split = self.qkv(self.norm1(x)).view(cells, tokens, 3, self.heads, width // self.heads)
        q, k, v = split.permute(2, 0, 3, 1, 4)
        seen = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        mixed = self.out(seen.transpose(1, 2).reshape(cells, tokens, width))
        x = x + nn.functional.dropout(mixed, dropout, self.training)
        fed = self.down(nn.functional.gelu(self.up(self.norm2(x)), approximate="tanh"))
        return x + nn.functional.dropout(fed, dropout, self.training)


class PhenoNet(nn.Module):
    """[CLS], one token per head ([MASK] or a class), then genes with their values."""

    def __init__(self, shape: Shape, dropout: float = 0.1):
        super().__init__()
        self.shape, self.dropout = shape, dropout
        self.gene = nn.Embedding(shape.genes + 1, shape.width, padding_idx=shape.genes)
        self.value_in = nn.Linear(1, shape.value_units)
        self.value_out = nn.Linear(shape.value_units, shape.width)
        self.cls = nn.Parameter(torch.zeros(shape.width))
        self.phenotype = nn.ModuleList(nn.Embedding(c + 1, shape.width) for c in shape.classes)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.norm = nn.LayerNorm(shape.width)
        self.head = nn.ModuleList(nn.Linear(2 * shape.width, c) for c in shape.classes)
        self.value_head = nn.Linear(shape.width, 1)
        nn.init.normal_(self.gene.weight, std=0.3)
        nn.init.normal_(self.cls, std=0.3)

    def embed(self, genes: torch.Tensor, values: torch.Tensor, phenotypes: torch.Tensor) -> torch.Tensor:
        """Tokens before the first layer."""
        value = self.value_out(torch.tanh(self.value_in(values.unsqueeze(-1))))
        tokens = self.gene(genes) + value
        given = [table(phenotypes[:, h]).unsqueeze(1) for h, table in enumerate(self.phenotype)]
        first = self.cls.expand(len(genes), 1, -1)
        return torch.cat([first, *given, tokens], dim=1)

    def forward(
        self, genes: torch.Tensor, values: torch.Tensor, mask: torch.Tensor, phenotypes: torch.Tensor
    ) -> dict[str, torch.Tensor]:
        """Logits per head (a list), the embedding, the gene tokens' states and their predicted values."""
        special = 1 + len(self.shape.classes)
        x = self.embed(genes, values, phenotypes)
        real = torch.cat([mask.new_ones(len(mask), special), mask], dim=1)
        bias = ((real - 1) * 1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias, self.dropout)
        x = self.norm(x)
        embedding = x[:, 0]
        logits = [head(torch.cat([x[:, h + 1], embedding], dim=1)) for h, head in enumerate(self.head)]
        states = x[:, special:]
        return {
            "logits": logits,
            "embedding": embedding,
            "gene_states": states,
            "values": self.value_head(states).squeeze(-1),
        }
