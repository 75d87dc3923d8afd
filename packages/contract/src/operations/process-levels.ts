import { z } from 'zod'
import { operation } from '../operation.ts'
import { processLevelRoutes } from '../routes/process-levels.ts'
import { id, nextCursor, nothing, pageInput } from '../schemas/base.ts'
import { levelClockView, levelInput, serviceLevelView } from '../schemas/process-levels.ts'

export const processLevelOperations = {
  'process.setServiceLevel': operation({
    id: 'process.setServiceLevel',
    route: processLevelRoutes['process.setServiceLevel'],
    summary:
      'Say how soon a process, or one of its steps, is to be done, and what is done when it is not. What runs is counted anew.',
    permission: 'container.manage',
    input: levelInput.extend({
      id,
      containerId: id,
      version: z.int().optional().describe('Refuse unless it is at this version'),
    }),
    output: nothing,
    refusals: [
      'process.level_length',
      'process.level_order',
      'process.level_escalation',
      'process.level_twice',
      'work.container_archived',
      'platform.version_old',
      'platform.not_found',
      'platform.reference_unknown',
    ],
  }),
  'process.removeServiceLevel': operation({
    id: 'process.removeServiceLevel',
    route: processLevelRoutes['process.removeServiceLevel'],
    summary: 'Count no longer by a service level. How it was kept stays; setting it again brings it back.',
    permission: 'container.manage',
    input: z.object({ id, version: z.int().optional() }),
    output: nothing,
    refusals: ['platform.version_old', 'platform.not_found'],
  }),
  'process.getServiceLevels': operation({
    id: 'process.getServiceLevels',
    route: processLevelRoutes['process.getServiceLevels'],
    summary: 'The service levels of a process: what they mean now, how they stand, and how they were kept.',
    permission: 'container.read',
    input: z.object({ containerId: id }),
    output: z.object({ levels: z.array(serviceLevelView) }),
    refusals: ['platform.not_found'],
  }),
  'process.listLevelClocks': operation({
    id: 'process.listLevelClocks',
    route: processLevelRoutes['process.listLevelClocks'],
    summary: 'Instances and steps that run against a service level, what is due first at the top.',
    permission: 'container.read',
    input: z.object({
      containerId: id,
      state: z.enum(['open', 'at-risk', 'breached']).default('open'),
      levelId: id.optional(),
      ...pageInput,
    }),
    output: z.object({ clocks: z.array(levelClockView), next: nextCursor }),
    refusals: ['platform.not_found', 'platform.cursor_wrong'],
  }),
} as const
