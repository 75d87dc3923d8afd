-- What waits for a person stands on that person's own list.
create index work_item_waiting_for on work_item (organisation_id, (waiting_for ->> 'personId')) where waiting_for is not null;
