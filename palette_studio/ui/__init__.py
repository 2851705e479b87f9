"""What the user sees: views that show values and report wishes."""
