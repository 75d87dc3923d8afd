import type { RangesView } from '@millrace/contract'
import { formatEffort, readEffort } from '../../../../ui/index.ts'
import { useMinorUnits } from '../../hooks/use-minor-units.ts'
import { textsPhases as words } from '../../texts-phases.ts'
import styles from './phases.module.css'
import { RangePair } from './range-pair.tsx'

/** Ranges of a phase or of a package; the effort of a package stands with its item. */
type Ranges = RangesView & { readonly effortLowMin?: number | null; readonly effortHighMin?: number | null }

type Props = {
  readonly ranges: Ranges
  readonly onChange: (patch: Partial<Ranges>) => void
}

/** How much work it is, how long it takes, with how many people, and what it costs: each between two ends. */
export function RangeFields({ ranges, onChange }: Props) {
  const { currency, minorUnits } = useMinorUnits()
  const spans = { read: readEffort, write: formatEffort, hint: words.spanHint }
  const { effortLowMin, effortHighMin } = ranges
  return (
    <fieldset className={styles.ranges}>
      <legend className={styles.legend}>
        {words.estimate} <span className={styles.hint}>{words.estimateHint}</span>
      </legend>
      {effortLowMin !== undefined && effortHighMin !== undefined && (
        <RangePair
          {...spans}
          label={words.effort}
          low={effortLowMin}
          high={effortHighMin}
          onChange={(low, high) => onChange({ effortLowMin: low, effortHighMin: high })}
        />
      )}
      <RangePair
        {...spans}
        label={words.duration}
        low={ranges.durationLowMin}
        high={ranges.durationHighMin}
        onChange={(low, high) => onChange({ durationLowMin: low, durationHighMin: high })}
      />
      <RangePair
        label={words.people}
        low={ranges.peopleLow}
        high={ranges.peopleHigh}
        read={(text) => readCount(text, 1)}
        write={String}
        hint="2"
        onChange={(low, high) => onChange({ peopleLow: low, peopleHigh: high })}
      />
      <RangePair
        label={words.costIn(currency)}
        low={ranges.costLowMinor}
        high={ranges.costHighMinor}
        read={(text) => readCount(text, minorUnits)}
        write={(minor) => String(minor / minorUnits)}
        hint="10000"
        onChange={(low, high) => onChange({ costLowMinor: low, costHighMinor: high })}
      />
    </fieldset>
  )
}

/** A number that is not negative, in so many parts, to whole parts; undefined when it is none. */
function readCount(text: string, parts: number): number | undefined {
  const count = Number(text.trim().replace(',', '.'))
  return Number.isFinite(count) && count >= 0 ? Math.round(count * parts) : undefined
}
