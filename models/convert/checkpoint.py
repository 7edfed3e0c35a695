"""Reads a checkpoint's files; nothing in them is run."""

from __future__ import annotations

import json
import pickle
from collections import OrderedDict
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file


class CheckpointError(ValueError):
    """The folder is not the checkpoint asked for: one sentence says what was looked for."""


WEIGHTS = ("model.safetensors", "pytorch_model.bin", "best_model.pt", "model.pt")
INDEX = "model.safetensors.index.json"


def find(folder: Path, names: tuple[str, ...], what: str, needed: bool = True) -> Path | None:
    """The first file of the folder, or of a folder in it, that one of some names or patterns fits.

    Raises
    ------
    CheckpointError
        Where there is none and one is needed.
    """
    if not folder.is_dir():
        raise CheckpointError(f"{folder} is not a folder; give the folder of the checkpoint.")
    for name in names:
        for place in (folder.glob(name), folder.glob(f"*/{name}")):
            if found := sorted(place):
                return found[0]
    if not needed:
        return None
    raise CheckpointError(f"{folder} has no {' or '.join(names)}, where {what} was looked for.")


def read_json(path: Path) -> dict:
    """A JSON object."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise CheckpointError(f"{path} is not JSON ({error}).") from error
    if not isinstance(content, dict):
        raise CheckpointError(f"{path} holds a {type(content).__name__}, not an object of names and values.")
    return content


def _plain_number(dtype: np.dtype, raw: bytes) -> float | int:
    """A numpy number of a pickle as Python's."""
    if dtype.kind not in "fiu":
        raise CheckpointError(f"it holds a numpy {dtype}")
    return np.frombuffer(raw, dtype)[0].item()


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str):
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if module in ("numpy.core.multiarray", "numpy._core.multiarray") and name == "scalar":
            return _plain_number
        if (module, name) == ("numpy", "dtype"):
            return np.dtype
        raise CheckpointError(f"it asks for {module}.{name}, which a dictionary of names and numbers has no need of")


def read_dictionary(path: Path) -> dict:
    """A pickled dictionary of text and numbers; anything else in it is refused unread."""
    try:
        with path.open("rb") as file:
            content = _PlainUnpickler(file).load()
    except (CheckpointError, pickle.UnpicklingError, EOFError, ValueError, TypeError) as error:
        raise CheckpointError(f"{path} is no pickled dictionary of names and numbers: {error}.") from error
    if not isinstance(content, dict):
        raise CheckpointError(f"{path} holds a {type(content).__name__}, not a dictionary.")
    return content


def read_weights(folder: Path) -> dict[str, np.ndarray]:
    """Parameters by name, float32, from safetensors (whole or in shards) or a torch file (weights only)."""
    index = find(folder, (INDEX,), "the weights", needed=False)
    if index:
        shards = sorted(set(read_json(index)["weight_map"].values()))
        state = {}
        for shard in shards:
            if not (index.parent / shard).is_file():
                raise CheckpointError(f"{index} names {shard}, which is not beside it.")
            state.update(load_file(index.parent / shard))
    else:
        path = find(folder, WEIGHTS, "the weights")
        state = load_file(path) if path.suffix == ".safetensors" else _torch_state(path)
    return {name.removeprefix("module."): tensor.detach().float().numpy() for name, tensor in state.items()}


def _torch_state(path: Path) -> dict[str, torch.Tensor]:
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
    except (pickle.UnpicklingError, RuntimeError, EOFError) as error:
        raise CheckpointError(f"{path} cannot be read as weights alone ({str(error).splitlines()[0]}).") from error
    for key in ("model_state_dict", "state_dict", "model"):
        if isinstance(content, dict) and isinstance(content.get(key), dict):
            content = content[key]
    if not isinstance(content, dict) or not all(isinstance(value, torch.Tensor) for value in content.values()):
        raise CheckpointError(f"{path} holds no dictionary of weights.")
    return content


class State:
    """Parameters asked for by name; a missing one is said with what it should have been part of."""

    def __init__(self, weights: dict[str, np.ndarray], what: str):
        self.weights = weights
        self.what = what

    def __contains__(self, name: str) -> bool:
        return name in self.weights

    def __getitem__(self, name: str) -> np.ndarray:
        if name not in self.weights:
            known = ", ".join(list(self.weights)[:3])
            raise CheckpointError(f"The weights have no {name}, which {self.what} has; they begin with {known}.")
        return self.weights[name]

    def linear(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """Weight (out x in) and bias."""
        return self[f"{name}.weight"], self[f"{name}.bias"]

    def prefix(self, suffix: str) -> str:
        """What stands before a parameter's name: `bert.`, `distilbert.`, or nothing."""
        found = sorted(name.removesuffix(suffix) for name in self.weights if name.endswith(suffix))
        if not found:
            known = ", ".join(list(self.weights)[:3])
            raise CheckpointError(f"The weights have no {suffix}, which {self.what} has; they begin with {known}.")
        return found[0]
