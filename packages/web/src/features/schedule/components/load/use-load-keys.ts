import type { KeyCommand } from '../../../../platform/keyboard.ts'
import { useKeys } from '../../../../platform/use-keys.ts'
import { textsLoad } from '../../texts-load.ts'
import type { LoadChoice } from './load-chart.tsx'
import type { LoadRow } from './use-load.ts'

type Keys = {
  readonly rows: readonly LoadRow[]
  readonly choice: LoadChoice | null
  /** The bucket of today, with which the keys begin. */
  readonly todayIndex: number
  readonly onChoose: (choice: LoadChoice | null) => void
  readonly onWorst: () => void
  readonly isOn: boolean
}

const { keys: words } = textsLoad

/** The keys of the load: from day to day, and from one resource to another. */
export function useLoadKeys({ rows, choice, todayIndex, onChoose, onWorst, isOn }: Keys): void {
  const at = rows.findIndex(({ resource }) => resource.id === choice?.resourceId)
  const go = (down: number, on: number) => () => {
    const row = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + down))]
    if (!row) return
    const index = at < 0 ? todayIndex : (choice?.index ?? 0) + on
    onChoose({
      resourceId: row.resource.id,
      index: Math.min(row.buckets.length - 1, Math.max(0, index)),
    })
  }
  const key = (keys: string, label: string, run: () => void): KeyCommand => ({
    id: `load.${keys}`,
    keys,
    label,
    group: textsLoad.load,
    isOn: () => isOn,
    isHidden: true,
    run,
  })
  useKeys([
    key('ArrowRight', words.next, go(0, 1)),
    key('ArrowLeft', words.previous, go(0, -1)),
    key('ArrowUp', words.up, go(-1, 0)),
    key('ArrowDown', words.down, go(1, 0)),
    { ...key('m', words.worst, onWorst), isHidden: false },
    { ...key('Escape', textsLoad.close, () => onChoose(null)), isOn: () => isOn && choice !== null },
  ])
}
