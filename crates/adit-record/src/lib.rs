//! What people said, kept: rounds in which participants weigh criteria, on SQLite and on PostgreSQL.
