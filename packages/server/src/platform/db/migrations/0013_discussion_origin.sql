-- Where a comment comes from, so that what people said themselves outlives the removal of the demo,
-- also when they are signed in as somebody of its story.
alter table comment add column origin text not null default 'own' check (origin in ('own', 'demo', 'import'));
