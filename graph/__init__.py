"""From acts to a dataset."""
