"""Networks made ready for training."""
