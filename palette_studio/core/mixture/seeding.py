"""Where the fit of points begins: clusters, or components around a few of them."""

from __future__ import annotations

import numpy as np

from palette_studio.core.mixture.components import Components, Points, spreads

ROUNDS = 300  # of k-means, most


def distinct(points: Points) -> tuple[Points, np.ndarray]:
    """Return the different points with a share, in ascending order, and (n,) which of them each is.

    So what begins here depends on neither the order of the points nor how often they are repeated; a point
    without a share is told to be the first.
    """
    held = np.flatnonzero(points.shares > 0)
    order = held[np.lexsort(points.places[held].T[::-1])]
    places = points.places[order]
    new = np.ones(len(order), bool)
    new[1:] = (places[1:] != places[:-1]).any(axis=1)
    number = np.cumsum(new) - 1
    which = np.zeros(len(points), np.int64)
    which[order] = number
    return Points.of(places[new], np.bincount(number, points.shares[order])), which


def plus_plus(points: Points, k: int, random: np.random.RandomState) -> np.ndarray:
    """Return the indices of at most k different points far from each other (Arthur & Vassilvitskii 2007).

    Of a few drawn by their squared distance, the one that lessens the distances most is taken.
    """
    tries = 2 + int(np.log(k))
    chosen = [_drawn(points.shares, random.random_sample())]
    distance = _squares(points.places, points.places[chosen[0]])
    while len(chosen) < min(k, len(points)):
        weight = points.shares * distance
        if not weight.any():
            break
        drawn = {_drawn(weight, share) for share in random.random_sample(tries)}
        nearer = {
            one: np.minimum(distance, _squares(points.places, points.places[one])) for one in sorted(drawn)
        }
        best = min(nearer, key=lambda one: float(points.shares @ nearer[one]))
        chosen.append(best)
        distance = nearer[best]
    return np.array(chosen)


def kmeans(points: Points, k: int, random: np.random.RandomState) -> tuple[np.ndarray, np.ndarray]:
    """Return (m, d) centers, m at most k, and (n,) which center each point is nearest to (Lloyd 1982)."""
    centers = points.places[plus_plus(points, k, random)]
    labels = np.full(len(points), -1)
    for _ in range(ROUNDS):
        nearest = _nearest(points.places, centers)
        if (nearest == labels).all():
            break
        labels = nearest
        weight = np.bincount(labels, points.shares, len(centers))
        sums = np.stack([np.bincount(labels, points.shares * x, len(centers)) for x in points.places.T], 1)
        centers = np.where(weight[:, None] > 0, sums / np.where(weight > 0, weight, 1)[:, None], centers)
    return centers, labels


def begun(
    points: Points, k: int, how: str, kind: str, floor: float, random: np.random.RandomState
) -> Components:
    """Return k components to begin with. how: kmeans, k-means++, random_from_data or random.

    Where there are fewer than k different points, the components left over have no weight.
    """
    if how == "random":
        shares = random.uniform(size=(len(points), k))
        return _shared(points, shares / shares.sum(axis=1, keepdims=True), kind, floor)
    few, _ = distinct(points)
    if how == "kmeans":
        _, labels = kmeans(few, k, random)
    else:
        if how == "k-means++":
            chosen = plus_plus(few, k, random)
        else:
            chosen = random.choice(len(few), min(k, len(few)), replace=False, p=few.shares)
        labels = np.arange(len(chosen))
        few = Points.of(few.places[chosen])
    shares = np.zeros((len(few), k))
    shares[np.arange(len(few)), labels] = 1
    return _shared(few, shares, kind, floor)


def _shared(points: Points, shares: np.ndarray, kind: str, floor: float) -> Components:
    """Return the components of points that belong to each by ``shares``, (n, k)."""
    shares = shares * points.shares[:, None]
    d = points.dimensions
    says = shares.sum(axis=0)
    means = np.where(
        says[:, None] > 0, shares.T @ points.places / np.where(says > 0, says, 1)[:, None], points.places[:1]
    )
    second = np.empty((len(says), d, d))
    for i, mean in enumerate(means):
        off = points.places - mean
        second[i] = (off * shares[:, i, None]).T @ off
    whole = Components(kind, says, means, np.broadcast_to(np.eye(d), (len(says), d, d)))
    means, spread = spreads(says, np.zeros_like(means), second, whole, floor)
    return Components.of(kind, says / says.sum(), means, spread)


def _drawn(weight: np.ndarray, share: float) -> int:
    total = np.cumsum(weight)
    return int(np.searchsorted(total, share * total[-1], side="right").clip(0, len(weight) - 1))


def _squares(places: np.ndarray, center: np.ndarray) -> np.ndarray:
    off = places - center
    return np.einsum("nd,nd->n", off, off)


def _nearest(places: np.ndarray, centers: np.ndarray) -> np.ndarray:
    half = 0.5 * np.einsum("kd,kd->k", centers, centers)
    return (places @ centers.T - half).argmax(axis=1)
