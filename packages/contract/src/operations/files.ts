import { z } from 'zod'
import { operation } from '../operation.ts'
import { filesRoutes } from '../routes/files.ts'
import { id, nextCursor, nothing, pageInput } from '../schemas/base.ts'
import { fileView } from '../schemas/file.ts'

export const filesOperations = {
  'files.listFiles': operation({
    id: 'files.listFiles',
    route: filesRoutes['files.listFiles'],
    summary: 'Files of an item, or of a container and the items in it, newest first.',
    permission: 'container.read',
    input: z.object({
      itemId: id.optional().describe('Either this'),
      containerId: id.optional().describe('or this'),
      ...pageInput,
    }),
    output: z.object({ files: z.array(fileView), next: nextCursor }),
    refusals: ['platform.input_wrong', 'platform.not_found', 'platform.cursor_wrong'],
  }),
  'files.removeFile': operation({
    id: 'files.removeFile',
    route: filesRoutes['files.removeFile'],
    summary: 'Take a file away.',
    permission: 'item.write',
    input: z.object({ id }),
    output: nothing,
    refusals: ['platform.not_found'],
  }),
} as const
