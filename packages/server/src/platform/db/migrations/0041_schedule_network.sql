-- A level of effort lasts from the first thing it is linked to until the last.
alter table plan_item add column is_hammock boolean not null default false;

-- Work with more float than critical work, and at most this, is near-critical.
alter table project_plan add column near_critical_min integer not null default 960;
-- Lags may count every hour, and what really happened may make late what should have come before.
alter table project_plan
  drop constraint project_plan_lag_calendar_check,
  add constraint project_plan_lag_calendar_check
    check (lag_calendar in ('project', 'predecessor', 'successor', 'twentyFourHour')),
  drop constraint project_plan_progress_rule_check,
  add constraint project_plan_progress_rule_check
    check (progress_rule in ('retained', 'override', 'actualDates'));

comment on column plan_figures.figures is
  'For each item a list: id, latest finish in milliseconds, total and free float in minutes, whether it is critical, whether it is on the longest path, the kind of what set its start with its id or null; then, in calculations since 0041, float of start and finish, whether it is near-critical, and the moment from which its calendar did not work with the id of that calendar, or nulls.';
