import { useState } from 'react'
import { formatInstant, PlainTable, Section, SegmentedControl } from '../../../../ui/index.ts'
import { useClocks } from '../../hooks/use-levels.ts'
import { levelTexts as texts } from '../../texts-levels.ts'
import styles from './levels.module.css'

type Props = { readonly containerId: string }

const FILTERS = ['open', 'at-risk', 'breached'] as const
const { instance, about, state: standing, due } = texts.column

/** What runs against a promise, what is due first at the top. */
export function ClockTable({ containerId }: Props) {
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('open')
  const clocks = useClocks(containerId, filter).data?.clocks ?? []
  return (
    <Section
      title={texts.clocks}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={texts.which}
          value={filter}
          data={FILTERS.map((value) => ({ value, label: texts.filter[value] }))}
          onChange={(value) => setFilter(FILTERS.find((one) => one === value) ?? 'open')}
        />
      }
    >
      {clocks.length === 0 ? (
        <p className={styles.soft}>{texts.noClocks[filter]}</p>
      ) : (
        <PlainTable label={texts.clocks} narrow="cards" columns={[instance, about, standing, due]}>
          {clocks.map((clock) => (
            <tr key={clock.id}>
              <td data-label={instance}>
                {clock.number} {clock.title}
              </td>
              <td data-label={about}>{clock.stepName ?? texts.whole}</td>
              <td data-label={standing} className={SIGN[clock.state]}>
                {texts.state[clock.state]}
              </td>
              <td data-label={due}>{formatInstant(clock.dueAt)}</td>
            </tr>
          ))}
        </PlainTable>
      )}
    </Section>
  )
}

const SIGN: Readonly<Record<string, string | undefined>> = { breached: styles.late, 'at-risk': styles.risk }
