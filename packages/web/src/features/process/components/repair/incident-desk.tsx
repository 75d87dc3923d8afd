import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { EmptyState, ErrorState, SegmentedControl, Select, Skeleton } from '../../../../ui/index.ts'
import { type IncidentFilter, useIncidentCauses } from '../../hooks/use-repair.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import { CauseTable } from './cause-table.tsx'
import styles from './desk.module.css'
import { IncidentTable } from './incident-table.tsx'

type Props = {
  /** Of one process; null: of all that one sees. */
  readonly containerId: string | null
}

/** Incidents by cause or one by one, with what can be done to them, single and together. */
export function IncidentDesk({ containerId }: Props) {
  const [isSingle, setSingle] = useState(false)
  const [filter, setFilter] = useState<IncidentFilter>({})
  const { containers } = useDirectory()
  const within = containerId ?? filter.containerId ?? null
  const { data, error, refetch } = useIncidentCauses(within)
  if (data === undefined) {
    if (error === null) return <Skeleton rows={6} />
    return <ErrorState title={texts.incidentsFailed} error={error} onRetry={() => void refetch()} />
  }
  if (data.groups.length === 0 && within === containerId) {
    return (
      <EmptyState
        glyph={<CircleCheck size={20} strokeWidth={1.75} />}
        title={texts.noIncidentsTitle}
        sentence={texts.noIncidentsSentence}
      />
    )
  }
  const processes = [...containers.values()].filter(({ kind }) => kind === 'process')
  const count = data.groups.reduce((sum, group) => sum + group.count, 0)
  const { kind = null, olderThanMin } = filter
  return (
    <div className={styles.desk}>
      <div className={styles.tools}>
        <SegmentedControl
          size="xs"
          aria-label={texts.howShown}
          value={isSingle ? 'single' : 'causes'}
          onChange={(value) => setSingle(value === 'single')}
          data={(['causes', 'single'] as const).map((value) => ({ value, label: texts[value] }))}
        />
        {containerId === null && (
          <Select
            size="xs"
            aria-label={texts.process}
            placeholder={texts.everyProcess}
            data={processes.map(({ id, name }) => ({ value: id, label: name }))}
            value={filter.containerId ?? null}
            searchable
            clearable
            onChange={(value) => setFilter(({ containerId: _, ...rest }) => withId(rest, value))}
          />
        )}
        {isSingle && (
          <>
            <Select
              size="xs"
              aria-label={texts.kind}
              placeholder={texts.anyKind}
              data={KINDS.map((value) => ({ value, label: texts.problem[value] ?? value }))}
              value={kind}
              clearable
              onChange={(value) => {
                const wanted = KINDS.find((known) => known === value)
                setFilter(({ kind: _, ...rest }) => (wanted ? { ...rest, kind: wanted } : rest))
              }}
            />
            <Select
              size="xs"
              aria-label={texts.age}
              placeholder={texts.anyAge}
              data={AGES.map((value) => ({ value, label: texts.ages[value] ?? value }))}
              value={AGES.find((age) => Number(age) === olderThanMin) ?? null}
              clearable
              onChange={(value) =>
                setFilter(({ olderThanMin: _, ...rest }) =>
                  value === null ? rest : { ...rest, olderThanMin: Number(value) },
                )
              }
            />
          </>
        )}
        <span className={styles.count}>{texts.incidentCount(count)}</span>
      </div>
      {isSingle ? (
        <IncidentTable filter={within === null ? filter : { ...filter, containerId: within }} />
      ) : (
        <CauseTable groups={data.groups} />
      )}
    </div>
  )
}

const AGES = ['60', '1440', '10080'] as const
const KINDS = ['expression', 'no-flow', 'loop', 'work'] as const

function withId(filter: IncidentFilter, containerId: string | null): IncidentFilter {
  return containerId === null ? filter : { ...filter, containerId }
}
