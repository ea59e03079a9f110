//! HTTP API, the embedded workbench and the pages that need no script.
