-- What was said in the record of a project, sealed: a nonce of 24 bytes, then XChaCha20-Poly1305 of salt and stored bytes.
-- The keys stand in another schema. NULL once the content was erased. Times to the second stand here, beside the chain.
CREATE TABLE sealed (
    chain    TEXT   NOT NULL,
    sequence BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    sealed   BYTEA,
    PRIMARY KEY (chain, sequence),
    FOREIGN KEY (chain, sequence) REFERENCES entries (chain, sequence)
);

CREATE TRIGGER sealed_stays BEFORE UPDATE ON sealed FOR EACH ROW
WHEN (NEW.sealed IS NOT NULL OR NEW.chain <> OLD.chain OR NEW.sequence <> OLD.sequence OR NEW.at <> OLD.at)
EXECUTE FUNCTION only_appended();
CREATE TRIGGER sealed_remains BEFORE DELETE ON sealed FOR EACH ROW EXECUTE FUNCTION only_appended();

-- The keys, apart from what they open: a dump of the schema `public` holds none.
CREATE SCHEMA adit_keys;

CREATE TABLE adit_keys.entry_keys (
    chain    TEXT   NOT NULL,
    sequence BIGINT NOT NULL,
    key      BYTEA  NOT NULL CHECK (octet_length(key) = 32),
    PRIMARY KEY (chain, sequence)
);

-- What was erased, and the entry that says so: an older backup stays unreadable, and its restoring says it again.
CREATE TABLE adit_keys.erasures (
    chain      TEXT   NOT NULL,
    sequence   BIGINT NOT NULL,
    commitment BYTEA  NOT NULL CHECK (octet_length(commitment) = 32),
    stored     BYTEA  NOT NULL,
    at         BIGINT NOT NULL,
    PRIMARY KEY (chain, sequence, commitment)
);
