export const listItems = 'select w.id from work_item w where w.closed_at is null order by w.id limit 100'
