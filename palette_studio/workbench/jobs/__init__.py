"""Jobs: from the document to work that an engine can do. Plain functions, no Qt."""
