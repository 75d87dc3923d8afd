import type { PlanRowView } from '@millrace/contract'
import type { ReactElement } from 'react'
import { paths, useGo, usePeek, useSlug } from '../../../platform/navigation.ts'
import { Kbd, Menu } from '../../../ui/index.ts'
import { isSplittable } from '../model/splits/is-splittable.ts'
import { textsGestures as words } from '../texts-gestures.ts'
import { textsScenario } from '../texts-scenario.ts'
import { textsSplit } from '../texts-split.ts'
import type { BarMoves } from './bar-moves.ts'

/** What a menu of a row may do. */
export type RowActions = {
  /** Null: nobody moves bars here. */
  readonly moves: BarMoves | null
  readonly isFolded: boolean
  readonly onLinks: (row: PlanRowView) => void
  readonly onFrame: (row: PlanRowView) => void
  readonly onFold: (itemId: string) => void
  readonly onSplit: (row: PlanRowView) => void
  /** Null: no scenario is open that it could be left out of. */
  readonly onLeaveOut: ((row: PlanRowView) => void) | null
}

type Props = RowActions & {
  readonly row: PlanRowView
  /** The button that opens it; where there is none, the place at which it opens. */
  readonly target: ReactElement<{ readonly onClick?: (event: React.MouseEvent<HTMLElement>) => void }>
  /** Null: the button opens and closes it. */
  readonly onClose: (() => void) | null
}

/** Everything that is done to a row and its bar by hand or by keys, as a menu. */
export function RowMenu({ row, target, onClose, ...actions }: Props) {
  const slug = useSlug()
  const go = useGo()
  const peek = usePeek()
  const held =
    onClose === null ? {} : { opened: true, onChange: (isOpen: boolean) => (isOpen ? undefined : onClose()) }
  return (
    <Menu position="bottom-start" width={290} {...held}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown aria-label={words.menuOf(row.title)}>
        <Menu.Label>{row.title}</Menu.Label>
        <Line label={words.keys.peek} keys="Space" onClick={() => peek.open(row.key)} />
        <Line label={words.keys.open} keys="Enter" onClick={() => go(paths.item(slug, row.key))} />
        <Menu.Divider />
        <Line label={words.links} keys="shift+k" onClick={() => actions.onLinks(row)} />
        {isSplittable(row) && (
          <Line label={textsSplit.menu} keys="shift+x" onClick={() => actions.onSplit(row)} />
        )}
        {row.startAt !== null && <Line label={words.frame} keys="f" onClick={() => actions.onFrame(row)} />}
        {row.isSummary && (
          <Line
            label={actions.isFolded ? words.unfold : words.fold}
            keys={actions.isFolded ? 'ArrowRight' : 'ArrowLeft'}
            onClick={() => actions.onFold(row.itemId)}
          />
        )}
        {actions.onLeaveOut && (
          <Line label={textsScenario.leaveOut} keys="Delete" onClick={() => actions.onLeaveOut?.(row)} />
        )}
        {actions.moves?.canShift(row) && <Moves row={row} moves={actions.moves} />}
      </Menu.Dropdown>
    </Menu>
  )
}

const MOVES = [
  { id: 'earlier', keys: 'alt+ArrowLeft', days: -1, end: 'both' },
  { id: 'later', keys: 'alt+ArrowRight', days: 1, end: 'both' },
  { id: 'shorter', keys: 'alt+shift+ArrowLeft', days: -1, end: 'finish' },
  { id: 'longer', keys: 'alt+shift+ArrowRight', days: 1, end: 'finish' },
] as const

function Moves({ row, moves }: { readonly row: PlanRowView; readonly moves: BarMoves }) {
  const possible = row.isMilestone ? MOVES.filter(({ end }) => end === 'both') : MOVES
  return (
    <>
      <Menu.Divider />
      {possible.map(({ id, keys, days, end }) => (
        <Line
          key={id}
          label={words.keys[id]}
          keys={keys}
          onClick={() => moves.shift(row, { days, end, isStep: true })}
        />
      ))}
    </>
  )
}

type LineProps = { readonly label: string; readonly keys: string; readonly onClick: () => void }

/** What the menu does, with the key that does the same. */
function Line({ label, keys, onClick }: LineProps) {
  return (
    <Menu.Item onClick={onClick} rightSection={<Kbd keys={keys} />}>
      {label}
    </Menu.Item>
  )
}
