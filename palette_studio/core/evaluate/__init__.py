"""The measures that papers judge results by."""
