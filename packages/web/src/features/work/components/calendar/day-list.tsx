import type { PlainDate } from '@millrace/core/kernel'
import type { WorkItem } from '@millrace/core/work'
import { formatFullDay } from '../../../../ui/index.ts'
import { Anchored } from '../editors/anchored.tsx'
import type { LayoutProps } from '../view/layout-props.ts'
import styles from './calendar.module.css'
import { CalendarLine } from './calendar-line.tsx'

type Props = {
  readonly day: PlainDate
  readonly items: readonly WorkItem[]
  readonly rect: DOMRect
  readonly layout: LayoutProps
  readonly onClose: () => void
}

/** Everything on one day, also what found no place in its cell. */
export function DayList({ day, items, rect, layout, onClose }: Props) {
  return (
    <Anchored rect={rect} label={formatFullDay(day)} onClose={onClose}>
      <div className={styles.dayList}>
        <h3 className={styles.dayListTitle}>{formatFullDay(day)}</h3>
        <ul className={styles.dayListItems}>
          {items.map((item) => (
            <li key={item.id}>
              <CalendarLine
                item={item}
                lookup={layout.lookup}
                onClick={() => {
                  onClose()
                  layout.handlers.onCursor(item.id)
                  layout.handlers.onPeek(item.id)
                }}
              />
            </li>
          ))}
        </ul>
      </div>
    </Anchored>
  )
}
