-- Written in the transaction of the change, read by the relay. Kept after publishing, so that
-- a broker that lost its disk can be filled again with the same ids.
create table outbox (
    id           bigint generated always as identity primary key,
    event_id     uuid        not null unique,
    topic        text        not null,
    record_key   text        not null,
    shard        smallint    not null,
    type         text        not null,
    source       text        not null,
    subject      text        not null,
    version      bigint      not null,
    time         timestamptz not null,
    traceparent  text,
    data         bytea       not null,
    created_at   timestamptz not null default clock_timestamp(),
    published_at timestamptz,
    -- two events for one version would mean that a change was made on stale state
    unique (subject, version)
);

-- never "id > cursor": transactions commit in another order than they take ids
create index outbox_unpublished on outbox (id) where published_at is null;
create index outbox_by_key on outbox (topic, record_key);

alter table outbox set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05);

-- One relay at a time sends the events of a shard; plain SKIP LOCKED would invert a key.
create table outbox_lease (
    shard        smallint primary key,
    owner        uuid,
    leased_until timestamptz not null default '-infinity'
);
insert into outbox_lease (shard) select generate_series(0, 7);

-- The relays alive, so that they share the shards evenly.
create table outbox_relay (
    owner   uuid primary key,
    seen_at timestamptz not null
);
