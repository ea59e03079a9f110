-- Chains of entries. A chain's row holds its head; entries and payloads are only ever appended.
CREATE TABLE chains (
    chain    TEXT   NOT NULL PRIMARY KEY,
    sequence BIGINT NOT NULL,
    hash     BYTEA  NOT NULL CHECK (octet_length(hash) = 32)
);

CREATE TABLE entries (
    chain      TEXT   NOT NULL REFERENCES chains (chain),
    sequence   BIGINT NOT NULL CHECK (sequence > 0),
    previous   BYTEA  NOT NULL CHECK (octet_length(previous) = 32),
    header     TEXT   NOT NULL,
    commitment BYTEA  NOT NULL CHECK (octet_length(commitment) = 32),
    hash       BYTEA  NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    PRIMARY KEY (chain, sequence)
);

-- What an entry commits to, apart from it: the chain verifies without any payload.
CREATE TABLE payloads (
    chain    TEXT   NOT NULL,
    sequence BIGINT NOT NULL,
    salt     BYTEA  NOT NULL CHECK (octet_length(salt) = 32),
    stored   BYTEA  NOT NULL,
    PRIMARY KEY (chain, sequence),
    FOREIGN KEY (chain, sequence) REFERENCES entries (chain, sequence)
);

-- What is asked stands in the payload of a round's first entry; here is only what is looked up. Times are seconds since 1970 UTC.
CREATE TABLE rounds (
    chain     TEXT   NOT NULL PRIMARY KEY REFERENCES chains (chain),
    portfolio TEXT,
    opens     BIGINT NOT NULL,
    closes    BIGINT NOT NULL CHECK (closes > opens),
    closed_by BIGINT,
    closed_at BIGINT
);

-- Receipt codes by their hash; a code changes its ballot once, and the entry that did so stands in spent_by.
CREATE TABLE receipts (
    code     BYTEA  NOT NULL PRIMARY KEY CHECK (octet_length(code) = 32),
    chain    TEXT   NOT NULL,
    sequence BIGINT NOT NULL,
    spent_by BIGINT,
    FOREIGN KEY (chain, sequence) REFERENCES entries (chain, sequence)
);

CREATE FUNCTION only_appended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% are only appended', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER entries_stay BEFORE UPDATE OR DELETE ON entries FOR EACH ROW EXECUTE FUNCTION only_appended();
CREATE TRIGGER payloads_stay BEFORE UPDATE OR DELETE ON payloads FOR EACH ROW EXECUTE FUNCTION only_appended();
