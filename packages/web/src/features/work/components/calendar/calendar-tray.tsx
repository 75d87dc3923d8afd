import type { WorkItem } from '@millrace/core/work'
import { useVirtualizer } from '@tanstack/react-virtual'
import { X } from 'lucide-react'
import { useRef } from 'react'
import { useOverscan } from '../../../../ui/index.ts'
import { textsCalendar } from '../../texts-calendar.ts'
import type { LayoutProps } from '../view/layout-props.ts'
import { readClick } from '../view/read-click.ts'
import styles from './calendar.module.css'
import { CalendarLine } from './calendar-line.tsx'

type Props = {
  readonly items: readonly WorkItem[]
  readonly layout: LayoutProps
  readonly hint: string
  readonly onFold: () => void
}

const LINE_PX = 30

/** Items without a date, beside the days, to be dragged onto one. */
export function CalendarTray({ items, layout, hint, onFold }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: useOverscan(6),
  })
  return (
    <section className={styles.tray} aria-label={textsCalendar.tray(items.length)} data-tray>
      <header className={styles.trayHead}>
        <h3>{textsCalendar.tray(items.length)}</h3>
        <button type="button" className="plain-button" aria-label={textsCalendar.foldTray} onClick={onFold}>
          <X size={14} strokeWidth={1.75} aria-hidden />
        </button>
      </header>
      <p className={styles.trayHint}>{items.length === 0 ? textsCalendar.trayEmpty : hint}</p>
      <div
        ref={scroller}
        className={styles.trayItems}
        onClick={(event) => readClick(event, layout.handlers)}
        onDoubleClick={(event) => readClick(event, layout.handlers)}
      >
        <div className={styles.trayCanvas} style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const item = items[index]
            return (
              item && (
                <div
                  key={key}
                  className={styles.traySlot}
                  data-cursor={layout.selection.cursor === item.id || undefined}
                  style={{ transform: `translateY(${String(start)}px)` }}
                >
                  <CalendarLine item={item} lookup={layout.lookup} />
                </div>
              )
            )
          })}
        </div>
      </div>
    </section>
  )
}
