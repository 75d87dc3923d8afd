import { createQuickAdd, type QuickAdd, readRepeat } from '@millrace/core/work'
import { useMemo } from 'react'
import { useDirectory } from '../../../platform/store/index.ts'
import { dayWords, PRIORITY_NAMES, parseDay, readEffort, useToday } from '../../../ui/index.ts'

/** What may stand before a day, and which words count days. */
const DAY_SIGNS = {
  until: dayWords.flatMap(({ until }) => until),
  due: dayWords.flatMap(({ due }) => due),
  units: dayWords.flatMap(({ units }) => [...units.day, ...units.week, ...units.month]),
}

/** Reads a line such as `Pour slab #safety @rosa !high friday` with the names of this organisation. */
export function useQuickAdd(): (line: string) => QuickAdd {
  const { me, people, labels, containers, organisation } = useDirectory()
  const { weekStart } = organisation
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
        {
          readDay: (text) => parseDay(text, today),
          readEffort: (text) => readEffort(text),
          ...DAY_SIGNS,
          readRepeat: (text, day) => readRepeat(text, { today, weekStart, day }),
        },
      ),
    [me, people, labels, containers, today, weekStart],
  )
}
