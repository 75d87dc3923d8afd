import type { InstanceFilter, StepView } from '@millrace/contract'
import { useState } from 'react'
import { Button } from '../../../../ui/index.ts'
import type { Choice } from '../../hooks/use-choice.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import { BulkMenu } from '../repair/bulk-menu.tsx'
import { MigrateDialog } from '../repair/migrate-dialog.tsx'
import styles from './instances.module.css'

type Props = {
  readonly containerId: string
  readonly choice: Choice
  readonly filter: InstanceFilter
  readonly steps: readonly StepView[]
  readonly newest: number
  /** Whether the filter finds more than is shown. */
  readonly hasMore: boolean
}

/** How many instances are chosen, and what can be done with them. */
export function ChosenBar({ containerId, choice, filter, steps, newest, hasMore }: Props) {
  const [isMigrating, setMigrating] = useState(false)
  const which = choice.isEverything ? { filter } : { ids: choice.ids }
  const howMany = choice.isEverything ? texts.allFoundChosen : texts.instances(choice.count)
  return (
    <div className={styles.bar} role="toolbar" aria-label={texts.doWith}>
      <strong>{choice.isEverything ? texts.allFoundChosen : texts.chosen(choice.count)}</strong>
      {choice.isAll && hasMore && !choice.isEverything && (
        <Button size="xs" variant="subtle" onClick={choice.chooseEverything}>
          {texts.allFound}
        </Button>
      )}
      <Button size="xs" variant="subtle" onClick={choice.clear}>
        {texts.unchoose}
      </Button>
      <BulkMenu
        {...{ containerId, which, howMany }}
        places={steps.map(({ elementId, name }) => ({ value: elementId, label: name }))}
        onMigrate={newest > 1 ? () => setMigrating(true) : undefined}
      />
      {isMigrating && (
        <MigrateDialog
          {...{ containerId, which, newest }}
          from={choice.modelNumber}
          onClose={() => setMigrating(false)}
        />
      )}
    </div>
  )
}
