-- What a new item of a type begins with, and which own fields its items show, in which order (null: all).
alter table item_type add column defaults jsonb not null default '{}';
alter table item_type add column field_ids uuid[];
