import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { usePeek } from '../../../../platform/navigation.ts'
import type { DrawnNet } from '../../model/network/drawn-net.ts'
import { areaOf, cornerOf, isReadable, NODE, SIZES } from '../../model/network/sizes.ts'
import type { PlanDays } from '../../model/plan-days.ts'
import { textsNetwork } from '../../texts-network.ts'
import styles from './network.module.css'
import { NetworkLinks } from './network-links.tsx'
import { NetworkNode } from './network-node.tsx'
import { useNetworkKeys } from './use-network-keys.ts'
import { type SeenArea, useSeenArea } from './use-seen-area.ts'

type Props = {
  readonly net: DrawnNet
  readonly days: PlanDays
  /** Which of the sizes it is drawn at. */
  readonly size: number
  readonly cursor: string | null
  readonly onCursor: (itemId: string) => void
  readonly onResize: (by: 1 | -1) => void
}

/** The network as boxes and lines; only what is in sight is drawn. */
export function NetworkPicture({ net, days, size, cursor, onCursor, onResize }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const peek = usePeek()
  const scale = SIZES[size] ?? 1
  const area = areaOf(net.columns, net.rowCount)
  const at = net.rows.findIndex((row) => row.itemId === cursor)
  const { seen, look } = useSeenArea(scroller, scale)
  const frame = useFrame(scroller, { net, at, scale })
  useNetworkKeys({ net, at, onCursor, onResize, onFrame: () => frame('center') })
  useLayoutEffect(() => frame('nearest'), [frame])
  const drawn = useMemo(() => drawnOf(net, seen), [net, seen])
  const press = useCallback(
    (itemId: string) => {
      onCursor(itemId)
      const row = net.rows.find((each) => each.itemId === itemId)
      if (row) peek.open(row.key)
    },
    [onCursor, net, peek],
  )
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      dir="ltr"
      tabIndex={0}
      role="group"
      aria-label={textsNetwork.network}
      aria-description={textsNetwork.hint}
      aria-activedescendant={at < 0 ? undefined : nodeId(cursor ?? '')}
      onScroll={look}
    >
      <div style={{ inlineSize: area.width * scale, blockSize: area.height * scale }}>
        <div
          className={styles.canvas}
          style={{ inlineSize: area.width, blockSize: area.height, transform: `scale(${String(scale)})` }}
        >
          <NetworkLinks net={net} arrows={drawn.arrows} cursor={at} isReadable={isReadable(size)} />
          {drawn.numbers.map((number) => {
            const [row, place] = [net.rows[number], net.places[number]]
            if (!row || !place) return null
            const { x, y } = cornerOf(place)
            return (
              <NetworkNode
                key={row.itemId}
                id={nodeId(row.itemId)}
                row={row}
                days={days}
                x={x}
                y={y}
                isCursor={number === at}
                isReadable={isReadable(size)}
                onPress={press}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

function nodeId(itemId: string): string {
  return `network-${itemId}`
}

/** What is in sight: boxes, and the lines that cross the part that is seen. */
function drawnOf({ places, arrows }: DrawnNet, seen: SeenArea) {
  const corners = places.map(cornerOf)
  const numbers = corners.flatMap(({ x, y }, number) =>
    x < seen.right && x + NODE.width > seen.left && y < seen.bottom && y + NODE.height > seen.top
      ? [number]
      : [],
  )
  const crossing = arrows.filter(({ from, to }) => {
    const [a, b] = [corners[from], corners[to]]
    if (!a || !b) return false
    const isBeside = Math.max(a.x, b.x) + NODE.width < seen.left || Math.min(a.x, b.x) > seen.right
    return !isBeside && Math.max(a.y, b.y) + NODE.height > seen.top && Math.min(a.y, b.y) < seen.bottom
  })
  return { numbers, arrows: crossing }
}

type Framed = { readonly net: DrawnNet; readonly at: number; readonly scale: number }

/** Scrolls to the item that the keys act upon: into the middle, or no farther than it takes to see it. */
function useFrame(scroller: React.RefObject<HTMLElement | null>, { net, at, scale }: Framed) {
  const place = net.places[at]
  return useCallback(
    (to: 'center' | 'nearest') => {
      const box = scroller.current
      if (!place || !box) return
      const { x, y } = cornerOf(place)
      box.scrollTo({
        left: scrollTo(to, [x * scale, NODE.width * scale], [box.scrollLeft, box.clientWidth]),
        top: scrollTo(to, [y * scale, NODE.height * scale], [box.scrollTop, box.clientHeight]),
      })
    },
    [scroller, place, scale],
  )
}

const ROOM_PX = 24

function scrollTo(
  to: 'center' | 'nearest',
  [start, size]: readonly [number, number],
  [before, room]: readonly [number, number],
): number {
  if (to === 'center') return start + size / 2 - room / 2
  if (start - ROOM_PX < before) return start - ROOM_PX
  if (start + size + ROOM_PX > before + room) return start + size + ROOM_PX - room
  return before
}
