import { operations } from '@millrace/contract'
import { decodeMomentCursor, encodeMomentCursor, query } from '../../../platform/commands/index.ts'
import { demandPlace, placeOf } from '../policy.ts'
import { readFilesOfContainer, readFilesOfItem } from './find-files.ts'
import { findPlaces } from './find-places.ts'

/** Files of an item, or of a container and the items in it. */
export const listFiles = query(operations['files.listFiles'], async (context, input) => {
  const { tx, organisationId, principal } = context
  const wanted = placeOf(input)
  const places = await findPlaces(tx, organisationId, [wanted.id])
  demandPlace(principal.access, places, { ...wanted, permission: 'container.read' })
  const { limit, cursor } = input
  const page = {
    organisationId,
    placeId: wanted.id,
    before: cursor === undefined ? null : decodeMomentCursor(cursor),
    limit,
  }
  const files =
    wanted.kind === 'item' ? await readFilesOfItem(tx, page) : await readFilesOfContainer(tx, page)
  const last = files.length === limit ? files.at(-1) : undefined
  return { files, next: last ? encodeMomentCursor({ at: last.uploadedAt, id: last.id }) : null }
})
