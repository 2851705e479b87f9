"""Many photos, one recipe: which files, under which names, by whose hands, and what has been done already.

An ``Order`` says what is to become of every photo. ``photos_in`` finds them, ``plan`` gives each its target
and knows from the ``Ledger`` what an earlier run has finished, ``carry_out`` has hands do the rest: those of
processes of our own, or of a cluster.
"""

from palette_studio.core.batch.inputs import Inputs, photos_in
from palette_studio.core.batch.ledger import Ledger
from palette_studio.core.batch.order import Order, order_of
from palette_studio.core.batch.plan import Item, plan
from palette_studio.core.batch.run import Tally, carry_out

__all__ = ["Inputs", "Item", "Ledger", "Order", "Tally", "carry_out", "order_of", "photos_in", "plan"]
