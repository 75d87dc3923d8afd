-- The version of a plan that its findings (plan_finding) say. Null: nobody knows, all of them are looked at.
alter table project_plan add column found_version integer;
