export const addInstance = `
  insert into process_instance (organisation_id, id, item_id)
  select w.organisation_id, $2, w.id
  from work_item w
  where w.organisation_id = $1
    and w.id = $3`
