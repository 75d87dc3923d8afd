-- A list goes to another item together with its lines, when items are merged.
alter table checklist_line drop constraint checklist_line_organisation_id_item_id_checklist_id_fkey;
alter table checklist_line add foreign key (organisation_id, item_id, checklist_id)
  references checklist (organisation_id, item_id, id) on update cascade;
