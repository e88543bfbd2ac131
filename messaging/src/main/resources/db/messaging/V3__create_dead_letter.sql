-- Records that could not be handled (PARKED), and those of the same key behind them (WAITING).
create table dead_letter (
    id            bigint generated always as identity primary key,
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    record_key    bytea,
    headers       jsonb       not null,
    value         bytea,
    -- a topic made anew counts its offsets anew
    digest        bytea       not null,
    state         text        not null check (state in ('PARKED', 'WAITING', 'REDRIVEN', 'DISCARDED')),
    reason        text        not null,
    attempts      integer     not null default 0,
    created_at    timestamptz not null default clock_timestamp(),
    resolved_at   timestamptz,
    unique (topic, partition, record_offset, digest)
);
create index dead_letter_open on dead_letter (topic, record_key, id) where state in ('PARKED', 'WAITING');
