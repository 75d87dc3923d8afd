import { operations } from '@millrace/contract'
import { command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { identityEvent } from '../identity-events.ts'
import { presentOrganisation } from '../present.ts'
import { hasSecondFactor } from '../queries/find-factor.ts'
import { readOrganisation } from '../queries/read-directory.ts'
import { checkRegional } from '../regional-settings.ts'
import { touchAccess } from '../store/access-version.ts'
import { updateOrganisation } from '../store/organisations.ts'
import { readProviders } from '../store/providers.ts'

/** Changes what holds for the whole organisation. */
export const changeOrganisation = command(operations['identity.changeOrganisation'], async (unit, inputs) => {
  await touchAccess(unit)
  let row = await readOrganisation(unit.tx, unit.organisationId)
  const results = []
  for (const [index, { patch }] of inputs.entries()) {
    if (!row) throw new Error('the organisation does not exist')
    checkRegional(patch, index)
    if (patch.isSecondFactorRequired === true) await checkFactor(unit, index)
    if (patch.isProviderRequired !== undefined) await checkProvider(unit, patch.isProviderRequired, index)
    row = {
      ...row,
      name: patch.name ?? row.name,
      currency: patch.currency ?? row.currency,
      time_zone: patch.timeZone ?? row.time_zone,
      week_start: patch.weekStart ?? row.week_start,
      second_factor_required: patch.isSecondFactorRequired ?? row.second_factor_required,
      provider_required: patch.isProviderRequired ?? row.provider_required,
    }
    results.push(presentOrganisation(row))
  }
  if (row) await updateOrganisation(unit.tx, row)
  const subject = { kind: 'organisation', id: unit.organisationId }
  unit.record(
    results.map((organisation) =>
      identityEvent(unit, 'identity.organisation_changed', { subject, data: { organisation } }),
    ),
  )
  return results
})

/** Whoever asks it of all has one: they would not get in again otherwise. */
async function checkFactor({ tx, principal }: Unit, index: number): Promise<void> {
  if (principal.userId === null) return
  if (!(await hasSecondFactor(tx, principal.userId))) refuse('identity.second_factor_off', {}, index)
}

/** Owners alone keep their password then; it takes a provider that signs the others in. */
async function checkProvider({ tx, principal, organisationId }: Unit, isRequired: boolean, index: number) {
  if (principal.orgRole !== 'owner') refuse('identity.owner_only', {}, index)
  if (!isRequired) return
  const providers = await readProviders(tx, organisationId)
  if (!providers.some((row) => row.is_enabled)) refuse('identity.provider_none', {}, index)
}
