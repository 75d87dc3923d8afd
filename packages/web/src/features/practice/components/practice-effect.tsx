import type { PracticeEffectView } from '@millrace/contract'
import { useState } from 'react'
import { useDirectory } from '../../../platform/store/index.ts'
import { formatEffort, formatInstant, PlainTable, Section, Select } from '../../../ui/index.ts'
import { useEffectOf } from '../hooks/use-effect-of.ts'
import { textsEffect as texts } from '../texts-effect.ts'
import styles from './practice.module.css'

const { column } = texts

type Moment = PracticeEffectView['moments'][number]
type Effect = NonNullable<PracticeEffectView['effect']>
type Estimate = Effect['cycleMin']

/** How the work of a practice flowed before something about it changed, and after. */
export function PracticeEffect({ id }: { readonly id: string }) {
  const [since, setSince] = useState<number | null>(null)
  const { data } = useEffectOf(id, since)
  const nameOf = useMomentNames()
  if (!data) return null
  return (
    <div className={styles.group}>
      <Section title={texts.title}>
        {data.effect === null || data.since === null ? (
          <p className={styles.soft}>{texts.none}</p>
        ) : (
          <>
            <Select
              size="xs"
              label={texts.since}
              allowDeselect={false}
              value={String(data.since)}
              data={[...new Map(data.moments.map((moment) => [moment.at, moment])).values()].map(
                (moment) => ({
                  value: String(moment.at),
                  label: nameOf(moment),
                }),
              )}
              onChange={(value) => setSince(value === null ? null : Number(value))}
            />
            <EffectTable effect={data.effect} />
            {data.effect.isSmall && <p className={styles.gap}>{texts.small}</p>}
          </>
        )}
      </Section>
    </div>
  )
}

function useMomentNames(): (moment: Moment) => string {
  const { teams, types } = useDirectory()
  return ({ at, kind, number, teamId, typeId }) => {
    const day = formatInstant(at)
    if (kind === 'version') return texts.version(number ?? 0, day)
    if (kind === 'inUse') return texts.inUse(teams.get(teamId ?? '')?.name ?? '', day)
    return texts.type(types.get(typeId ?? '')?.name ?? '', day)
  }
}

function EffectTable({ effect }: { readonly effect: Effect }) {
  const { before, after, cycleMin, reworkShare, spentMin } = effect
  return (
    <PlainTable label={texts.title} columns={Object.values(column)}>
      <tr>
        <td>{texts.cycle}</td>
        <td>{lengthWords(before.medianCycleMin)}</td>
        <td>{lengthWords(after.medianCycleMin)}</td>
        <td>{changeWords(cycleMin, lengthWords)}</td>
      </tr>
      <tr>
        <td>{texts.rework}</td>
        <td>{shareWords(before.reworkShare)}</td>
        <td>{shareWords(after.reworkShare)}</td>
        <td>{changeWords(reworkShare, shareWords)}</td>
      </tr>
      <tr>
        <td>{texts.spent}</td>
        <td>{lengthWords(before.medianSpentMin)}</td>
        <td>{lengthWords(after.medianSpentMin)}</td>
        <td>{changeWords(spentMin, lengthWords)}</td>
      </tr>
      <tr>
        <td>{texts.sample}</td>
        <td>{before.sample}</td>
        <td>{after.sample}</td>
        <td>{texts.noChange}</td>
      </tr>
    </PlainTable>
  )
}

function lengthWords(minutes: number | null): string {
  if (minutes === null) return texts.nothing
  const words = formatEffort(Math.abs(minutes))
  return minutes < 0 ? `−${words}` : words
}

function shareWords(share: number | null): string {
  return share === null ? texts.nothing : texts.percent(share)
}

function changeWords(estimate: Estimate, words: (value: number) => string): string {
  if (estimate === null) return texts.nothing
  return texts.range(words(estimate.value), words(estimate.low), words(estimate.high))
}
