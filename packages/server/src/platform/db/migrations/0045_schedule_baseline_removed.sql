-- A baseline that was removed can be brought back: what it remembers stays.
alter table baseline add column removed_at timestamptz;
