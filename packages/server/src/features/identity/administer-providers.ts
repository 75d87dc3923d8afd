import type { InputOf, operations } from '@millrace/contract'
import { EVERY_FIELD } from '@millrace/core/work'
import { createRegistry, execute, type Principal, refuse } from '../../platform/commands/index.ts'
import { type Db, inTransaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { changeOrganisation } from './commands/change-organisation.ts'
import { providerCommands } from './commands/keep-provider.ts'
import { callbackPath } from './provider/own-path.ts'
import { findOrganisationId } from './queries/find-organisation.ts'
import { type ProviderRow, readProviders } from './store/providers.ts'
import type { Vault } from './vault.ts'

/** What whoever runs the installation says about a provider of an organisation; what is left out stays as it is. */
export type ProviderOrder = {
  readonly slug: string
  readonly name: string
  readonly settings: InputOf<(typeof operations)['identity.changeProvider']>['patch']
  /** Whether people get in by a provider only; null: as before. */
  readonly isRequired: boolean | null
}

/** A provider as the command line tells of it. */
export type ToldProvider = Pick<ProviderRow, 'name' | 'issuer' | 'is_enabled'> & { readonly callback: string }

/**
 * Adds the provider of this name to an organisation, or changes it. It stands above the organisations,
 * as its caller does.
 *
 * @returns the address to register at the provider, after the host
 * @throws Refused when there is no such organisation, or the settings make no sense
 */
export async function orderProvider(db: Db, vault: Vault, order: ProviderOrder): Promise<string> {
  const { slug, name, settings, isRequired } = order
  const { organisationId, known } = await findKnown(db, slug, name)
  const id = known?.id ?? newId()
  const call = known
    ? { name: 'identity.changeProvider', input: { id, patch: settings } }
    : { name: 'identity.createProvider', input: { id, name, ...settings } }
  const requiring = {
    name: 'identity.changeOrganisation',
    input: { patch: { isProviderRequired: isRequired } },
  }
  await run({ db, vault }, organisationId, isRequired === null ? [call] : [call, requiring])
  return callbackPath(id)
}

/**
 * Removes the provider of this name from an organisation.
 *
 * @throws Refused when there is none, or it is the last one where people get in by a provider only
 */
export async function dropProvider(
  db: Db,
  vault: Vault,
  { slug, name }: { readonly slug: string; readonly name: string },
): Promise<void> {
  const { organisationId, known } = await findKnown(db, slug, name)
  if (!known) return refuse('platform.not_found', { what: `provider ${name}` })
  await run({ db, vault }, organisationId, [{ name: 'identity.removeProvider', input: { id: known.id } }])
}

/** The providers of an organisation. */
export async function tellProviders(db: Db, slug: string): Promise<readonly ToldProvider[]> {
  const { rows } = await findRows(db, slug)
  return rows.map((row) => ({ ...row, callback: callbackPath(row.id) }))
}

async function findRows(db: Db, slug: string) {
  const organisationId = await inTransaction(db, null, (tx) => findOrganisationId(tx, slug))
  if (organisationId === null) return refuse('platform.not_found', { what: `organisation ${slug}` })
  const rows = await inTransaction(db, organisationId, (tx) => readProviders(tx, organisationId))
  return { organisationId, rows }
}

async function findKnown(db: Db, slug: string, name: string) {
  const { organisationId, rows } = await findRows(db, slug)
  return { organisationId, known: rows.find((row) => row.name === name) }
}

type Tools = { readonly db: Db; readonly vault: Vault }
type Calls = readonly { readonly name: string; readonly input: unknown }[]

async function run({ db, vault }: Tools, organisationId: string, calls: Calls): Promise<void> {
  const principal: Principal = {
    userId: null,
    personId: newId<'Person'>(),
    organisationId,
    orgRole: 'owner',
    access: { version: 0, containers: 'all', fields: EVERY_FIELD },
    scopes: null,
  }
  const registry = createRegistry([...providerCommands(vault), changeOrganisation], [], [])
  // A running server finds the events in the journal by itself.
  await execute({ db, registry, onCommitted: () => {} }, { principal, actor: { kind: 'system' }, calls })
}
