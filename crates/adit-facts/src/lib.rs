//! Facts with their sources: vocabularies, tables, workspaces, importers.
