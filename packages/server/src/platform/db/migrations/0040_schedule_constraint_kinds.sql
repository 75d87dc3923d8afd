-- Constraints are kept by the codes that plans are calculated with; as soon as possible is none.
update plan_item
set constraint_kind = case constraint_kind
  when 'as-late-as-possible' then 'ALAP'
  when 'must-start-on' then 'MSO'
  when 'must-finish-on' then 'MFO'
  when 'start-no-earlier-than' then 'SNET'
  when 'start-no-later-than' then 'SNLT'
  when 'finish-no-earlier-than' then 'FNET'
  when 'finish-no-later-than' then 'FNLT'
end
where constraint_kind is not null
  and constraint_kind not in ('ALAP', 'SNET', 'SNLT', 'FNET', 'FNLT', 'MSO', 'MFO');
alter table plan_item
  add constraint plan_item_constraint_kind_check
  check (constraint_kind in ('ASAP', 'ALAP', 'SNET', 'SNLT', 'FNET', 'FNLT', 'MSO', 'MFO'));
