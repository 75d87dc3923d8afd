-- More formats: the file of another tracker, and spreadsheets. What a version can read, it says itself.
alter table import_run drop constraint import_run_format_check;
alter table import_run add constraint import_run_format_check check (format ~ '^[a-z][a-z0-9]{1,19}$');
