import { operations } from '@millrace/contract'
import { isId } from '@millrace/core/kernel'
import { query, refuse } from '../../../platform/commands/index.ts'
import { demandPlace, placeOf } from '../policy.ts'
import { type FilePage, readFilesOfContainer, readFilesOfItem } from './find-files.ts'
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
    before: cursor === undefined ? null : decode(cursor),
    limit,
  }
  const files =
    wanted.kind === 'item' ? await readFilesOfItem(tx, page) : await readFilesOfContainer(tx, page)
  const last = files.length === limit ? files.at(-1) : undefined
  return { files, next: last ? `${last.uploadedAt} ${last.id}` : null }
})

/** The last moment that JavaScript knows. */
const MOMENT_MAX = 8.64e15

function decode(cursor: string): FilePage['before'] {
  const [at = '', id = ''] = cursor.split(' ')
  const uploadedAt = Number(at)
  const isSound = at !== '' && isId(id) && Math.abs(uploadedAt) <= MOMENT_MAX
  return isSound ? { uploadedAt, id } : refuse('platform.cursor_wrong')
}
