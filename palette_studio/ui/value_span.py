"""A stretch of an axis that is dragged out, widened and moved; around a circle where the axis is one."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Span:
    """From low to high on an axis of ``bins`` values, both inside; curve: the number of the curve it is on.

    Where the axis is a circle, low and high may lie outside 0..bins - 1, less than a turn apart.
    """

    curve: int
    low: float
    high: float
    bins: int
    wraps: bool = False

    @property
    def ends(self) -> tuple[int, int]:
        """Return the first and the last bin; on a circle the first may be above the last."""
        low, high = round(self.low), round(self.high)
        return (low % self.bins, high % self.bins) if self.wraps else (low, high)

    @property
    def pieces(self) -> list[tuple[int, int]]:
        """Return the stretches of 0..bins - 1 that it covers, from left to right."""
        first, last = self.ends
        return [(first, last)] if first <= last else [(0, last), (first, self.bins - 1)]

    def between(self, one: float, other: float) -> Span:
        """Return the span between two values, kept on the axis, or less than a turn long."""
        low, high = min(one, other), max(one, other)
        if not self.wraps:
            most = self.bins - 1
            return replace(self, low=min(max(low, 0), most), high=min(max(high, 0), most))
        if high - low > self.bins - 1:  # what was pressed first stays
            low, high = (one, one + self.bins - 1) if other > one else (one - self.bins + 1, one)
        return replace(self, low=low, high=high)

    def shifted(self, by: float) -> Span:
        """Return it elsewhere, as wide as it is."""
        if not self.wraps:
            by = min(max(by, -self.low), self.bins - 1 - self.high)
        turns = (round(self.low + by) // self.bins) * self.bins if self.wraps else 0
        return replace(self, low=self.low + by - turns, high=self.high + by - turns)

    def widened(self, by: float) -> Span:
        """Return it wider by so much at either end, or narrower, but never of nothing."""
        by = max(by, -(self.high - self.low) / 2)
        middle, half = (self.low + self.high) / 2, (self.high - self.low) / 2 + by
        if self.wraps:
            half = min(half, (self.bins - 1) / 2)
        return self.between(middle - half, middle + half)

    def holds(self, value: float) -> bool:
        return any(low <= value <= high for low, high in self.pieces)
