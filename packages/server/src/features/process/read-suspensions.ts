import type { Suspension } from '@millrace/core/process'
import type { Unit } from '../../platform/commands/index.ts'
import { findPersonNames } from './queries/find-person-names.ts'

/** What a refusal says of a suspension. */
export type SuspensionWords = { readonly by: string; readonly reason: string }

/** Makes ready to say who suspended something, and why; where nothing is suspended nothing is asked. */
export async function readSuspensions(
  { tx, organisationId }: Pick<Unit, 'tx' | 'organisationId'>,
  suspensions: readonly (Suspension | null)[],
): Promise<(suspension: Suspension | null) => SuspensionWords> {
  const ids = suspensions.flatMap((one) => one?.by ?? [])
  const names =
    ids.length === 0
      ? new Map<string, string>()
      : await findPersonNames(tx, organisationId, [...new Set(ids)])
  return (suspension) => ({ by: names.get(suspension?.by ?? '') ?? '', reason: suspension?.reason ?? '' })
}
