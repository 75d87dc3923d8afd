export const closeItem = `
  with done as (
    select $2::uuid as id
  )
  update work_item w
  set closed_at = now()
  from done
  where w.organisation_id = $1
    and w.id = done.id`
