"""Published checkpoints -> model folders: ``python -m models.convert KIND CHECKPOINT_DIR OUT_DIR``."""
