export const closeItem = `
  update work_item
  set closed_at = $3
  where organisation_id = $1
    and id = $2`
