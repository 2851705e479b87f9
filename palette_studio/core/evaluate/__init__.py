"""How good a method is: pictures with a known truth, and the measures of the papers beside the peers."""
