"""What is being done: the document, its history, jobs and settings. QtCore and QtGui, no widgets."""
