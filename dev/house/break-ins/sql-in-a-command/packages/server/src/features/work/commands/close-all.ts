export const openItems = 'select id from work_item where organisation_id = $1 order by id limit 100'
