"""Phenolens from Python: `annotate` for notebooks, and the command `phenolens-cluster` for many computers."""

from phenolens.notebook import annotate

__all__ = ["annotate"]
