import { operations } from '@millrace/contract'
import { measureNorm } from '@millrace/core/practice'
import { type QueryContext, query, refuse, visibleContainerIds } from '../../../platform/commands/index.ts'
import { countOpenWork, findUndescribed, type Onlooker } from './count-work.ts'
import { findMeanings } from './find-names.ts'
import { readPractices } from './find-practices.ts'
import { findVersions } from './find-versions.ts'
import { readFinishedPieces } from './read-finished-pieces.ts'

/** The catalogue. */
export const listPractices = query(operations['practice.listPractices'], async (context) => {
  const { tx, organisationId } = context
  const practices = await readPractices(tx, organisationId, null)
  const open = await countOpenWork(tx, onlooker(context))
  return {
    practices: practices.map(({ description: _description, ...practice }) => ({
      ...practice,
      openCount: open.get(practice.id) ?? 0,
    })),
  }
})

/** The names by which items mean a practice. */
export const listNames = query(operations['practice.listNames'], async ({ tx, organisationId }) => ({
  names: await findMeanings(tx, organisationId),
}))

/** What items name and the catalogue does not know. */
export const listUndescribed = query(operations['practice.listUndescribed'], async (context) => ({
  names: await findUndescribed(context.tx, onlooker(context)),
}))

/** One practice with everything that stands beside it. */
export const getPractice = query(operations['practice.getPractice'], async (context, { id }) => {
  const { tx, organisationId } = context
  const [practice] = await readPractices(tx, organisationId, [id])
  if (!practice) return refuse('platform.not_found', { what: 'practice' })
  const open = await countOpenWork(tx, onlooker(context))
  return {
    practice,
    openCount: open.get(id) ?? 0,
    versions: await findVersions(tx, organisationId, id),
    measured: measureNorm(await readFinishedPieces(tx, organisationId, id)),
  }
})

function onlooker({ organisationId, principal }: QueryContext): Onlooker {
  return { organisationId, containerIds: visibleContainerIds(principal.access) }
}
