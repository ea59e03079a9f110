-- Codes that went out in a letter, by e-mail or on paper, by their hash. A code does one thing, once, for a while; e-mail
-- addresses are here only under the key that stands outside the database. Times are seconds since 1970 UTC.
CREATE TABLE letters (
    code    BYTEA  NOT NULL PRIMARY KEY CHECK (octet_length(code) = 32),
    purpose TEXT   NOT NULL CHECK (purpose IN ('join', 'recover', 'address')),
    email   BYTEA CHECK (email IS NULL OR octet_length(email) = 32),
    account BIGINT,
    project TEXT,
    made    BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    spent   BIGINT
);
