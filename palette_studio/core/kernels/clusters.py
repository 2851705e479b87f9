"""The steps of k-means on weighted points: who is nearest, with the moments of each cluster, and halving."""

from __future__ import annotations

from numba import njit

NEIGHBORS = 24  # centers that a center knows by distance; points that would need more ask all
MOMENTS = 10  # weight, three first moments, six second moments: xx yy zz xy xz yz


@njit(nogil=True, cache=True)
def neighbors(centers, start, stop, order, reach):
    """Write for each center the other centers nearest to it, and a quarter of their squared distances.

    centers: (k, 3). order, reach: (k, m), m = min(k - 1, NEIGHBORS), ascending; rows start to stop are
    written.
    """
    k, m = order.shape
    for c in range(start, stop):
        count = 0
        for j in range(k):
            if j == c:
                continue
            dx, dy, dz = (
                centers[j, 0] - centers[c, 0],
                centers[j, 1] - centers[c, 1],
                centers[j, 2] - centers[c, 2],
            )
            far = 0.25 * (dx * dx + dy * dy + dz * dz)
            if count == m and far >= reach[c, m - 1]:
                continue
            place = min(count, m - 1)
            while place > 0 and reach[c, place - 1] > far:
                reach[c, place], order[c, place] = reach[c, place - 1], order[c, place - 1]
                place -= 1
            reach[c, place], order[c, place] = far, j
            count = min(count + 1, m)


@njit(nogil=True, cache=True)
def assigned(place, weight, centers, order, reach, label, moments):
    """Give each point its nearest center and add it to the moments of that center's cluster.

    place: (n, 3), weight: (n,), label: (n,) some center each before, the nearest after. A center farther
    from a point's last center than twice the point is cannot be nearer (Elkan 2003, lemma 1). moments: (k,
    MOMENTS), of places relative to the center. Returns how many points changed sides.
    """
    k, m = centers.shape[0], order.shape[1]
    changed = 0
    for n in range(place.shape[0]):
        x, y, z = place[n, 0], place[n, 1], place[n, 2]
        before = label[n]
        dx, dy, dz = x - centers[before, 0], y - centers[before, 1], z - centers[before, 2]
        least = start = dx * dx + dy * dy + dz * dz
        best, step = before, 0
        while step < m and reach[before, step] < start:
            j = order[before, step]
            ex, ey, ez = x - centers[j, 0], y - centers[j, 1], z - centers[j, 2]
            distance = ex * ex + ey * ey + ez * ez
            if distance < least:
                least, best, dx, dy, dz = distance, j, ex, ey, ez
            step += 1
        if step == m and m < k - 1:
            for j in range(k):
                ex, ey, ez = x - centers[j, 0], y - centers[j, 1], z - centers[j, 2]
                distance = ex * ex + ey * ey + ez * ez
                if distance < least:
                    least, best, dx, dy, dz = distance, j, ex, ey, ez
        changed += best != before
        label[n] = best
        w, row = weight[n], moments[best]
        row[0] += w
        row[1] += w * dx
        row[2] += w * dy
        row[3] += w * dz
        row[4] += w * dx * dx
        row[5] += w * dy * dy
        row[6] += w * dz * dz
        row[7] += w * dx * dy
        row[8] += w * dx * dz
        row[9] += w * dy * dz
    return changed


@njit(nogil=True, cache=True)
def halved(place, weight, label, means, axes, halves):
    """Add to each cluster's half what lies beyond its mean along its axis.

    means, axes: (k, 3). halves: (k, 4), weight and weighted places relative to the mean.
    """
    for n in range(place.shape[0]):
        c = label[n]
        dx, dy, dz = place[n, 0] - means[c, 0], place[n, 1] - means[c, 1], place[n, 2] - means[c, 2]
        if dx * axes[c, 0] + dy * axes[c, 1] + dz * axes[c, 2] > 0.0:
            w = weight[n]
            halves[c, 0] += w
            halves[c, 1] += w * dx
            halves[c, 2] += w * dy
            halves[c, 3] += w * dz
