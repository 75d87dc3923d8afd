export const touchItem = 'delete from work_item where organisation_id = $1 and id = $2'
