-- Every event that took effect, or was found to have none; the digest tells a redelivery from
-- another event under the same id.
create table inbox (
    event_id    uuid primary key,
    digest      bytea       not null,
    received_at timestamptz not null default clock_timestamp()
);
create index inbox_by_age on inbox using brin (received_at);

-- The newest version seen of each aggregate: an older or equal one is dropped.
create table aggregate_version (
    subject text primary key,
    version bigint not null
);
