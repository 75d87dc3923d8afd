import type { ForecastView as Forecast, PlanRowView } from '@millrace/contract'
import { ChartSpline } from 'lucide-react'
import { usePeek } from '../../../../platform/navigation.ts'
import { wordsOf } from '../../../../platform/refused.ts'
import { useCommands } from '../../../../platform/store/index.ts'
import { Alert, Button, EmptyState, ErrorState, Progress, Skeleton } from '../../../../ui/index.ts'
import { usePlanAnswer } from '../../hooks/use-plan-answer.ts'
import { textsForecast } from '../../texts-forecast.ts'
import type { PlanViewProps } from '../plan-view-props.ts'
import { CriticalChain } from './critical-chain.tsx'
import styles from './forecast.module.css'
import { ForecastOptions } from './forecast-options.tsx'
import { ForecastResult } from './forecast-result.tsx'
import { RiskRegister } from './risk-register.tsx'

/** When a project will be finished and what it will cost, as ranges, and the risks that go into them. */
export function ForecastView({ plan, rows, containerId, canWrite, isManager }: PlanViewProps) {
  const { answer: forecast, error, retry } = usePlanAnswer('schedule.getForecast', { containerId })
  if (forecast === undefined) {
    return error === null ? (
      <Skeleton rows={10} />
    ) : (
      <ErrorState title={textsForecast.failed} error={error} onRetry={retry} />
    )
  }
  return (
    <div className={styles.page} role="region" aria-label={textsForecast.title} tabIndex={0}>
      <Progressing forecast={forecast} containerId={containerId} canWrite={canWrite} />
      {forecast.result === null ? (
        <NoForecast forecast={forecast} containerId={containerId} canWrite={canWrite} />
      ) : (
        <ForecastResult result={forecast.result} />
      )}
      {canWrite && !isUnderWay(forecast) && <Asking forecast={forecast} containerId={containerId} />}
      {forecast.result !== null && <Unranged forecast={forecast} />}
      <CriticalChain plan={plan} rows={rows} containerId={containerId} isManager={isManager} />
      <RiskRegister risks={forecast.risks} rows={rows} containerId={containerId} canWrite={canWrite} />
    </div>
  )
}

type Props = {
  readonly forecast: Forecast
  readonly containerId: string
  readonly canWrite: boolean
}

function isUnderWay({ state }: Forecast): boolean {
  return state === 'waiting' || state === 'running'
}

/** How far it is while it is being made; otherwise whether it still holds, and the way to make it anew. */
function Progressing({ forecast, containerId, canWrite }: Props) {
  const { run } = useCommands()
  const { state, doneRuns, runs, refusal, result } = forecast
  if (isUnderWay(forecast)) {
    return (
      <div className={styles.bar} role="status">
        <Progress
          className={styles.progress}
          value={runs === 0 ? 0 : (doneRuns / runs) * 100}
          aria-label={textsForecast.title}
        />
        <span>
          {state === 'waiting'
            ? textsForecast.waiting
            : textsForecast.running(String(doneRuns), String(runs))}
        </span>
        {canWrite && (
          <Button
            size="xs"
            variant="default"
            onClick={() => void run('schedule.stopForecast', { containerId })}
          >
            {textsForecast.stop}
          </Button>
        )}
      </div>
    )
  }
  const said = refusal === null ? null : wordsOf(refusal.code, refusal.params)
  return (
    <>
      {said && (
        <Alert color="red" title={textsForecast.refused} role="alert">
          {said.sentence} {said.remedy}
        </Alert>
      )}
      {result !== null && (
        <div className={styles.bar} role="status">
          {state === 'stopped' && <span>{textsForecast.stopped}</span>}
          {!result.isCurrent && <span>{textsForecast.outdated}</span>}
          {canWrite && !result.isCurrent && (
            <Button
              size="xs"
              onClick={() => void run('schedule.startForecast', { containerId, ...forecast.options })}
            >
              {textsForecast.again}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

/** Asks for a forecast that is made otherwise. */
function Asking({ forecast, containerId }: Omit<Props, 'canWrite'>) {
  const { run } = useCommands()
  return (
    <ForecastOptions
      forecast={forecast}
      onRun={(options) => void run('schedule.startForecast', { containerId, ...options })}
    />
  )
}

function NoForecast({ forecast, containerId, canWrite }: Props) {
  const { run } = useCommands()
  const peek = usePeek()
  const { rangedItems, rangedPhases, risks, unranged, unrangedCount } = forecast
  if (isUnderWay(forecast)) return null
  const glyph = <ChartSpline size={20} strokeWidth={1.75} />
  if (rangedItems + rangedPhases + risks.length === 0) {
    const [first] = unranged
    const open = first && { label: textsForecast.firstItem, onClick: () => peek.open(first.key) }
    return (
      <EmptyState
        glyph={glyph}
        title={textsForecast.emptyTitle}
        sentence={textsForecast.emptySentence(unrangedCount)}
        {...(open ? { action: open } : {})}
      />
    )
  }
  const start = () => void run('schedule.startForecast', { containerId, ...forecast.options })
  return (
    <EmptyState
      glyph={glyph}
      title={textsForecast.readyTitle}
      sentence={textsForecast.readySentence}
      {...(canWrite ? { action: { label: textsForecast.start, onClick: start } } : {})}
    />
  )
}

function Unranged({ forecast }: { readonly forecast: Forecast }) {
  const peek = usePeek()
  if (forecast.unrangedCount === 0) return null
  return (
    <details className={styles.more}>
      <summary>{textsForecast.unranged(forecast.unrangedCount)}</summary>
      <ul className={styles.list}>
        {forecast.unranged.map(({ itemId, key, title }: Pick<PlanRowView, 'itemId' | 'key' | 'title'>) => (
          <li key={itemId}>
            <button type="button" className={styles.item} onClick={() => peek.open(key)}>
              {key} {title}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
