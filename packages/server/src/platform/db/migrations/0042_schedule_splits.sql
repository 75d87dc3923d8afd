-- Gaps in the work of an item: a list of how much of its duration is done before, and how long it rests, both in
-- minutes of its working time, so that what is split moves as a whole.
alter table plan_item
  add column splits jsonb not null default '[]',
  -- Work that has begun and rests goes on no earlier.
  add column resume_at timestamptz;
alter table baseline_item add column splits jsonb not null default '[]';
