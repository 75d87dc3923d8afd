-- Fields that are worked out from others: formulas, and roll-ups over sub-items.
alter table custom_field drop constraint custom_field_kind_check;
alter table custom_field add constraint custom_field_kind_check
  check (kind in ('text', 'number', 'money', 'date', 'person', 'choice', 'link', 'formula', 'rollUp'));
alter table custom_field add column formula text;
alter table custom_field add column roll_up jsonb;
alter table custom_field add column result text check (result in ('number', 'money', 'text', 'date', 'yesNo'));
-- The organisation's day for which the values of a roll-up were last gathered.
alter table custom_field add column gathered_on date;
