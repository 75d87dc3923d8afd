-- Finds what concerns the organisation among everyday work, which is nearly everything and left out.
create index event_audit on event (organisation_id, kind, seq)
  where kind not in ('work.created', 'work.changed', 'work.moved');
