"""Writes and checks model folders of format ``phenolens-model/1``."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import jsonschema
import numpy as np

from models.labels import ClassTerm

SCHEMA = Path(__file__).parent / "manifest.schema.json"
RELEASED = Path(__file__).parent / "released"


def gene_table(
    symbols: list[str], ensembl: list[str], aliases: list[str], scale: np.ndarray, digits: int = 6
) -> str:
    """Text of genes.tsv; nine digits keep a float32 scale as it is."""
    lines = ["symbol\tensembl_id\taliases\tscale"]
    rows = zip(symbols, ensembl, aliases, scale, strict=True)
    lines += [f"{symbol}\t{ensembl_id}\t{others}\t{s:.{digits}g}" for symbol, ensembl_id, others, s in rows]
    return "\n".join(lines) + "\n"


def describe_heads(
    heads: list[str], classes: dict[str, list[ClassTerm]], temperatures: dict[str, float]
) -> list[dict]:
    """The manifest's `heads`."""
    return [
        {
            "phenotype": head,
            "temperature": round(float(temperatures[head]), 4),
            "output": f"logits_{head}",
            "classes": [{"label": term.label, "ontology_id": term.ontology_id} for term in classes[head]],
        }
        for head in heads
    ]


def pack_linear(weights: np.ndarray, bias: np.ndarray, mean: np.ndarray) -> tuple[bytes, list[dict]]:
    """weights.bin, little-endian, and the manifest's `tensors`."""
    arrays = [("weights", weights.astype("<f2")), ("bias", bias.astype("<f4")), ("mean", mean.astype("<f4"))]
    tensors, blob = [], b""
    for name, array in arrays:
        blob += b"\0" * (-len(blob) % 4)
        tensors.append(
            {"name": name, "dtype": array.dtype.name, "shape": list(array.shape), "offset": len(blob)}
        )
        blob += array.tobytes()
    return blob, tensors


def read_tensors(folder: Path, manifest: dict) -> dict[str, np.ndarray]:
    """The arrays of weights.bin by name, in the types they are stored in."""
    blob = (folder / manifest["files"]["weights"]["path"]).read_bytes()
    arrays = {}
    for tensor in manifest["tensors"]:
        dtype = np.dtype(tensor["dtype"]).newbyteorder("<")
        flat = np.frombuffer(blob, dtype, int(np.prod(tensor["shape"])), tensor["offset"])
        arrays[tensor["name"]] = flat.reshape(tensor["shape"])
    return arrays


def write_folder(folder: Path, manifest: dict, files: dict[str, tuple[str, bytes]], card: str) -> dict:
    """Writes files, manifest and card; the finished manifest, checked against the schema.

    Parameters
    ----------
    manifest
        All fields but `format` and `files`.
    files
        Role (`genes`, `weights`, `predict`, ...) -> file name and content.
    """
    folder.mkdir(parents=True, exist_ok=True)
    described = {}
    for role, (name, content) in files.items():
        (folder / name).write_bytes(content)
        described[role] = {"path": name, "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    finished = {"format": "phenolens-model/1", **manifest, "files": described}
    validate(finished)
    (folder / "manifest.json").write_text(json.dumps(finished, indent=1, ensure_ascii=False) + "\n", "utf-8")
    (folder / "README.md").write_text(card, "utf-8")
    return finished


def validate(manifest: dict) -> None:
    """Raises jsonschema's ValidationError where a manifest is not of the format."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(manifest)


def check_folder(folder: Path) -> dict:
    """Reads a folder's manifest and verifies its files' sizes and hashes."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    validate(manifest)
    for described in manifest["files"].values():
        content = (folder / described["path"]).read_bytes()
        if len(content) != described["bytes"] or hashlib.sha256(content).hexdigest() != described["sha256"]:
            raise ValueError(f"{folder.name}: {described['path']} is not the file its manifest describes")
    return manifest
