import type { PlanRowView } from '@millrace/contract'
import { Button } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import { textsGestures } from '../texts-gestures.ts'
import { type RowActions, RowMenu } from './row-menu.tsx'
import styles from './schedule.module.css'

type Props = RowActions & {
  /** The chosen row. */
  readonly row: PlanRowView | undefined
  readonly onToday: () => void
}

/** What is done with the chosen row by the pointer alone, and the way back to today. */
export function StatusActions({ row, onToday, ...actions }: Props) {
  return (
    <span className={styles.toolsEnd}>
      {row && (
        <>
          <Button size="compact-xs" variant="default" onClick={() => actions.onLinks(row)}>
            {textsGestures.links}
          </Button>
          {row.startAt !== null && (
            <Button size="compact-xs" variant="default" onClick={() => actions.onFrame(row)}>
              {textsGestures.frame}
            </Button>
          )}
          <RowMenu
            {...actions}
            row={row}
            target={
              <Button size="compact-xs" variant="default">
                {textsGestures.more}
              </Button>
            }
            onClose={null}
          />
        </>
      )}
      <Button size="compact-xs" variant="default" onClick={onToday}>
        {texts.today}
      </Button>
    </span>
  )
}
