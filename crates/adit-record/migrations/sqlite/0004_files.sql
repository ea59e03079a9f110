-- Files that came with entries, each sealed under the key of its entry. NULL once the content was erased. The account that
-- gave a file is kept here for its quota, by number; `bytes` is the length before sealing.
CREATE TABLE files (
    chain    TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    bytes    INTEGER NOT NULL,
    account  INTEGER,
    sealed   BLOB,
    PRIMARY KEY (chain, sequence),
    FOREIGN KEY (chain, sequence) REFERENCES entries (chain, sequence)
) STRICT;

CREATE INDEX files_by_account ON files (account);

CREATE TRIGGER files_stay BEFORE UPDATE ON files
WHEN NEW.sealed IS NOT NULL OR NEW.chain <> OLD.chain OR NEW.sequence <> OLD.sequence OR NEW.bytes <> OLD.bytes
    OR NEW.account IS NOT OLD.account
BEGIN SELECT RAISE(ABORT, 'files are only appended'); END;
CREATE TRIGGER files_remain BEFORE DELETE ON files BEGIN SELECT RAISE(ABORT, 'files are only appended'); END;
