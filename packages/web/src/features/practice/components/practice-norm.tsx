import type { MeasuredNormView, PracticeView } from '@millrace/contract'
import { NORM_SAMPLE_MIN } from '@millrace/core/practice'
import { formatEffort, Section } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './practice.module.css'

const { page } = texts

type Props = { readonly norm: PracticeView['norm']; readonly measured: MeasuredNormView }

/** What one unit of output takes: as people say, and as finished work shows. */
export function PracticeNorm({ norm, measured }: Props) {
  const sample = Math.max(measured.effortMin?.sample ?? 0, measured.durationMin?.sample ?? 0)
  return (
    <div className={styles.group}>
      <Section title={page.norm} {...(norm ? { sentence: page.unit(norm.unit) } : {})}>
        <h3 className={styles.heading}>{page.said}</h3>
        <dl className={styles.facts}>
          <dt>{page.effort}</dt>
          <dd>{saidWords(norm?.effortMin)}</dd>
          <dt>{page.duration}</dt>
          <dd>{saidWords(norm?.durationMin)}</dd>
        </dl>
        <h3 className={styles.heading}>{page.measured}</h3>
        <dl className={styles.facts}>
          <dt>{page.effort}</dt>
          <dd>{measuredWords(measured.effortMin)}</dd>
          <dt>{page.duration}</dt>
          <dd>{measuredWords(measured.durationMin)}</dd>
        </dl>
        {sample > 0 && <p className={styles.soft}>{page.sample(sample)}</p>}
        {sample > 0 && sample < NORM_SAMPLE_MIN && <p className={styles.gap}>{page.fewSamples}</p>}
      </Section>
    </div>
  )
}

type Said = { readonly low: number; readonly likely: number; readonly high: number }

function saidWords(range: Said | null | undefined): string {
  if (!range) return page.noNorm
  return page.spread(formatEffort(range.low), formatEffort(range.likely), formatEffort(range.high))
}

function measuredWords(spread: MeasuredNormView['effortMin']): string {
  if (!spread) return page.noNorm
  return page.spread(formatEffort(spread.p15), formatEffort(spread.median), formatEffort(spread.p85))
}
