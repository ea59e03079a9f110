-- The keys of a record in a file, in a file of their own: a copy of the record holds none.
CREATE TABLE entry_keys (
    chain    TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    key      BLOB    NOT NULL CHECK (length(key) = 32),
    PRIMARY KEY (chain, sequence)
) STRICT;

-- What was erased, and the entry that says so: an older backup stays unreadable, and its restoring says it again.
CREATE TABLE erasures (
    chain      TEXT    NOT NULL,
    sequence   INTEGER NOT NULL,
    commitment BLOB    NOT NULL CHECK (length(commitment) = 32),
    stored     BLOB    NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (chain, sequence, commitment)
) STRICT;
