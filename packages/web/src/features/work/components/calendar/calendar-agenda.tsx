import type { WorkItem } from '@millrace/core/work'
import { useMemo } from 'react'
import { agendaOf } from '../../model/agenda.ts'
import type { Days } from '../../model/item-days.ts'
import { ItemList } from '../list/item-list.tsx'
import type { LayoutProps } from '../view/layout-props.ts'

type Props = {
  readonly items: readonly WorkItem[]
  readonly days: Days
  readonly layout: LayoutProps
}

/** The days of a calendar below each other, for a phone: those that something begins or is due on. */
export function CalendarAgenda({ items, days, layout }: Props) {
  const { today } = layout.lookup
  const groups = useMemo(() => agendaOf(items, days, today), [items, days, today])
  return (
    <ItemList
      {...layout}
      groups={groups}
      field="none"
      hasHeaders
      canCreate={false}
      creatingIn={null}
      headerNote={undefined}
      startAt={groups.find((group) => group.key >= today)?.key}
    />
  )
}
