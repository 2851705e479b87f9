"""Stauffer & Grimson 1999, equations (2) to (9), pixel after pixel in float64: slow and plain."""

import math

import numpy as np


class Reference:
    """One model of (h, w, c) frames. rho: "paper", "alpha" or "weight"."""

    def __init__(self, first, *, k=3, alpha=0.02, t=0.7, match=2.5, variance=225.0, least=4.0, rho="paper"):
        self.k, self.alpha, self.t, self.match = k, alpha, t, match
        self.variance, self.least, self.rho = variance, least, rho
        self.pixels = [[[[1.0, list(map(float, x)), variance]] for x in row] for row in first]

    def apply(self, frame):
        verdicts = [
            [self._watch(self.pixels[y][x], [float(v) for v in frame[y, x]]) for x in range(frame.shape[1])]
            for y in range(frame.shape[0])
        ]
        return np.array(verdicts, np.uint8)

    def _watch(self, components, x):
        before = 0.0
        for place, component in enumerate(components):
            weight, mean, variance = component
            far = sum((a - b) ** 2 for a, b in zip(x, mean, strict=True))
            if far < self.match**2 * variance:
                verdict = 0 if before <= self.t else 255  # (9): the first B whose sum exceeds T
                self._learn(components, place, x, far)
                break
            before += weight
        else:
            verdict = 255
            if len(components) == self.k:
                components.pop()
            components.append([0.05, x, self.variance])
            total = sum(weight for weight, _, _ in components)
            for component in components:
                component[0] /= total
        components.sort(key=lambda component: -component[0] / math.sqrt(component[2]))
        return verdict

    def _learn(self, components, place, x, far):
        for n, component in enumerate(components):
            component[0] = (1 - self.alpha) * component[0] + self.alpha * (n == place)  # (5)
        weight, mean, variance = components[place]
        density = math.exp(-far / (2 * variance)) / (2 * math.pi * variance) ** (len(x) / 2)  # (3), (4)
        rho = self.alpha * {"paper": density, "alpha": 1, "weight": 1 / weight}[self.rho]  # (8)
        mean = [(1 - rho) * m + rho * v for m, v in zip(mean, x, strict=True)]  # (6)
        far = sum((v - m) ** 2 for v, m in zip(x, mean, strict=True))
        variance = max((1 - rho) * variance + rho * far / len(x), self.least)  # (7)
        components[place] = [weight, mean, variance]
