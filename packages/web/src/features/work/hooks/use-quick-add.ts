import { createQuickAdd, type QuickAdd } from '@millrace/core/work'
import { useMemo } from 'react'
import { useDirectory } from '../../../platform/store/index.ts'
import { PRIORITY_NAMES, parseDay, readEffort, useToday } from '../../../ui/index.ts'

/** Reads a line such as `Pour slab #safety @rosa !high friday` with the names of this organisation. */
export function useQuickAdd(): (line: string) => QuickAdd {
  const { me, people, labels, containers } = useDirectory()
  const today = useToday()
  return useMemo(
    () =>
      createQuickAdd(
        {
          me: me.personId,
          people: [...people.values()].filter(({ status }) => status !== 'inactive'),
          labels: [...labels.values()].filter(({ archivedAt }) => archivedAt === null),
          containers: [...containers.values()].filter(
            ({ archivedAt, myRole }) =>
              archivedAt === null && (myRole === 'contributor' || myRole === 'manager'),
          ),
          priorities: PRIORITY_NAMES,
        },
        { readDay: (text) => parseDay(text, today), readEffort },
      ),
    [me, people, labels, containers, today],
  )
}
