-- Accounts that were erased, by number and by when they were made: an older backup does not bring them back. Nothing here
-- says whose they were.
CREATE TABLE adit_keys.erased_accounts (
    number  BIGINT NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (number, created)
);
