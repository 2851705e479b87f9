"""What the user sees: views that show values and report wishes."""

from palette_studio.overrides import complete_errors

complete_errors()  # before the first class is made
