import { operations } from '@millrace/contract'
import { mayOnItem, query } from '../../../platform/commands/index.ts'
import { readChanges } from './find-changes.ts'
import { findItemPlaces } from './find-item-places.ts'

/** Which practice work of each type follows, and every change of it. */
export const listChanges = query(operations['practice.listChanges'], async (context) => {
  const { tx, organisationId, principal } = context
  const changes = await readChanges(tx, organisationId)
  const places = await findItemPlaces(
    tx,
    organisationId,
    changes.flatMap(({ initiativeId }) => initiativeId ?? []),
  )
  const isSeen = (id: string) => {
    const item = places.get(id)
    return item !== undefined && mayOnItem(principal.access, 'container.read', item)
  }
  return {
    changes: changes.map((change) => ({
      ...change,
      initiativeId: change.initiativeId && isSeen(change.initiativeId) ? change.initiativeId : null,
    })),
  }
})
