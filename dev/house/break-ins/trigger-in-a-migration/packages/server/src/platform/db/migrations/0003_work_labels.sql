create trigger work_item_closed
  after update on work_item
  for each row execute function tell();
