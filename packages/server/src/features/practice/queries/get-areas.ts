import { type AreaTableView, operations } from '@millrace/contract'
import { addDays } from '@millrace/core/kernel'
import { areaTable } from '@millrace/core/practice'
import { AREAS_OF_INTEREST } from '@millrace/core/work'
import { demand, type QueryContext, query, visibleContainerIds } from '../../../platform/commands/index.ts'
import { dayOf } from '../../../platform/time-zone.ts'
import { readArtifactTypes } from './find-artifact-types.ts'
import { readPractices } from './find-practices.ts'
import {
  type AreaLabel,
  findAreaLabels,
  findAreaMarks,
  findPracticesAtWork,
  readAreaWork,
} from './read-areas.ts'

/** Time spent is looked at over a quarter of a year. */
const LOOKED_BACK_DAYS = 90

/** The 3x3 table of the organisation, or of a container. */
export const getAreas = query(operations['practice.getAreas'], async (context, { containerId }) => {
  const { tx, organisationId, principal } = context
  if (containerId !== undefined) {
    const containerIds = [containerId]
    demand(principal.access, { permission: 'container.read', containerIds, what: 'container' })
  }
  const { practices, types } = await readWhole(context, containerId)
  const marks = await findAreaMarks(tx, organisationId, containerId ?? null)
  const containerIds = containerId === undefined ? visibleContainerIds(principal.access) : [containerId]
  const work = await readAreaWork(tx, { organisationId, containerIds }, sinceDay(context))
  const cells = areaTable({
    areas: AREAS_OF_INTEREST,
    practices,
    artifacts: types.map((type) => ({ ...type, isMade: type.makerIds.length > 0 })),
    marks: new Map(marks.map(({ area, mark }) => [area, mark])),
    work: new Map(work.map(({ area, ...rest }) => [area, rest])),
  })
  const notes = new Map(marks.map(({ area, note }) => [area, note]))
  return {
    labels: labelsOf(await findAreaLabels(tx, organisationId)),
    cells: cells.map((cell) => ({ ...cell, note: notes.get(cell.area) ?? '' })),
  }
})

/** Live practices and types; for a container those that its work names, and what these make. */
async function readWhole({ tx, organisationId }: QueryContext, containerId: string | undefined) {
  const practices = (await readPractices(tx, organisationId, null)).filter(isLive)
  const types = (await readArtifactTypes(tx, organisationId, null)).filter(isLive)
  if (containerId === undefined) return { practices, types }
  const atWork = await findPracticesAtWork(tx, organisationId, containerId)
  return {
    practices: practices.filter(({ id }) => atWork.has(id)),
    types: types.filter(({ makerIds }) => makerIds.some((id) => atWork.has(id))),
  }
}

function isLive({ archivedAt }: { readonly archivedAt: number | null }): boolean {
  return archivedAt === null
}

function sinceDay({ now, organisation }: QueryContext): string {
  return addDays(dayOf(now, organisation?.timeZone ?? 'UTC'), -LOOKED_BACK_DAYS)
}

/** What the organisation calls rows and columns. */
export const getAreaLabels = query(operations['practice.getAreaLabels'], async ({ tx, organisationId }) =>
  labelsOf(await findAreaLabels(tx, organisationId)),
)

/** Own words by their places; null: as usual. */
export function labelsOf(labels: readonly AreaLabel[]): AreaTableView['labels'] {
  const words = (axis: AreaLabel['axis']) =>
    [1, 2, 3].map(
      (place) => labels.find((label) => label.axis === axis && label.place === place)?.name ?? null,
    )
  return { rows: words('row'), columns: words('column') }
}
