-- How the estimate of an item is spread in a forecast; null: as its project does.
alter table plan_item add column estimate_shape text
  check (estimate_shape in ('pert', 'triangular', 'uniform', 'lognormal', 'history'));

-- What an item earns by: its weight among the milestones of what lies above it (null: 1), units of its product
-- that are done and ordered, and what the rest of it takes as it was estimated anew, in money and in minutes.
alter table plan_item
  add column ev_weight double precision check (ev_weight > 0),
  add column ev_units_done double precision check (ev_units_done >= 0),
  add column ev_units_total double precision check (ev_units_total > 0),
  add column ev_rest_minor bigint check (ev_rest_minor >= 0),
  add column ev_rest_min integer check (ev_rest_min >= 0);
alter table plan_item drop constraint plan_item_ev_rule_check;
alter table plan_item add constraint plan_item_ev_rule_check
  check (ev_rule in ('percent', '0-100', '50-50', 'milestones', 'units', 'effort'));

-- A forecast may begin on a later day, and plan people and machines anew in each run.
alter table plan_forecast
  add column start_on date,
  add column is_levelled boolean not null default false;
alter table plan_forecast drop constraint plan_forecast_shape_check;
alter table plan_forecast add constraint plan_forecast_shape_check
  check (shape in ('pert', 'triangular', 'uniform', 'lognormal', 'history'));
