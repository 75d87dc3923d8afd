import type { RefObject } from 'react'
import type { KeyCommand } from '../../../../platform/keyboard.ts'
import { useKeys } from '../../../../platform/use-keys.ts'
import { ZOOMS, type Zoom } from '../../../../ui/index.ts'
import { daysOf } from '../../model/item-days.ts'
import type { Edge } from '../../model/shift.ts'
import { textsTimeline } from '../../texts-timeline.ts'
import type { LayoutProps } from '../view/layout-props.ts'

type Timeline = {
  readonly layout: LayoutProps
  /** Moves a bar by a day; what is planned by one that is worked. */
  readonly onStep: LayoutProps['handlers']['onShift']
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
  readonly showToday: () => void
  readonly show: (day: string) => void
  readonly scroller: RefObject<HTMLElement | null>
}

/** The part of the window that an arrow to the side goes on by. */
const SIDE_STEP = 1 / 3

const { keys: words } = textsTimeline

/** The keys of the time line; those that walk over the rows are the list's. */
export function useTimelineKeys(timeline: Timeline): void {
  useKeys([...shiftKeys(timeline), ...axisKeys(timeline)])
}

function shiftKeys({ layout, onStep }: Timeline): KeyCommand[] {
  const { cursor } = layout.selection
  const shift = (keys: string, label: string, [days, edge]: readonly [number, Edge]): KeyCommand => ({
    id: `timeline.shift.${keys}`,
    keys,
    label,
    group: textsTimeline.keysGroup,
    isOn: () => cursor !== null,
    run: () => {
      if (cursor !== null) onStep(cursor, days, edge)
    },
  })
  return [
    shift('alt+ArrowLeft', words.earlier, [-1, 'both']),
    shift('alt+ArrowRight', words.later, [1, 'both']),
    shift('alt+shift+ArrowLeft', words.shorter, [-1, 'due']),
    shift('alt+shift+ArrowRight', words.longer, [1, 'due']),
  ]
}

function axisKeys({ layout, zoom, onZoom, showToday, show, scroller }: Timeline): KeyCommand[] {
  const key = (id: string, keys: string, { label, run }: Pick<KeyCommand, 'label' | 'run'>): KeyCommand => ({
    id: `timeline.${id}`,
    keys,
    label,
    group: textsTimeline.keysGroup,
    run,
  })
  const step = (by: number) => () => {
    const next = ZOOMS[ZOOMS.indexOf(zoom) + by]
    if (next) onZoom(next)
  }
  const aside = (by: number) => () =>
    scroller.current?.scrollBy({ left: by * SIDE_STEP * scroller.current.clientWidth })
  const frame = () => {
    const { cursor } = layout.selection
    const item = layout.groups.flatMap((group) => group.items).find(({ id }) => id === cursor)
    const days = item && daysOf(item)
    if (days) show(days.first)
  }
  return [
    { ...key('left', 'ArrowLeft', { label: words.left, run: aside(-1) }), isHidden: true },
    { ...key('right', 'ArrowRight', { label: words.right, run: aside(1) }), isHidden: true },
    key('closer', '+', { label: words.closer, run: step(-1) }),
    key('further', '-', { label: words.further, run: step(1) }),
    key('frame', 'f', { label: words.frame, run: frame }),
    key('today', '.', { label: textsTimeline.today, run: showToday }),
    { ...key('todayToo', 't', { label: textsTimeline.today, run: showToday }), isHidden: true },
  ]
}
