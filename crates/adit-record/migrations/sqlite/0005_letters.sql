-- Codes that went out in a letter, by e-mail or on paper, by their hash. A code does one thing, once, for a while; e-mail
-- addresses are here only under the key that stands outside the database. Times are seconds since 1970 UTC.
CREATE TABLE letters (
    code    BLOB    NOT NULL PRIMARY KEY CHECK (length(code) = 32),
    purpose TEXT    NOT NULL CHECK (purpose IN ('join', 'recover', 'address')),
    email   BLOB CHECK (email IS NULL OR length(email) = 32),
    account INTEGER,
    project TEXT,
    made    INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    spent   INTEGER
) STRICT;
