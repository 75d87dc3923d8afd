import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id } from './base.ts'
import { area } from './item.ts'

/** How well a cell of the 3x3 table is done. */
export const areaMark = z.enum(['best', 'satisfactory', 'failing', 'notApplicable'])

const gap = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('noPractice') }),
  z.object({ kind: z.literal('noArtifact') }),
  z.object({ kind: z.literal('nobodyMakes'), artifactId: id.describe('A type of artifact') }),
])

/** What an organisation calls the rows and columns of the 3x3 table; null: as usual. */
export const areaLabels = z.object({
  rows: z.array(z.string().nullable()).length(3),
  columns: z.array(z.string().nullable()).length(3),
})

/** A cell of the 3x3 table. */
export const areaCell = z.object({
  area,
  mark: areaMark.nullable().describe('Null: nobody has said'),
  note: z.string(),
  practiceIds: z.array(id),
  artifactIds: z.array(id).describe('Types of artifact'),
  roles: z.array(z.string()),
  openCount: z.int().describe('Open items, of those you see'),
  spentMin: z.int().describe('Time spent in the last 90 days, on items that you see'),
  share: z.number().nullable().describe('Of all the time, from 0 to 1; null: none was spent'),
  gaps: z.array(gap),
})

/** The 3x3 table. */
export const areaTableView = z.object({
  labels: areaLabels,
  cells: z.array(areaCell).describe('All nine, row by row'),
})
/** The 3x3 table as everybody sees it. */
export type AreaTableView = Frozen<z.infer<typeof areaTableView>>
/** A cell of it. */
export type AreaCellView = AreaTableView['cells'][number]
