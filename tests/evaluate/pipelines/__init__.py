"""Pipelines that were tried beside ours: what each understands, and what a turn, a training and a start take."""
