import type { Client } from 'pg'
import { codeOf, messageOf, PlainFault } from '../fault.ts'

/** The role the application acts as. It owns nothing and cannot sign in. */
const APPLICATION_ROLE = 'millrace_app'

/**
 * Prepares the role that the application acts as, after migrations.
 *
 * Row-level security does not hold for superusers and for roles with `bypassrls`. An owner of that
 * kind, as the embedded server has, gets a role without such powers, which the application's
 * connections switch to. An ordinary owner needs none: the tables force row-level security on their
 * owner as well, and a policy lets only its own maintenance (migrations, backup) see all rows.
 *
 * @param client a connection as the owner of the schema
 * @returns the role for `createPool`, or null to stay the owner
 * @throws PlainFault when an owner with `bypassrls` may not create the role
 */
export async function prepareApplicationRole(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ bypasses: boolean }>(`
select r.rolsuper or r.rolbypassrls as bypasses
from pg_roles r
where r.rolname = current_user`)
  if (!rows[0]?.bypasses) {
    await client.query(ADD_MAINTENANCE_POLICIES)
    return null
  }
  await createRole(client)
  if (await lacksGrants(client)) await client.query(GRANT_ROLE)
  return APPLICATION_ROLE
}

async function createRole(client: Client): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [APPLICATION_ROLE])
  if (rows.length > 0) return
  try {
    await client.query(`create role ${APPLICATION_ROLE} nologin`)
    await client.query(`grant ${APPLICATION_ROLE} to current_user`)
  } catch (error) {
    // Another process on the same server was faster.
    if (['42710', '23505'].includes(codeOf(error))) return
    throw new PlainFault(
      `The role ${APPLICATION_ROLE} is missing and could not be created: ${messageOf(error)}. ` +
        `Ask the administrator of the database for:  create role ${APPLICATION_ROLE} nologin; grant ${APPLICATION_ROLE} to <user of DATABASE_URL>;`,
    )
  }
}

/** New tables come with migrations and with a restored backup. */
async function lacksGrants(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ lacks: boolean }>(`
select exists (
  select 1
  from pg_class c
  where c.relnamespace = current_schema()::regnamespace
    and c.relkind in ('r', 'p', 'S')
    and not has_table_privilege('${APPLICATION_ROLE}', c.oid, 'select')
) as lacks`)
  return rows[0]?.lacks ?? true
}

const GRANT_ROLE = `
do $$
begin
  execute format('grant usage on schema %I to ${APPLICATION_ROLE}', current_schema());
  execute format('grant select, insert, update, delete on all tables in schema %I to ${APPLICATION_ROLE}', current_schema());
  execute format('grant usage, select on all sequences in schema %I to ${APPLICATION_ROLE}', current_schema());
  revoke insert, update, delete on schema_migration from ${APPLICATION_ROLE};
end
$$`

const ADD_MAINTENANCE_POLICIES = `
do $$
declare
  name text;
begin
  for name in
    select c.relname
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace
      and c.relrowsecurity
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'maintenance')
    order by c.relname
  loop
    execute format(
      'create policy maintenance on %I to current_user using (current_setting(''app.maintenance'', true) = ''on'')',
      name
    );
  end loop;
end
$$`
