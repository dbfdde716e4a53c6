-- Of Mastodon's tables, those that the stubs read and write, and so few rows that a dump takes no time.
CREATE TABLE schema_migrations (version varchar PRIMARY KEY);
CREATE TABLE user_roles (id bigint PRIMARY KEY, name varchar NOT NULL);
CREATE TABLE accounts (id bigint PRIMARY KEY, username varchar NOT NULL, domain varchar);
CREATE TABLE users (
  id bigint PRIMARY KEY,
  email varchar NOT NULL UNIQUE,
  account_id bigint NOT NULL REFERENCES accounts,
  role_id bigint REFERENCES user_roles
);
CREATE TABLE statuses (id bigint PRIMARY KEY, account_id bigint NOT NULL REFERENCES accounts, text text NOT NULL);
CREATE TABLE media_attachments (id bigint PRIMARY KEY, status_id bigint REFERENCES statuses, remote_url varchar NOT NULL);

INSERT INTO schema_migrations VALUES ('20241007071624');
INSERT INTO user_roles VALUES (-99, ''), (1, 'Moderator'), (2, 'Admin'), (3, 'Owner');
INSERT INTO accounts VALUES (1, 'admin', NULL), (2, 'alice', NULL), (3, 'bob', 'other.example'),
  (4, 'carol', 'gone.example'), (5, 'dave', 'quiet.example');
INSERT INTO users VALUES (1, 'admin@mastodon.example', 1, NULL), (2, 'alice@mastodon.example', 2, NULL);
INSERT INTO statuses SELECT n, 1 + n % 3, 'こんにちは ' || n FROM generate_series(1, 200) AS n;
INSERT INTO media_attachments SELECT n, n, 'https://other.example/' || n || '.png' FROM generate_series(1, 20) AS n;
