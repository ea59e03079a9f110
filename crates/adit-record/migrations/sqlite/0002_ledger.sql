-- What was said in the record of a project, sealed: a nonce of 24 bytes, then XChaCha20-Poly1305 of salt and stored bytes.
-- The keys stand in another file. NULL once the content was erased. Times to the second stand here, beside the chain.
CREATE TABLE sealed (
    chain    TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    sealed   BLOB,
    PRIMARY KEY (chain, sequence),
    FOREIGN KEY (chain, sequence) REFERENCES entries (chain, sequence)
) STRICT;

CREATE TRIGGER sealed_stays BEFORE UPDATE ON sealed
WHEN NEW.sealed IS NOT NULL OR NEW.chain <> OLD.chain OR NEW.sequence <> OLD.sequence OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'sealed are only appended'); END;
CREATE TRIGGER sealed_remains BEFORE DELETE ON sealed BEGIN SELECT RAISE(ABORT, 'sealed are only appended'); END;
