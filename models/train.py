"""Trains the transformer (``python -m models.train CONFIG --minutes 5 --out FILE.pt``), resuming where it stopped."""

from __future__ import annotations

import argparse
import math
import time
import tomllib
from pathlib import Path

import numpy as np
import torch
from torch import nn

from models.atlas import Atlas, load_atlas
from models.batches import Batch, Batches, Teacher, token_scale
from models.labels import HEADS, read_classes
from models.network import PhenoNet, Shape

KEEP_EVERY_S = 60


def shape_of(atlas: Atlas, config: dict) -> Shape:
    """The network's sizes for an atlas and a config."""
    classes = tuple(len(terms) for terms in read_classes().values())
    sizes = {key: config[key] for key in ("width", "heads", "layers", "feed", "value_units")}
    return Shape(len(atlas.symbols), classes, **sizes)


def gene_axes(atlas: Atlas, width: int, seed: int) -> torch.Tensor:
    """Where gene embeddings start: genes' loadings on the leading components of the training cells."""
    from models.draw import Drawer
    from models.linear import center, components, scores_of
    from models.sampling import balanced_rows

    random = np.random.default_rng(seed)
    drawer = Drawer(atlas, seed)
    parts = [
        drawer.real(atlas.real, balanced_rows(atlas.real, 3000, random)),
        drawer.drawn(atlas.profiles, balanced_rows(atlas.profiles, 2500, random)),
    ]
    scores = np.concatenate([scores_of(part) for part in parts])
    _, deviation = center(scores)
    axes, _ = components(np.clip(scores / deviation, -8, 8), width, seed)
    return torch.from_numpy(axes / axes.std(axis=0)) * 0.3


def head_loss(logits: torch.Tensor, allowed: torch.Tensor, asked: torch.Tensor, smoothing: float) -> torch.Tensor:
    """Mean -ln of what the allowed classes hold, smoothed towards all classes, over the cells asked."""
    if not asked.any():
        return logits.sum() * 0
    log_p = torch.log_softmax(logits[asked], dim=1)
    held = torch.logsumexp(log_p.masked_fill(~allowed[asked], -1e9), dim=1)
    return -((1 - smoothing) * held + smoothing * log_p.mean(dim=1)).mean()


def teacher_loss(logits: torch.Tensor, taught: torch.Tensor, asked: torch.Tensor) -> torch.Tensor:
    """Mean KL of the teacher's cell types from the network's, over the cells asked."""
    if not asked.any():
        return logits.sum() * 0
    log_p = torch.log_softmax(logits[asked], dim=1)
    return nn.functional.kl_div(log_p, taught[asked], reduction="batchmean")


def loss_of(network: PhenoNet, batch: Batch, config: dict, device: str) -> tuple[torch.Tensor, dict[str, float]]:
    """Phenotype losses plus the hidden values' error."""
    to = lambda array: torch.from_numpy(array).to(device)  # noqa: E731
    found = network(to(batch.genes), to(batch.values), to(batch.mask), to(batch.phenotypes))
    asked = to(batch.asked)
    total, parts = 0.0, {}
    for h, head in enumerate(HEADS):
        loss = head_loss(found["logits"][h], to(batch.allowed[head]), asked[:, h], config["smoothing"])
        total = total + config["head_weights"][head] * loss
        parts[head] = float(loss.detach())
    if batch.taught is not None:
        total = total + config["teacher_weight"] * teacher_loss(found["logits"][0], to(batch.taught), asked[:, 0])
    hidden = to(batch.hidden)
    error = (found["values"] - to(batch.true_values))[hidden].square()
    if error.numel():
        total = total + config["value_weight"] * error.mean()
        parts["values"] = float(error.mean().detach())
    return total, parts


def learning_rate(step: int, config: dict) -> float:
    """Linear warm-up, then a cosine to a twentieth over the planned steps."""
    warm = min(1.0, (step + 1) / config["warmup"])
    done = min(1.0, step / config["steps"])
    return config["rate"] * warm * (0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * done)))


class Run:
    """A training run that can be put down and taken up."""

    def __init__(self, atlas: Atlas, config: dict, path: Path, device: str, teacher: Teacher | None = None):
        self.config, self.path, self.device = config, path, device
        torch.manual_seed(config["seed"])
        self.network = PhenoNet(shape_of(atlas, config), config["dropout"])
        decay = [p for p in self.network.parameters() if p.ndim > 1]
        plain = [p for p in self.network.parameters() if p.ndim <= 1]
        groups = [{"params": decay, "weight_decay": config["decay"]}, {"params": plain, "weight_decay": 0.0}]
        self.step = 0
        if path.exists():
            state = torch.load(path, weights_only=False)
            self.network.load_state_dict(state["network"])
            self.step, self.scale = state["step"], state["scale"]
        else:
            self.scale = token_scale(atlas, config["token_power"], config["seed"])
            with torch.no_grad():
                self.network.gene.weight[:-1] = gene_axes(atlas, config["width"], config["seed"])
        self.network.to(device)
        self.average = {key: value.clone() for key, value in self.network.state_dict().items()}
        if path.exists():
            self.average = {key: value.to(device) for key, value in state["average"].items()}
        self.optimizer = torch.optim.AdamW(groups, lr=config["rate"], betas=(0.9, 0.98))
        if path.exists():
            self.optimizer.load_state_dict(state["optimizer"])
        self.batches = Batches(atlas, config, self.scale, config["seed"] + 1000 + self.step, teacher)

    def save(self) -> None:
        """Writes the run's state."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        state = {
            "network": {key: value.cpu() for key, value in self.network.state_dict().items()},
            "average": {key: value.cpu() for key, value in self.average.items()},
            "optimizer": self.optimizer.state_dict(),
            "shape": self.network.shape.plain(),
            "scale": self.scale,
            "step": self.step,
            "config": self.config,
        }
        torch.save(state, self.path)

    def advance(self) -> dict[str, float]:
        """One step; its losses."""
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(self.step, self.config)
        loss, parts = loss_of(self.network, self.batches.next(), self.config, self.device)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        keep = min(self.config["averaging"], (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            for key, value in self.network.state_dict().items():
                self.average[key].lerp_(value, 1 - keep)
        return parts

    def train(self, seconds: float) -> None:
        """Steps until the time or the plan is used up."""
        self.network.train()
        start = kept = time.monotonic()
        recent: dict[str, float] = {}
        while self.step < self.config["steps"] and time.monotonic() - start < seconds:
            for key, value in self.advance().items():
                recent[key] = 0.98 * recent.get(key, value) + 0.02 * value
            if self.step % 100 == 0:
                words = "  ".join(f"{key} {value:.3f}" for key, value in recent.items())
                print(f"step {self.step}  {time.monotonic() - start:.0f} s  {words}", flush=True)
            if time.monotonic() - kept > KEEP_EVERY_S:
                self.save()
                kept = time.monotonic()
        self.save()


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("--data", type=Path, default=Path(".cache/train/atlas.npz"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--steps", type=int, help="instead of the config's")
    parser.add_argument("--teacher", type=Path, help="a fitted linear atlas to learn cell types from as well")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--exclude", nargs="*", default=[], help="data sets to leave out, to tune on them")
    arguments = parser.parse_args()
    config = tomllib.loads(arguments.config.read_text("utf-8"))
    config["exclude"] = config["exclude"] + arguments.exclude
    config["steps"] = arguments.steps or config["steps"]
    teacher = Teacher(arguments.teacher) if arguments.teacher else None
    run = Run(load_atlas(arguments.data), config, arguments.out, arguments.device, teacher)
    run.train(60 * arguments.minutes)


if __name__ == "__main__":
    main()
