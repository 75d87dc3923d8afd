import type { PlanRowView, RiskView } from '@millrace/contract'
import { useState } from 'react'
import { useCommands, useDirectory } from '../../../../platform/store/index.ts'
import { Button, formatEffort, formatMoney, PlainTable } from '../../../../ui/index.ts'
import { usePlanDoor } from '../../hooks/use-plan-door.ts'
import { formatShare } from '../../model/format-share.ts'
import { textsForecast } from '../../texts-forecast.ts'
import styles from './forecast.module.css'
import { RiskDialog } from './risk-dialog.tsx'

type Props = {
  readonly risks: readonly RiskView[]
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
  readonly canWrite: boolean
}

/** What may happen to a project, how likely it is, and what it would mean. */
export function RiskRegister({ risks, rows, containerId, ...props }: Props) {
  const { run } = useCommands()
  const { closed } = usePlanDoor(containerId)
  const canWrite = props.canWrite && closed === null
  const { organisation } = useDirectory()
  const [edited, setEdited] = useState<RiskView | 'new' | null>(null)
  const { risk: words } = textsForecast
  const money = (minor: number) => formatMoney(minor, organisation.currency)
  const spanOf = (low: number, high: number, say: (value: number) => string) =>
    high === 0 ? words.none : words.range(say(low), say(high))
  return (
    <section>
      <h2 className={styles.heading}>{textsForecast.risks}</h2>
      <p className={styles.hint}>{risks.length === 0 ? textsForecast.noRisks : textsForecast.risksHint}</p>
      {risks.length > 0 && (
        <PlainTable
          label={textsForecast.risks}
          narrow="cards"
          columns={[words.title, words.probability, words.delay, words.items, words.cost, '']}
        >
          {risks.map((risk) => (
            <tr key={risk.id}>
              <td>
                {canWrite ? (
                  <button type="button" className={styles.item} onClick={() => setEdited(risk)}>
                    {risk.title}
                  </button>
                ) : (
                  risk.title
                )}
              </td>
              <td data-label={words.probability}>{formatShare(risk.probability)}</td>
              <td data-label={words.delay}>{spanOf(risk.delayLowMin, risk.delayHighMin, formatEffort)}</td>
              <td data-label={words.items}>
                {risk.itemIds.length === 0 ? words.whole : words.itemCount(risk.itemIds.length)}
              </td>
              <td data-label={words.cost}>{spanOf(risk.costLowMinor, risk.costHighMinor, money)}</td>
              <td>
                {canWrite && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={`${textsForecast.removeRisk}: ${risk.title}`}
                    onClick={() => void run('schedule.removeRisk', { containerId, id: risk.id })}
                  >
                    {textsForecast.removeRisk}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {canWrite && (
        <Button className={styles.add} size="xs" variant="default" onClick={() => setEdited('new')}>
          {textsForecast.addRisk}
        </Button>
      )}
      {edited !== null && (
        <RiskDialog
          risk={edited === 'new' ? null : edited}
          rows={rows}
          containerId={containerId}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  )
}
