"""Reads pickles and torch files that hold objects: names outside a short list become inert records, and nothing of them runs."""

from __future__ import annotations

import pickle
import types
from collections import OrderedDict, defaultdict
from pathlib import Path

import numpy as np
import torch

from models.convert.checkpoint import CheckpointError

NUMPY = ("numpy", "numpy.core.multiarray", "numpy._core.multiarray", "numpy._core.numeric", "numpy.core.numeric")
ARRAYS = ("ndarray", "dtype", "_reconstruct", "scalar", "_frombuffer")
PLAIN = {
    ("collections", "OrderedDict"): OrderedDict, ("collections", "defaultdict"): defaultdict,
    ("builtins", "set"): set, ("__builtin__", "set"): set, ("builtins", "slice"): slice, ("__builtin__", "slice"): slice,
    ("builtins", "bytes"): bytes, ("__builtin__", "bytes"): bytes, ("builtins", "dict"): dict, ("__builtin__", "dict"): dict,
}  # fmt: skip


class Record:
    """An object of a class that is not made: its name and what it held."""

    of = ""

    def __new__(cls, *_parts, **_named):
        return object.__new__(cls)

    def __setstate__(self, state):
        parts = state if isinstance(state, tuple) else (state,)
        for part in parts:
            if isinstance(part, dict):
                self.__dict__.update({name: value for name, value in part.items() if isinstance(name, str)})


class RecordUnpickler(pickle.Unpickler):
    """Arrays, plain containers and torch's tensors as they are; everything else a :class:`Record`."""

    def find_class(self, module: str, name: str):
        if module in NUMPY and name in ARRAYS:
            return super().find_class(module, name)
        if (module, name) in PLAIN:
            return PLAIN[module, name]
        if module == "_codecs" and name == "encode":
            return lambda text, encoding="latin1": text.encode("latin1" if encoding == "latin1" else "utf-8")
        if module == "torch._utils" and name in ("_rebuild_tensor_v2", "_rebuild_parameter"):
            return super().find_class(module, name)
        if module == "torch" and (name.endswith("Storage") or name == "Size"):
            return getattr(torch, name)
        return type(name, (Record,), {"of": f"{module}.{name}"})


def read_pickle(path: Path):
    """What a pickle holds, objects as records.

    Raises
    ------
    CheckpointError
        Where it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return RecordUnpickler(file).load()
    except (pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError, KeyError, IndexError, MemoryError) as error:
        raise CheckpointError(f"{path} is no pickle that can be read ({type(error).__name__}: {str(error)[:120]}).") from error


def read_torch(path: Path):
    """What ``torch.save`` wrote, objects beside the tensors as records.

    Raises
    ------
    CheckpointError
        Where it cannot be read.
    """
    module = types.SimpleNamespace(Unpickler=RecordUnpickler, UnpicklingError=pickle.UnpicklingError, load=pickle.load, __name__="records")
    try:
        return torch.load(path, map_location="cpu", pickle_module=module, weights_only=False)
    except (pickle.UnpicklingError, RuntimeError, EOFError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise CheckpointError(f"{path} is no torch file that can be read ({str(error).splitlines()[0][:120]}).") from error


def plain_text(values) -> list[str]:
    """An array or a list of names as text."""
    return [str(value) for value in np.asarray(values, dtype=object).ravel()]
