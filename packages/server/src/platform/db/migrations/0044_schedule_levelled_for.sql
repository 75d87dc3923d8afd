-- What an item waits for since its plan was levelled: the resource, or the person where they stand for themselves,
-- and what it works on until then. A note of what was found: what it names may be gone since.
alter table plan_item add column levelled_for jsonb check (jsonb_typeof(levelled_for) = 'object');
