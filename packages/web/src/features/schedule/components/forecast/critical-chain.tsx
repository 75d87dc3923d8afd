import type { PlanChainView } from '@millrace/contract'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { usePeek } from '../../../../platform/navigation.ts'
import { dayOf } from '../../../../platform/time-zone.ts'
import {
  ErrorState,
  formatDay,
  formatEffort,
  PlainTable,
  SegmentedControl,
  useTimeZone,
} from '../../../../ui/index.ts'
import { usePlanAnswer } from '../../hooks/use-plan-answer.ts'
import { textsChain } from '../../texts-chain.ts'
import { LevelButton } from '../level/level-button.tsx'
import type { PlanViewProps } from '../plan-view-props.ts'
import { FeverChart } from './fever-chart.tsx'
import styles from './forecast.module.css'

type Props = Pick<PlanViewProps, 'plan' | 'rows' | 'containerId' | 'isManager'>
type Item = PlanChainView['chain'][number]

const RULES = ['root-square', 'cut-and-paste'] as const

/** The critical chain with its buffers: where the reserve of a plan lies, and how much of it is left. */
export function CriticalChain({ containerId, isManager, plan, rows }: Props) {
  const [rule, setRule] = useState<(typeof RULES)[number]>('root-square')
  const { answer, error, retry } = usePlanAnswer('schedule.getChain', { containerId, rule })
  const chain = answer?.chain
  if (answer === undefined && error !== null) {
    return <ErrorState title={textsChain.failed} error={error} onRetry={retry} />
  }
  if (!chain) return null
  return (
    <section>
      <h2 className={styles.heading}>{textsChain.title}</h2>
      <SegmentedControl
        size="xs"
        aria-label={textsChain.rule}
        value={rule}
        onChange={(value) => setRule(RULES.find((known) => known === value) ?? rule)}
        data={RULES.map((value) => ({ value, label: textsChain.rules[value] }))}
      />
      {chain.overloaded > 0 && (
        <div className={styles.notice} role="note">
          <TriangleAlert size={16} aria-hidden />
          <span>{textsChain.unlevelled(chain.overloaded)}</span>
          {isManager && <LevelButton plan={plan} rows={rows} containerId={containerId} />}
        </div>
      )}
      <Reading chain={chain} />
      <details className={styles.more}>
        <summary>{textsChain.chain}</summary>
        <ol className={styles.chain}>
          {chain.chain.map((item) => (
            <li key={item.itemId}>
              <ItemLink item={item} />
            </li>
          ))}
        </ol>
      </details>
      <Feeding feeding={chain.feeding} />
      <FeverChart fever={chain.fever} />
    </section>
  )
}

function Reading({ chain }: { readonly chain: PlanChainView }) {
  const timeZone = useTimeZone()
  const dayWords = (at: number) => formatDay(dayOf(at - 1, timeZone))
  const buffer = Math.round(chain.projectBufferMin)
  return (
    <>
      <p className={styles.reading}>
        {buffer === 0
          ? textsChain.noBuffer(dayWords(chain.finishAt))
          : textsChain.reading(
              dayWords(chain.finishAt),
              dayWords(chain.bufferedFinishAt),
              formatEffort(buffer),
            )}
      </p>
      <p className={styles.hint}>
        {textsChain.hint} {chain.unranged > 0 && textsChain.unranged(chain.unranged, chain.chain.length)}
      </p>
    </>
  )
}

function Feeding({ feeding }: Pick<PlanChainView, 'feeding'>) {
  if (feeding.length === 0) return null
  return (
    <PlainTable
      label={textsChain.feeding}
      columns={[textsChain.feeder, textsChain.joins, textsChain.buffer, textsChain.room]}
    >
      {feeding.map(({ chain, joins, bufferMin, floatMin }) => (
        <tr key={chain.at(-1)?.itemId}>
          <td>{chain.map(({ title }) => title).join(' → ')}</td>
          <td>
            {joins.map((item) => (
              <ItemLink key={item.itemId} item={item} />
            ))}
          </td>
          <td className={styles.number}>{formatEffort(Math.round(bufferMin))}</td>
          <td className={styles.number}>
            {formatEffort(Math.max(0, Math.round(floatMin)))}
            {floatMin < bufferMin && `, ${textsChain.tight}`}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}

function ItemLink({ item }: { readonly item: Item }) {
  const peek = usePeek()
  return (
    <button type="button" className={styles.item} onClick={() => peek.open(item.key)}>
      {item.key} {item.title}
    </button>
  )
}
