-- Whom another house vouches for (OpenID Connect): a keyed hash of its name and of the name it gives the person, whose key
-- stands outside the database, and the account that they sign in to. Times are seconds since 1970 UTC.
CREATE TABLE identities (
    identity BLOB    NOT NULL PRIMARY KEY CHECK (length(identity) = 32),
    account  INTEGER NOT NULL,
    since    INTEGER NOT NULL
) STRICT;
