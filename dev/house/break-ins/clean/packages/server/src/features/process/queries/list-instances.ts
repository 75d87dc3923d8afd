export const listInstances = `
  select p.id, w.closed_at
  from process_instance p
  join work_item w on w.organisation_id = p.organisation_id and w.id = p.item_id
  where p.organisation_id = $1
  order by p.id
  limit $2`
