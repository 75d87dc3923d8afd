-- The language that Millrace speaks with a user, by its BCP 47 tag; null leaves it to their browser.
alter table auth_user add column language text;
