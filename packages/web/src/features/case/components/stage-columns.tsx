import type { StageView } from '@millrace/contract'
import type { ReactNode } from 'react'
import { newId } from '../../../platform/new-id.ts'
import { callOf, useCommands, useItems } from '../../../platform/store/index.ts'
import type { CasePlanView } from '../hooks/use-case.ts'
import type { PlacedItem, Placing } from '../model/placing.ts'
import { texts } from '../texts.ts'
import styles from './case.module.css'
import { StageColumn } from './stage-column.tsx'

type Props = {
  readonly plan: CasePlanView
  readonly containerId: string
  readonly canWrite: boolean
  readonly onChanged: () => void
  /** Room behind the last column. */
  readonly children: ReactNode
}

/** The stages side by side, each with its items; what is in no stage comes first. */
export function StageColumns({ plan, containerId, canWrite, onChanged, children }: Props) {
  const items = useItems({ containerId })
  const { run, runBatch } = useCommands()
  const byId = new Map(items.map((item) => [item.id, item]))
  const placed = plan.items.flatMap((work): PlacedItem[] => {
    const item = byId.get(work.itemId)
    return item ? [{ item, work }] : []
  })
  const inStage = (stageId: string | null) => placed.filter(({ work }) => work.stageId === stageId)
  const place = ({ item, work }: PlacedItem, placing: Placing) => {
    const { stageId, isRequired, isDiscretionary } = { ...work, ...placing }
    void run('case.planItem', { containerId, itemId: item.id, stageId, isRequired, isDiscretionary }).then(
      onChanged,
    )
  }
  const drop = (itemId: string, stageId: string | null) => {
    const found = placed.find(({ item }) => item.id === itemId)
    if (found && found.work.stageId !== stageId) place(found, { stageId })
  }
  const create = (title: string, stageId: string | null) => {
    const id = newId()
    const calls = [
      callOf('work.createItem', { id, containerId, title }),
      callOf('case.planItem', { containerId, itemId: id, stageId }),
    ]
    void runBatch(stageId === null ? calls.slice(0, 1) : calls).then(onChanged)
  }
  const unplanned = inStage(null)
  const column = (stage: StageView | null, index: number) => (
    <StageColumn
      key={stage?.id ?? ''}
      stage={stage}
      stages={plan.stages}
      index={index}
      placed={inStage(stage?.id ?? null)}
      canWrite={canWrite}
      onPlace={place}
      onDrop={(itemId) => drop(itemId, stage?.id ?? null)}
      onCreate={(title) => create(title, stage?.id ?? null)}
      onChanged={onChanged}
    />
  )
  return (
    <div className={styles.columns} role="group" aria-label={texts.stages}>
      {unplanned.length > 0 && column(null, -1)}
      {plan.stages.map(column)}
      {children}
    </div>
  )
}
