-- Chains of entries. A chain's row holds its head; entries and payloads are only ever appended.
CREATE TABLE chains (
    chain    TEXT    NOT NULL PRIMARY KEY,
    sequence INTEGER NOT NULL,
    hash     BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE entries (
    chain      TEXT    NOT NULL REFERENCES chains (chain),
    sequence   INTEGER NOT NULL CHECK (sequence > 0),
    previous   BLOB    NOT NULL CHECK (length(previous) = 32),
    header     TEXT    NOT NULL,
    commitment BLOB    NOT NULL CHECK (length(commitment) = 32),
    hash       BLOB    NOT NULL UNIQUE CHECK (length(hash) = 32),
    PRIMARY KEY (chain, sequence)
) STRICT;

-- What an entry commits to, apart from it: the chain verifies without any payload.
CREATE TABLE payloads (
    chain    TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    salt     BLOB    NOT NULL CHECK (length(salt) = 32),
    stored   BLOB    NOT NULL,
    PRIMARY KEY (chain, sequence),
    FOREIGN KEY (chain, sequence) REFERENCES entries (chain, sequence)
) STRICT;

-- What is asked stands in the payload of a round's first entry; here is only what is looked up. Times are seconds since 1970 UTC.
CREATE TABLE rounds (
    chain     TEXT    NOT NULL PRIMARY KEY REFERENCES chains (chain),
    portfolio TEXT,
    opens     INTEGER NOT NULL,
    closes    INTEGER NOT NULL CHECK (closes > opens),
    closed_by INTEGER,
    closed_at INTEGER
) STRICT;

-- Receipt codes by their hash; a code changes its ballot once, and the entry that did so stands in spent_by.
CREATE TABLE receipts (
    code     BLOB    NOT NULL PRIMARY KEY CHECK (length(code) = 32),
    chain    TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    spent_by INTEGER,
    FOREIGN KEY (chain, sequence) REFERENCES entries (chain, sequence)
) STRICT;

CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are only appended'); END;
CREATE TRIGGER entries_remain BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are only appended'); END;
CREATE TRIGGER payloads_stay BEFORE UPDATE ON payloads BEGIN SELECT RAISE(ABORT, 'payloads are only appended'); END;
CREATE TRIGGER payloads_remain BEFORE DELETE ON payloads BEGIN SELECT RAISE(ABORT, 'payloads are only appended'); END;
