import { operations, type ParsedInputOf, type ProviderView } from '@millrace/contract'
import { type Command, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { identityEvent } from '../identity-events.ts'
import { presentProvider } from '../present.ts'
import { isSafeAddress } from '../provider/safe-address.ts'
import { readOrganisation } from '../queries/read-directory.ts'
import { touchAccess } from '../store/access-version.ts'
import {
  deleteIdentities,
  deleteProvider,
  endSessionsBy,
  insertProvider,
  PROVIDERS_MAX,
  type ProviderRow,
  readProviders,
  updateProvider,
} from '../store/providers.ts'
import type { Vault } from '../vault.ts'

/** What can be done to the providers that sign people in; their secrets go into the vault. */
export function providerCommands(vault: Vault): readonly Command[] {
  const seal = async (secret: string | null | undefined) =>
    secret === null || secret === undefined ? null : await vault.seal(secret)

  const create = command(operations['identity.createProvider'], async (unit, inputs) => {
    checkOwner(unit)
    await touchAccess(unit)
    const known = await readProviders(unit.tx, unit.organisationId)
    if (known.length + inputs.length > PROVIDERS_MAX) refuse('identity.providers_many')
    const results: ProviderView[] = []
    for (const [index, input] of inputs.entries()) {
      checkSettings(input, index)
      const row = rowOf(unit, input, await seal(input.clientSecret))
      if (!(await insertProvider(unit, row))) refuse('platform.exists', { what: 'provider' }, index)
      results.push(presentProvider(row))
    }
    record(unit, 'identity.provider_created', results)
    return results
  })

  const change = command(operations['identity.changeProvider'], async (unit, inputs) => {
    checkOwner(unit)
    await touchAccess(unit)
    const known = await readKnown(unit)
    const results: ProviderView[] = []
    for (const [index, { id, patch }] of inputs.entries()) {
      const before = getKnown(known, id, index)
      checkSettings(patch, index)
      const { clientSecret } = patch
      const row = changed(
        before,
        patch,
        clientSecret === undefined ? before.client_secret : await seal(clientSecret),
      )
      known.set(id, row)
      await updateProvider(unit, row)
      await endWhatEnds(unit, before, row)
      results.push(presentProvider(row))
    }
    await checkDoor(unit, known)
    record(unit, 'identity.provider_changed', results)
    return results
  })

  const remove = command(operations['identity.removeProvider'], async (unit, inputs) => {
    checkOwner(unit)
    await touchAccess(unit)
    const known = await readKnown(unit)
    const gone = inputs.map(({ id }, index) => {
      const row = getKnown(known, id, index)
      known.delete(id)
      return row
    })
    for (const { id } of gone) {
      await deleteIdentities(unit, id)
      await deleteProvider(unit, id)
    }
    await checkDoor(unit, known)
    record(unit, 'identity.provider_removed', gone.map(presentProvider))
    return inputs.map(() => ({}))
  })
  return [create, change, remove]
}

type Input = ParsedInputOf<(typeof operations)['identity.createProvider']>
type Patch = ParsedInputOf<(typeof operations)['identity.changeProvider']>['patch']
type Known = Map<string, ProviderRow>

/** Who names a provider says who may be taken for whom, owners among them. */
function checkOwner({ principal }: Unit): void {
  if (principal.orgRole !== 'owner') refuse('identity.owner_only')
}

/** A domain as DNS has them (RFC 1123 §2.1), with two parts at least. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/

function checkSettings({ issuer, domains = [] }: Patch, index: number): void {
  if (issuer !== undefined && !isSafeAddress(issuer)) refuse('identity.provider_address_insecure', {}, index)
  const domain = domains.find((one) => !DOMAIN.test(one))
  if (domain !== undefined) refuse('identity.provider_domain_wrong', { domain }, index)
}

async function readKnown(unit: Unit): Promise<Known> {
  const rows = await readProviders(unit.tx, unit.organisationId)
  return new Map(rows.map((row) => [row.id, row]))
}

function getKnown(known: Known, id: string, index: number): ProviderRow {
  return known.get(id) ?? refuse('platform.not_found', { what: 'provider' }, index)
}

function rowOf(unit: Unit, input: Input, secret: string | null): ProviderRow {
  return {
    id: input.id,
    organisation_id: unit.organisationId,
    name: input.name,
    issuer: input.issuer,
    client_id: input.clientId,
    client_secret: secret,
    domains: input.domains,
    admits: input.admits,
    admitted_role: input.admittedRole,
    trusts_email: input.trustsEmail,
    proves_factor: input.provesFactor,
    is_listed: input.isListed,
    is_enabled: input.isEnabled,
    version: 1,
  }
}

function changed(before: ProviderRow, patch: Patch, secret: string | null): ProviderRow {
  return {
    ...before,
    name: patch.name ?? before.name,
    issuer: patch.issuer ?? before.issuer,
    client_id: patch.clientId ?? before.client_id,
    client_secret: secret,
    domains: patch.domains ?? before.domains,
    ...changedRules(before, patch),
    is_listed: patch.isListed ?? before.is_listed,
    is_enabled: patch.isEnabled ?? before.is_enabled,
    version: before.version + 1,
  }
}

function changedRules(before: ProviderRow, patch: Patch) {
  return {
    admits: patch.admits ?? before.admits,
    admitted_role: patch.admittedRole ?? before.admitted_role,
    trusts_email: patch.trustsEmail ?? before.trusts_email,
    proves_factor: patch.provesFactor ?? before.proves_factor,
  }
}

/** Another issuer, or another client of it, may know other people under the same names. */
async function endWhatEnds(unit: Unit, before: ProviderRow, row: ProviderRow): Promise<void> {
  const isAnother = before.issuer !== row.issuer || before.client_id !== row.client_id
  if (isAnother) await deleteIdentities(unit, row.id)
  if (isAnother || !row.is_enabled) await endSessionsBy(unit, row.id)
}

async function checkDoor(unit: Unit, known: Known): Promise<void> {
  if ([...known.values()].some((row) => row.is_enabled)) return
  const organisation = await readOrganisation(unit.tx, unit.organisationId)
  if (organisation?.provider_required === true) refuse('identity.provider_last')
}

function record(
  unit: Unit,
  kind: 'identity.provider_created' | 'identity.provider_changed' | 'identity.provider_removed',
  providers: readonly ProviderView[],
): void {
  unit.record(
    providers.map((provider) =>
      identityEvent(unit, kind, { subject: { kind: 'provider', id: provider.id }, data: { provider } }),
    ),
  )
}
