import { z } from 'zod'
import { operation } from '../operation.ts'
import { processSuspensionRoutes } from '../routes/process-suspension.ts'
import { id } from '../schemas/base.ts'
import { modelView } from '../schemas/process.ts'
import { repairReason } from '../schemas/process-repair.ts'

const input = z.object({
  containerId: id,
  number: z.coerce.number().int().min(1).describe('Number of the version'),
  reason: repairReason,
})

export const processSuspensionOperations = {
  'process.suspendVersion': operation({
    id: 'process.suspendVersion',
    route: processSuspensionRoutes['process.suspendVersion'],
    summary: 'No instance begins by this version until it is resumed. Those that run go on.',
    permission: 'container.manage',
    input,
    output: modelView,
    refusals: ['process.version_suspended', 'work.container_archived', 'platform.not_found'],
  }),
  'process.resumeVersion': operation({
    id: 'process.resumeVersion',
    route: processSuspensionRoutes['process.resumeVersion'],
    summary: 'Instances begin by this version again, if it is the newest.',
    permission: 'container.manage',
    input,
    output: modelView,
    refusals: ['process.not_suspended', 'work.container_archived', 'platform.not_found'],
  }),
} as const
