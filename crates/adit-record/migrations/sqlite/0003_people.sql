-- People: apart from the chains, which hold none of this. Times are seconds since 1970 UTC.
-- Numbers of accounts are given once and never again, so that the trail of an erased account is nobody else's.
CREATE TABLE people_numbers (last INTEGER NOT NULL) STRICT;
INSERT INTO people_numbers (last) VALUES (0);

CREATE TABLE accounts (
    number    INTEGER NOT NULL PRIMARY KEY,
    name      TEXT UNIQUE,
    pseudonym TEXT    NOT NULL,
    password  TEXT,
    email     BLOB CHECK (email IS NULL OR length(email) = 32),
    confirmed TEXT    NOT NULL,
    created   INTEGER NOT NULL,
    disabled  INTEGER
) STRICT;

-- Pseudonyms by their hash; they stay when an account is erased, so that nobody speaks under another's.
CREATE TABLE pseudonyms (hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32)) STRICT;

CREATE TABLE grants (
    account INTEGER NOT NULL REFERENCES accounts (number),
    role    TEXT    NOT NULL,
    place   TEXT    NOT NULL,
    since   INTEGER NOT NULL,
    PRIMARY KEY (account, role, place)
) STRICT;

-- Sessions by the hash of their token.
CREATE TABLE sessions (
    token   BLOB    NOT NULL PRIMARY KEY CHECK (length(token) = 32),
    account INTEGER NOT NULL REFERENCES accounts (number),
    created INTEGER NOT NULL,
    seen    INTEGER NOT NULL
) STRICT;

-- Tries at signing in, by the hash of the name that was typed, whether there is such an account or not.
CREATE TABLE sign_in_tries (
    name     BLOB    NOT NULL PRIMARY KEY CHECK (length(name) = 32),
    failures INTEGER NOT NULL,
    until    INTEGER NOT NULL
) STRICT;

-- Participation codes by their hash. A code is spent once; `spent_for` is the hash of the form that spent it.
CREATE TABLE participation_codes (
    code      BLOB    NOT NULL PRIMARY KEY CHECK (length(code) = 32),
    project   TEXT    NOT NULL,
    made      INTEGER NOT NULL,
    made_by   INTEGER,
    expires   INTEGER NOT NULL,
    spent     INTEGER,
    spent_for BLOB
) STRICT;

-- Who did what, and whether it was allowed; never what was said. No reference to accounts: the number outlives them.
CREATE TABLE audit_trail (
    number  INTEGER NOT NULL PRIMARY KEY,
    at      INTEGER NOT NULL,
    account INTEGER,
    act     TEXT    NOT NULL,
    project TEXT,
    entry   INTEGER,
    outcome TEXT    NOT NULL
) STRICT;

CREATE TRIGGER audit_trail_stays BEFORE UPDATE ON audit_trail BEGIN SELECT RAISE(ABORT, 'audit_trail is only appended'); END;
CREATE TRIGGER audit_trail_remains BEFORE DELETE ON audit_trail BEGIN SELECT RAISE(ABORT, 'audit_trail is only appended'); END;
