"""Mean value coordinates, plainly: Ju, Schaefer & Warren 2005, figure 4, one point at a time."""

import numpy as np

SMALL = 1e-9


def coordinates(point, corners, faces):
    """Return (m,) coordinates of a point strictly inside a closed mesh, faces oriented alike."""
    weights = np.zeros(len(corners))
    length = np.linalg.norm(corners - point, axis=1)
    unit = (corners - point) / length[:, None]
    for face in faces:
        u = unit[face]
        theta = np.array([2 * np.arcsin(np.linalg.norm(u[(i + 1) % 3] - u[i - 1]) / 2) for i in range(3)])
        half = theta.sum() / 2
        assert np.pi - half > SMALL, "on a face"
        c = np.array(
            [
                2
                * np.sin(half)
                * np.sin(half - theta[i])
                / (np.sin(theta[(i + 1) % 3]) * np.sin(theta[i - 1]))
                - 1
                for i in range(3)
            ]
        )
        s = np.sign(np.linalg.det(u)) * np.sqrt(np.maximum(1 - c * c, 0))
        if (np.abs(s) <= SMALL).any():
            continue
        for i in range(3):
            j, k = (i + 1) % 3, (i + 2) % 3
            weights[face[i]] += (theta[i] - c[j] * theta[k] - c[k] * theta[j]) / (
                length[face[i]] * np.sin(theta[j]) * s[k]
            )
    return weights / weights.sum()
