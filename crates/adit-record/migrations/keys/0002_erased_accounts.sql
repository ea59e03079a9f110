-- Accounts that were erased, by number and by when they were made: an older backup does not bring them back. Nothing here
-- says whose they were.
CREATE TABLE erased_accounts (
    number  INTEGER NOT NULL,
    created INTEGER NOT NULL,
    PRIMARY KEY (number, created)
) STRICT;
