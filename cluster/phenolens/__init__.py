"""Phenolens from Python: `annotate` and `view` for notebooks, and the command `phenolens-cluster` for many computers."""

from phenolens.notebook import annotate
from phenolens.viewer import view

__all__ = ["annotate", "view"]
