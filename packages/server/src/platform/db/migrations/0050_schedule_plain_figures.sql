-- Written anew with every calculation of a plan: compressing them takes longer than all other writing together.
alter table plan_figures alter column figures set storage external;
