-- When announcements were last asked for, until the address was confirmed.
alter table member add column subscription_asked_at timestamptz;
create index member_unconfirmed on member (subscription_asked_at) where subscription_asked_at is not null;
