import type { FileView } from '@millrace/contract'
import type { Instant } from '@millrace/core/kernel'
import { z } from 'zod'
import {
  type Command,
  createRegistry,
  type ExecuteDeps,
  execute,
  hiddenItems,
  type Origin,
  type Principal,
  refuse,
  type Unit,
} from '../../../platform/commands/index.ts'
import { fileEvent } from '../file-event.ts'
import { demandOpenPlace, type WantedPlace } from '../policy.ts'
import { findPlaces } from '../queries/find-places.ts'
import { insertFiles } from '../store.ts'

/** A file whose content is already in the store. */
export type NewFile = Pick<FileView, 'id' | 'name' | 'mediaType' | 'sizeBytes' | 'sha256'> & {
  readonly place: WantedPlace
}

/**
 * Attaches a file, journalled like any command. It is none that people can call by name: a hash
 * that somebody merely names would give them the content behind it.
 */
export async function attachFile(
  deps: ExecuteDeps,
  request: {
    readonly principal: Principal
    readonly file: NewFile
    readonly origin?: Origin
    readonly now?: Instant
  },
): Promise<FileView> {
  const { file, ...by } = request
  const attach: Command = { operation: OPERATION, run: async (unit) => [await attachTo(unit, file)] }
  const registry = createRegistry([attach], [], deps.registry.reactions)
  const calls = [{ name: OPERATION.id, input: null }]
  const { results } = await execute({ ...deps, registry }, { ...by, calls })
  return results[0] as FileView // What the one command answers.
}

const OPERATION = {
  id: 'files.attachFile',
  route: { kind: 'command', method: 'POST', path: '/files', scope: 'organisation' },
  summary: 'Attach a file whose content is in the store.',
  permission: 'item.write',
  input: z.unknown(),
  output: z.unknown(),
  refusals: [],
} as const

async function attachTo(unit: Unit, { place: wanted, ...given }: NewFile): Promise<FileView> {
  const places = await findPlaces(unit.tx, unit.organisationId, [wanted.id])
  if (hiddenItems(unit.principal.access).has(wanted.id)) refuse('platform.not_found', { what: 'item' })
  const place = demandOpenPlace(unit.principal.access, places, wanted)
  const file: FileView = {
    ...given,
    itemId: place.kind === 'item' ? place.id : null,
    containerId: place.kind === 'container' ? place.id : null,
    uploadedBy: unit.principal.personId,
    uploadedAt: unit.now,
    version: 1,
  }
  await insertFiles(unit, [file])
  unit.record([fileEvent(unit, 'files.attached', { file, containerIds: place.container_ids })])
  return file
}
