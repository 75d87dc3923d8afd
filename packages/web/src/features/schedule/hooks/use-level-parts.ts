import type { OutsideWorkView } from '@millrace/contract'
import { call } from '../../../platform/api.ts'
import { useDirectory, useStore } from '../../../platform/store/index.ts'
import type { LevelPart, ProjectWeight } from '../model/level/level-part.ts'
import { poolOfPlan, responsibleIn } from '../model/load/plan-pool.ts'
import { withOutside } from '../model/load/with-outside.ts'
import { askPlan } from './use-plan.ts'

/** What makes a project part of a levelling together with others. */
export type OtherProject = {
  readonly project: OutsideWorkView['projects'][number]
  readonly weight: ProjectWeight
}

/** Loads the projects that are levelled together with the one that is looked at. */
export function useLevelParts(): (others: readonly OtherProject[]) => Promise<readonly LevelPart[]> {
  const store = useStore()
  const { people, organisation } = useDirectory()
  const load = async ({ project, weight }: OtherProject): Promise<LevelPart> => {
    const { containerId, name } = project
    const { organisationId, pool: known, scopes } = store
    const [plan, outside] = await Promise.all([
      askPlan(store, { containerId, baselineId: null }),
      call('schedule.getOutsideWork', { containerId }, { organisationId }),
      scopes.load(`container:${containerId}`),
    ])
    const items = known.items({ containerId })
    const pool = poolOfPlan(plan, plan.rows, {
      timeZone: organisation.timeZone,
      responsibleOf: responsibleIn(items, people),
    })
    const { rows } = plan
    return { containerId, name, plan, rows, pool: withOutside(pool, outside), weight, worth: items }
  }
  return async (others) => await Promise.all(others.map(load))
}
