import type { PlanHealthView } from '@millrace/contract'
import { Check, ChevronRight, Minus, TriangleAlert } from 'lucide-react'
import { usePeek } from '../../../../platform/navigation.ts'
import { formatShare } from '../../model/format-share.ts'
import { textsHealth } from '../../texts-health.ts'
import styles from './health.module.css'

type Checked = PlanHealthView['checks'][number]
type Props = { readonly check: Checked }

const SIGNS = { ok: Check, look: TriangleAlert, unknown: Minus } as const

/** One check: what it found in numbers, why that matters, and the first of what failed it. */
export function HealthCheck({ check }: Props) {
  const outcome = check.total === 0 ? 'unknown' : check.isHealthy ? 'ok' : 'look'
  const Sign = SIGNS[outcome]
  const head = (
    <>
      <Sign className={styles.sign} data-outcome={outcome} size={15} aria-label={textsHealth[outcome]} />
      <span className={styles.name}>{textsHealth.check[check.name]}</span>
      <span className={styles.numbers}>{numbersOf(check)}</span>
      <span className={styles.why}>{textsHealth.why[check.name]}</span>
    </>
  )
  if (check.count === 0) return <li className={styles.check}>{head}</li>
  return (
    <li>
      <details className={styles.found}>
        <summary className={styles.check}>
          {head}
          <ChevronRight className={styles.fold} size={14} aria-hidden />
        </summary>
        <ul className={styles.findings}>
          {check.first.map((found) => (
            <li key={`${found.from?.itemId ?? ''}${found.itemId ?? found.title}`}>
              <Finding found={found} />
            </li>
          ))}
          {check.count > check.first.length && <li>{textsHealth.more(check.count - check.first.length)}</li>}
        </ul>
      </details>
    </li>
  )
}

function numbersOf({ count, total, share, threshold }: Checked): string {
  if (share === null) return textsHealth.unknown
  const limit = threshold === 0 ? textsHealth.limitNone : textsHealth.limit(formatShare(threshold))
  return `${textsHealth.share({ count, total }, formatShare(share))}, ${limit}`
}

type FindingProps = { readonly found: Checked['first'][number] }

function Finding({ found }: FindingProps) {
  const peek = usePeek()
  if (found.itemId === null) return <span>{found.title}</span>
  const name = `${found.key} ${found.title}`
  const words = found.from ? textsHealth.link(`${found.from.key} ${found.from.title}`, name) : name
  return (
    <button type="button" className={styles.item} onClick={() => peek.open(found.key)}>
      {words}
    </button>
  )
}
