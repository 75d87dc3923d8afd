create table label (
  id uuid primary key,
  name text not null
);
