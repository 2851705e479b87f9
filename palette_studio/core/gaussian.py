"""What all normal densities share."""

import math

LOG_2PI = math.log(2 * math.pi)
NEVER = -1e300  # log of a density of a component that has no weight
