import {
  ArrowDown,
  ArrowDownToLine,
  ArrowUp,
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  IndentDecrease,
  IndentIncrease,
  ListChevronsDownUp,
  ListChevronsUpDown,
  type LucideIcon,
  Trash2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { showKeys } from '../../../../platform/keys.ts'
import { textsGrid } from '../../texts-grid.ts'
import { textsLines as words } from '../../texts-grid-lines.ts'
import styles from './grid.module.css'
import type { GridLines } from './use-grid-lines.ts'

type Props = {
  readonly lines: GridLines
  readonly canWrite: boolean
  /** Null: not more than one line is chosen. */
  readonly onFillDown: (() => void) | null
  readonly onFoldAll: () => void
  readonly onUnfoldAll: () => void
  readonly children: ReactNode
}

/** What can be done with lines, for the hand. */
export function GridTools({ lines, canWrite, onFillDown, onFoldAll, onUnfoldAll, children }: Props) {
  const isOff = !lines.hasChosen
  return (
    <div role="toolbar" aria-label={words.tools} className={styles.tools}>
      {canWrite && (
        <>
          <Tool
            sign={IndentDecrease}
            label={words.step.outdent}
            keys="alt+shift+ArrowLeft"
            isOff={isOff}
            onDo={() => lines.step('outdent')}
          />
          <Tool
            sign={IndentIncrease}
            label={words.step.indent}
            keys="alt+shift+ArrowRight"
            isOff={isOff}
            onDo={() => lines.step('indent')}
          />
          <Tool
            sign={ArrowUp}
            label={words.step.up}
            keys="alt+shift+ArrowUp"
            isOff={isOff}
            onDo={() => lines.step('up')}
          />
          <Tool
            sign={ArrowDown}
            label={words.step.down}
            keys="alt+shift+ArrowDown"
            isOff={isOff}
            onDo={() => lines.step('down')}
          />
          <span className={styles.toolLine} aria-hidden />
          <Tool
            sign={BetweenHorizontalEnd}
            label={words.insertAbove}
            keys="Insert"
            isOff={isOff}
            onDo={() => lines.insert('above')}
          />
          <Tool
            sign={BetweenHorizontalStart}
            label={words.insertBelow}
            keys="mod+Enter"
            isOff={isOff}
            onDo={() => lines.insert('below')}
          />
          <Tool sign={Trash2} label={words.remove} keys="mod+-" isOff={isOff} onDo={lines.remove} />
          <Tool
            sign={ArrowDownToLine}
            label={textsGrid.fillDown}
            keys="mod+d"
            isOff={onFillDown === null}
            onDo={() => onFillDown?.()}
          />
          <span className={styles.toolLine} aria-hidden />
        </>
      )}
      <Tool sign={ListChevronsDownUp} label={words.foldAll} onDo={onFoldAll} />
      <Tool sign={ListChevronsUpDown} label={words.unfoldAll} onDo={onUnfoldAll} />
      {children}
    </div>
  )
}

type ToolProps = {
  readonly sign: LucideIcon
  readonly label: string
  readonly keys?: string
  readonly isOff?: boolean
  readonly onDo: () => void
}

function Tool({ sign: Sign, label, keys, isOff = false, onDo }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${showKeys(keys).join(' ')})`}
      disabled={isOff}
      // The cells stay chosen, and keys stay theirs.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onDo}
    >
      <Sign size={15} strokeWidth={1.75} aria-hidden />
    </button>
  )
}
