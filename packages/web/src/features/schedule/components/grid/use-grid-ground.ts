import { useMemo } from 'react'
import { currencyDigits } from '../../../../platform/currency-digits.ts'
import { languageFacts } from '../../../../platform/language/index.ts'
import { newId } from '../../../../platform/new-id.ts'
import { useDirectory } from '../../../../platform/store/index.ts'
import { parseDay, useToday } from '../../../../ui/index.ts'
import { usePlannedItem } from '../../hooks/use-foreseen.ts'
import { usePlanDays } from '../../hooks/use-plan-days.ts'
import { type GridGround, groundOf } from '../../model/grid/ground.ts'
import { textsWork } from '../../texts-work.ts'
import { linkLetters } from '../link-letters.ts'
import type { PlanViewProps } from '../plan-view-props.ts'

const decimal =
  new Intl.NumberFormat(languageFacts.locale).formatToParts(0.5).find(({ type }) => type === 'decimal')
    ?.value === ','
    ? ','
    : '.'

/** What the cells of a plan are read and written by. */
export function useGridGround({ plan, rows, containerId, isManager }: PlanViewProps): GridGround {
  const itemOf = usePlannedItem(containerId)
  const { people, organisation } = useDirectory()
  const today = useToday()
  const days = usePlanDays(plan, rows)
  const { links, settings, calendars, resources, assignments } = plan
  const { timeZone, currency } = organisation
  return useMemo(
    () =>
      groundOf({
        ...{ containerId, rows, links, settings, calendars, resources, assignments, days, newId },
        ...{ timeZone, decimal, letters: linkLetters, canManage: isManager },
        constraintWords: textsWork.constraints,
        moneyDigits: currencyDigits(currency),
        people: [...people.values()].filter(({ status }) => status !== 'inactive'),
        itemOf,
        readDay: (text) => parseDay(text, today),
        now: () => Date.now(),
      }),
    [
      containerId,
      rows,
      links,
      settings,
      calendars,
      resources,
      assignments,
      days,
      timeZone,
      currency,
      isManager,
      people,
      itemOf,
      today,
    ],
  )
}
