"""What is being done: the document, its history, jobs and settings. QtCore and QtGui, no widgets."""

from palette_studio.overrides import complete_errors

complete_errors()  # before the first class is made
