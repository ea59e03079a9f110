-- People: apart from the chains, which hold none of this. Times are seconds since 1970 UTC.
-- Numbers of accounts are given once and never again, so that the trail of an erased account is nobody else's.
CREATE TABLE people_numbers (last BIGINT NOT NULL);
INSERT INTO people_numbers (last) VALUES (0);

CREATE TABLE accounts (
    number    BIGINT NOT NULL PRIMARY KEY,
    name      TEXT UNIQUE,
    pseudonym TEXT    NOT NULL,
    password  TEXT,
    email     BYTEA CHECK (email IS NULL OR octet_length(email) = 32),
    confirmed TEXT    NOT NULL,
    created   BIGINT NOT NULL,
    disabled  BIGINT
);

-- Pseudonyms by their hash; they stay when an account is erased, so that nobody speaks under another's.
CREATE TABLE pseudonyms (hash BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(hash) = 32));

CREATE TABLE grants (
    account BIGINT NOT NULL REFERENCES accounts (number),
    role    TEXT    NOT NULL,
    place   TEXT    NOT NULL,
    since   BIGINT NOT NULL,
    PRIMARY KEY (account, role, place)
);

-- Sessions by the hash of their token.
CREATE TABLE sessions (
    token   BYTEA    NOT NULL PRIMARY KEY CHECK (octet_length(token) = 32),
    account BIGINT NOT NULL REFERENCES accounts (number),
    created BIGINT NOT NULL,
    seen    BIGINT NOT NULL
);

-- Tries at signing in, by the hash of the name that was typed, whether there is such an account or not.
CREATE TABLE sign_in_tries (
    name     BYTEA    NOT NULL PRIMARY KEY CHECK (octet_length(name) = 32),
    failures BIGINT NOT NULL,
    until    BIGINT NOT NULL
);

-- Participation codes by their hash. A code is spent once; `spent_for` is the hash of the form that spent it.
CREATE TABLE participation_codes (
    code      BYTEA    NOT NULL PRIMARY KEY CHECK (octet_length(code) = 32),
    project   TEXT    NOT NULL,
    made      BIGINT NOT NULL,
    made_by   BIGINT,
    expires   BIGINT NOT NULL,
    spent     BIGINT,
    spent_for BYTEA
);

-- Who did what, and whether it was allowed; never what was said. No reference to accounts: the number outlives them.
CREATE TABLE audit_trail (
    number  BIGINT NOT NULL PRIMARY KEY,
    at      BIGINT NOT NULL,
    account BIGINT,
    act     TEXT    NOT NULL,
    project TEXT,
    entry   BIGINT,
    outcome TEXT    NOT NULL
);

CREATE TRIGGER audit_trail_stays BEFORE UPDATE OR DELETE ON audit_trail FOR EACH ROW EXECUTE FUNCTION only_appended();
