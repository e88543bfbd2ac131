-- An event is written once and never touched again. To mark its row as published was a second
-- version of it, in every index, for each event.
lock table outbox in access exclusive mode;

-- What is still to be published; deleted once it is. An event is either here or in one batch.
create table outbox_pending (
    id    bigint   primary key,
    shard smallint not null
);
insert into outbox_pending (id, shard) select id, shard from outbox where published_at is null;

-- What was published when, for a broker that lost it; and by it the events leave with their
-- time. One row for each topic of a batch, which holds each event that is not pending once.
create table outbox_batch (
    published_at timestamptz not null default clock_timestamp(),
    topic        text        not null,
    ids          bigint[]    not null
);
-- By the hour and its last moment, so that asking for what was published since leaves out none.
insert into outbox_batch (published_at, topic, ids)
select max(published_at), topic, array_agg(id order by id) from outbox where published_at is not null
group by topic, date_trunc('hour', published_at) order by 1;
create index outbox_batch_by_age on outbox_batch using brin (published_at);

drop index outbox_unpublished;
-- Without its column an older release cannot append: it would not say that its event is pending,
-- so a change is refused where an event would be lost.
alter table outbox drop column published_at, drop column shard;

-- Ids are made at random when a row is written and nobody looks one up here; consumers keep
-- what they have seen in their inbox.
alter table outbox drop constraint outbox_event_id_key;

-- All events of one key are forgotten, whatever their topics.
drop index outbox_by_key;
create index outbox_by_key on outbox (record_key);

-- Rows die by their age only, no more one for each that is written.
alter table outbox reset (autovacuum_vacuum_scale_factor, autovacuum_vacuum_insert_scale_factor);

-- All rows die soon and most of the time none lives, so a share of them says nothing: a fixed
-- number, few enough for a reader to pass by, and enough for the table to have its usual size when
-- the first statistics are drawn. To freeze rows that are deleted next is for nothing. Pages are
-- kept, as they are needed again; and a table without any looks like one that is best read as a
-- whole, to every plan until the next statistics.
alter table outbox_pending set (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 20000,
    autovacuum_vacuum_insert_threshold = -1, vacuum_truncate = false);
