-- Work that anybody with a skill may do names the skill, and nobody until somebody is chosen.
alter table assignment
  alter column resource_id drop not null,
  add constraint assignment_taker check (resource_id is not null or alternative_skill is not null);
