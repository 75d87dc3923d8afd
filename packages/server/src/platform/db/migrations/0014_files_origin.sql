-- Where a file comes from, as with comments.
alter table file add column origin text not null default 'own' check (origin in ('own', 'demo', 'import'));
