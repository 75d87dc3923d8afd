import { operations } from '@millrace/contract'
import { mayOnItem, query } from '../../../platform/commands/index.ts'
import { findPlacesOf, readChanges } from './find-changes.ts'

/** Which practice work of each type follows, and every change of it. */
export const listChanges = query(operations['practice.listChanges'], async (context) => {
  const { tx, organisationId, principal } = context
  const changes = await readChanges(tx, organisationId)
  const places = await findPlacesOf(
    tx,
    organisationId,
    changes.flatMap(({ initiativeId }) => initiativeId ?? []),
  )
  const isSeen = (id: string) =>
    mayOnItem(principal.access, 'container.read', { id, containerIds: places.get(id) ?? [] })
  return {
    changes: changes.map((change) => ({
      ...change,
      initiativeId: change.initiativeId && isSeen(change.initiativeId) ? change.initiativeId : null,
    })),
  }
})
