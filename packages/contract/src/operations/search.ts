import { z } from 'zod'
import { operation } from '../operation.ts'
import { searchRoutes } from '../routes/search.ts'
import { id } from '../schemas/base.ts'
import { searchKind, searchResult } from '../schemas/search.ts'

export const searchOperations = {
  'search.find': operation({
    id: 'search.find',
    route: searchRoutes['search.find'],
    summary:
      'Find items, comments and files that you can see by their words: exact key first, then titles, then texts; what is archived last. Where little is found, also what may have been meant.',
    permission: 'organisation.read',
    input: z.object({
      words: z.string().max(300).describe('All of them must be there, in any form'),
      kind: searchKind.optional(),
      containerId: id.optional().describe('Only what is in it'),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    output: z.object({ results: z.array(searchResult) }),
    refusals: ['platform.not_found'],
  }),
} as const
