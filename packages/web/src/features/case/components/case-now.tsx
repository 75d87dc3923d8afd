import type { CaseWorkView } from '@millrace/contract'
import { type Item, useCommands, useItems } from '../../../platform/store/index.ts'
import { Button } from '../../../ui/index.ts'
import type { CasePlanView } from '../hooks/use-case.ts'
import { texts } from '../texts.ts'
import styles from './case.module.css'
import { CaseItemLine } from './case-item-line.tsx'

type Props = {
  readonly plan: CasePlanView
  readonly containerId: string
  readonly canWrite: boolean
  readonly onChanged: () => void
}

/** What is to be done now, and what could be done if somebody decides so. */
export function CaseNow({ plan, containerId, canWrite, onChanged }: Props) {
  const items = useItems({ containerId })
  const { run } = useCommands()
  const byId = new Map(items.map((item) => [item.id, item]))
  const at = (place: CaseWorkView['place']) =>
    plan.items.flatMap((work): { work: CaseWorkView; item: Item }[] => {
      const item = byId.get(work.itemId)
      return item && work.place === place ? [{ work, item }] : []
    })
  const [now, could] = [at('now'), at('could')]
  const stageName = (id: string | null) => plan.stages.find((stage) => stage.id === id)?.name
  const takeUp = (work: CaseWorkView) => {
    const { itemId, stageId, isRequired } = work
    void run('case.planItem', { containerId, itemId, stageId, isRequired, isDiscretionary: false }).then(
      onChanged,
    )
  }
  return (
    <div className={styles.now}>
      <section className={styles.list} aria-label={texts.now}>
        <h2>
          {texts.now} <span className={styles.count}>{now.length}</span>
        </h2>
        {now.length === 0 && <p className={styles.hint}>{texts.noneNow}</p>}
        <ul>
          {now.map(({ work, item }) => (
            <CaseItemLine key={item.id} item={item} work={work} stage={stageName(work.stageId)} />
          ))}
        </ul>
      </section>
      <section className={styles.list} data-could aria-label={texts.could}>
        <h2>
          {texts.could} <span className={styles.count}>{could.length}</span>
        </h2>
        {could.length === 0 && <p className={styles.hint}>{texts.noneCould}</p>}
        <ul>
          {could.map(({ work, item }) => (
            <CaseItemLine
              key={item.id}
              item={item}
              work={work}
              stage={stageName(work.stageId)}
              end={
                canWrite && (
                  <Button size="compact-xs" variant="default" onClick={() => takeUp(work)}>
                    {texts.takeUp}
                  </Button>
                )
              }
            />
          ))}
        </ul>
      </section>
    </div>
  )
}
