import type { PlanView } from '@millrace/contract'
import { GitFork } from 'lucide-react'
import { Button, EmptyState, PlainTable } from '../../../../ui/index.ts'
import { useComparedPlans } from '../../hooks/use-compared-plans.ts'
import { useScenarios } from '../../hooks/use-scenarios.ts'
import { textsCompare as words } from '../../texts-compare.ts'
import { textsScenario } from '../../texts-scenario.ts'
import { BusyTable } from './busy-table.tsx'
import styles from './compare.module.css'
import { ComparedRow } from './compared-row.tsx'

type Props = {
  /** The plan as the server told it. */
  readonly told: PlanView
  readonly containerId: string
  readonly canWrite: boolean
}

/** The plan as it stands beside all its what-ifs: when each ends, what it costs, and whom it asks for too much. */
export function CompareView({ told, containerId, canWrite }: Props) {
  const { all, open, begin, show } = useScenarios(containerId)
  const plans = useComparedPlans(told, { containerId, scenarios: all })
  const handleNew = () => begin(textsScenario.firstName(all.length + 1))
  const { column } = words
  if (all.length === 0) {
    return (
      <EmptyState
        glyph={<GitFork size={20} strokeWidth={1.75} />}
        title={words.emptyTitle}
        sentence={words.emptySentence}
        {...(canWrite ? { action: { label: words.begin, onClick: handleNew } } : {})}
      />
    )
  }
  if (!plans) return null
  const { standing, compared } = plans
  return (
    <div className={styles.compare} role="region" aria-label={words.title} tabIndex={0}>
      <div className={styles.head}>
        <p className={styles.hint}>{words.explain}</p>
        {canWrite && (
          <Button size="xs" variant="default" onClick={handleNew}>
            {words.begin}
          </Button>
        )}
      </div>
      <PlainTable label={words.title} narrow="cards" columns={[...Object.values(column), '']}>
        <ComparedRow
          name={words.standing}
          figures={standing}
          standing={null}
          isOpen={open === null}
          onOpen={() => show(null)}
        />
        {compared.map(({ scenario: { id, name, steps }, figures }) => (
          <ComparedRow
            key={id}
            {...{ name, figures, standing }}
            changes={steps.length}
            isOpen={open?.id === id}
            onOpen={() => show(id)}
          />
        ))}
      </PlainTable>
      <BusyTable standing={standing} compared={compared} />
    </div>
  )
}
