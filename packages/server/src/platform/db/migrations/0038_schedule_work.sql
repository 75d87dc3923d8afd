-- Effort by quantity: so many units, so many minutes of work each. Where norms come from practices one day, a
-- column beside these will say which; what counts for the plan stays here.
alter table plan_item
  add column quantity numeric(14, 4) check (quantity >= 0),
  add column quantity_unit text not null default '',
  add column norm_min numeric(12, 4) check (norm_min >= 0);
