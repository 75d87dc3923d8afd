-- Time that the demo story wrote down goes with it; what people write down themselves stays.
alter table time_entry add column origin text not null default 'own' check (origin in ('own', 'demo', 'import'));
