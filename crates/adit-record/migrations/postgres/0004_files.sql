-- Files that came with entries, each sealed under the key of its entry. NULL once the content was erased. The account that
-- gave a file is kept here for its quota, by number; `bytes` is the length before sealing.
CREATE TABLE files (
    chain    TEXT   NOT NULL,
    sequence BIGINT NOT NULL,
    bytes    BIGINT NOT NULL,
    account  BIGINT,
    sealed   BYTEA,
    PRIMARY KEY (chain, sequence),
    FOREIGN KEY (chain, sequence) REFERENCES entries (chain, sequence)
);

CREATE INDEX files_by_account ON files (account);

CREATE TRIGGER files_stay BEFORE UPDATE ON files FOR EACH ROW
WHEN (NEW.sealed IS NOT NULL OR NEW.chain <> OLD.chain OR NEW.sequence <> OLD.sequence OR NEW.bytes <> OLD.bytes
    OR NEW.account IS DISTINCT FROM OLD.account)
EXECUTE FUNCTION only_appended();
CREATE TRIGGER files_remain BEFORE DELETE ON files FOR EACH ROW EXECUTE FUNCTION only_appended();
