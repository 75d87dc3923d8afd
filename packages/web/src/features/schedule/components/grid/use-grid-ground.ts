import { useMemo } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { useDirectory } from '../../../../platform/store/index.ts'
import { parseDay, useToday } from '../../../../ui/index.ts'
import { usePlannedItem } from '../../hooks/use-foreseen.ts'
import { usePlanDays } from '../../hooks/use-plan-days.ts'
import type { GridGround } from '../../model/grid/ground.ts'
import { linkLetters } from '../link-letters.ts'
import type { PlanViewProps } from '../plan-view-props.ts'

/** What the cells of a plan are read and written by. */
export function useGridGround({ plan, rows, containerId }: PlanViewProps): GridGround {
  const itemOf = usePlannedItem(containerId)
  const { people, organisation } = useDirectory()
  const today = useToday()
  const days = usePlanDays(plan, rows)
  const { links, settings, calendars } = plan
  return useMemo(
    () => ({
      ...{ containerId, rows, links, settings, calendars, days, newId },
      timeZone: organisation.timeZone,
      letters: linkLetters,
      people: [...people.values()].filter(({ status }) => status !== 'inactive'),
      itemOf,
      readDay: (text) => parseDay(text, today),
    }),
    [containerId, rows, links, settings, calendars, days, organisation.timeZone, people, itemOf, today],
  )
}
