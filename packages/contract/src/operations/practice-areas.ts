import { z } from 'zod'
import { operation } from '../operation.ts'
import { practiceAreaRoutes } from '../routes/practice-areas.ts'
import { id } from '../schemas/base.ts'
import { area } from '../schemas/item.ts'
import { areaLabels, areaMark, areaTableView } from '../schemas/practice-areas.ts'

/** What is done with the 3x3 table. */
export const practiceAreaOperations = {
  'practice.getAreas': operation({
    id: 'practice.getAreas',
    route: practiceAreaRoutes['practice.getAreas'],
    summary:
      'The 3x3 table: what belongs to each area of interest, what is open there, and what is missing. Of the organisation, or of what one project, process or case works by.',
    permission: 'organisation.read',
    input: z.object({ containerId: id.optional() }),
    output: areaTableView,
    refusals: ['platform.not_found'],
  }),
  'practice.getAreaLabels': operation({
    id: 'practice.getAreaLabels',
    route: practiceAreaRoutes['practice.getAreaLabels'],
    summary: 'What the organisation calls the rows and columns of the 3x3 table.',
    permission: 'organisation.read',
    input: z.object({}),
    output: areaLabels,
    refusals: [],
  }),
  'practice.nameArea': operation({
    id: 'practice.nameArea',
    route: practiceAreaRoutes['practice.nameArea'],
    summary: 'Call a row or a column of the 3x3 table by words of your own, or as usual again.',
    permission: 'practice.manage',
    input: z.object({
      axis: z.enum(['row', 'column']),
      place: z.int().min(1).max(3),
      name: z.string().trim().min(1).max(60).nullable(),
    }),
    output: areaLabels,
    refusals: ['platform.not_allowed'],
  }),
  'practice.markArea': operation({
    id: 'practice.markArea',
    route: practiceAreaRoutes['practice.markArea'],
    summary:
      'Say how well an area of interest is done: in the organisation, for whoever keeps practices, or in a project, process or case, for whoever manages it.',
    permission: 'organisation.read',
    input: z.object({
      area,
      containerId: id.nullable().default(null),
      mark: areaMark.nullable(),
      note: z.string().trim().max(500).default(''),
    }),
    output: z.object({ area, mark: areaMark.nullable(), note: z.string() }),
    refusals: ['work.container_archived', 'platform.not_allowed', 'platform.not_found'],
  }),
} as const
