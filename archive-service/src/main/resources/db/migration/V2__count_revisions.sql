-- Each live write raises the revision of the projection and leaves it on the row that it
-- wrote, so that an instance reads only what is newer than the index that it holds. A
-- rebuild writes at 0: whoever comes to a new generation reads all of it.
alter table projection add column revision bigint not null default 0;

alter table salons add column revision bigint not null default 0;

create index salons_by_revision on salons (generation, revision);

-- Lists and searches are answered by the index.
drop index salons_newest_first;

alter table salons drop column searchable, drop column tags;
