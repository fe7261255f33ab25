"""Rows for the solver, collected one by one: lower <= sum of value * x <= upper."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import LinearConstraint
from scipy.sparse import csr_array


class Rows:
    """A growing list of rows; ``constraint`` makes the sparse matrix of shape (rows, width)."""

    def __init__(self) -> None:
        self._values: list[float] = []
        self._places: list[int] = []
        self._ends = [0]
        self._lower: list[float] = []
        self._upper: list[float] = []

    def at_most(self, upper: float, *terms: tuple[Sequence[int], float | Sequence[float]]) -> None:
        """One row; each term is some places and the value, or values, that stand there."""
        self._add(-np.inf, upper, terms)

    def at_least(self, lower: float, *terms: tuple[Sequence[int], float | Sequence[float]]) -> None:
        """The same, the other way round."""
        self._add(lower, np.inf, terms)

    def constraint(self, width: int) -> LinearConstraint:
        matrix = csr_array((self._values, self._places, self._ends), shape=(len(self._lower), width))
        return LinearConstraint(matrix, self._lower, self._upper)

    def _add(self, lower: float, upper: float, terms: Sequence[tuple[Sequence[int], float | Sequence[float]]]) -> None:
        for places, values in terms:
            self._places.extend(places)
            self._values.extend([values] * len(places) if isinstance(values, float) else values)
        self._ends.append(len(self._places))
        self._lower.append(lower)
        self._upper.append(upper)
