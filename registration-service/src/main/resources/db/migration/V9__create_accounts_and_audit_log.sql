-- Who may log in at the console besides the built-in operator.
create table operator_account (
	id uuid primary key default uuidv7(),
	-- An e-mail address or a short name, in lower case.
	name text not null unique,
	role text not null check (role in ('ORGANISER', 'DOOR', 'READER')),
	-- Null where the login is that of an OpenID provider only.
	password text,
	-- Rises with each change; sessions of a lower one are over. The version of the events about the account.
	generation integer not null default 1,
	disabled boolean not null default false,
	created_at timestamptz not null
);

-- What operators did, and what was refused to them. Ids rise with time, in all services alike.
create table audit_entry (
	id uuid primary key default uuidv7(),
	at timestamptz not null,
	-- The account's name; empty where nobody was logged in.
	actor text not null,
	role text,
	action text not null,
	target text not null,
	-- Of the answer. Null while there is none, and for ever if the service died before it.
	status smallint
);
create index audit_entry_actor on audit_entry (actor, id);
create index audit_entry_at on audit_entry (at);

-- A guard against mistakes, not against who owns the database: entries get their outcome once, and are deleted
-- only when they are old.
create function audit_entry_is_kept() returns trigger language plpgsql as $$
begin
	if tg_op = 'UPDATE' then
		if old.status is not null or (new.id, new.at, new.actor, new.role, new.action, new.target)
				is distinct from (old.id, old.at, old.actor, old.role, old.action, old.target) then
			raise exception 'an entry of the audit log is not changed';
		end if;
		return new;
	end if;
	if old.at > now() - interval '1 day' then
		raise exception 'an entry of the audit log is not deleted before its time';
	end if;
	return old;
end $$;
create trigger audit_entry_is_kept before update or delete on audit_entry
	for each row execute function audit_entry_is_kept();
