import { newId } from '../../../platform/new-id.ts'
import { type RunOutcome, useCommands } from '../../../platform/store/index.ts'
import { usePlanDoor } from './use-plan-door.ts'

type TakeBaseline = {
  readonly take: (name?: string) => Promise<RunOutcome<'schedule.takeBaseline'>>
  /** Why none can be taken now; null: one can. */
  readonly closed: string | null
}

/** Takes the plan down as a baseline, as it stands. */
export function useTakeBaseline(containerId: string): TakeBaseline {
  const { run } = useCommands()
  const { closed } = usePlanDoor(containerId)
  return { take: (name = '') => run('schedule.takeBaseline', { id: newId(), containerId, name }), closed }
}
