import { Copy, GitCompareArrows } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Checkbox, EmptyState, notifications, SegmentedControl } from '../../../../ui/index.ts'
import { useMinorUnits } from '../../hooks/use-minor-units.ts'
import { usePlanDays } from '../../hooks/use-plan-days.ts'
import { useTakeBaseline } from '../../hooks/use-take-baseline.ts'
import { comparisonsAsCsv } from '../../model/baseline/as-csv.ts'
import { type Comparison, compare, countGone } from '../../model/baseline/compare.ts'
import { COMPARED, ordered } from '../../model/baseline/order.ts'
import { comparePhases, compareWhole } from '../../model/baseline/phases.ts'
import { texts } from '../../texts.ts'
import { textsBaseline } from '../../texts-baseline.ts'
import type { PlanSort } from '../plan-table.tsx'
import type { PlanViewProps } from '../plan-view-props.ts'
import { Against } from './against.tsx'
import styles from './baseline.module.css'
import { BaselineItems } from './baseline-items.tsx'
import { BaselinePhases } from './baseline-phases.tsx'
import { ManageBaseline } from './manage-baseline.tsx'
import { useAgainst } from './use-against.ts'

type Baseline = NonNullable<PlanViewProps['plan']['baseline']>

/** What has moved since a baseline was taken; without one, what a baseline is for. */
export function BaselineView(props: PlanViewProps) {
  const { baseline } = props.plan
  return baseline ? <Compared {...props} baseline={baseline} /> : <NoBaseline {...props} />
}

function Compared({
  plan,
  rows,
  containerId,
  isManager,
  baseline,
}: PlanViewProps & { readonly baseline: Baseline }) {
  const [shows, setShows] = useState<'items' | 'phases'>('items')
  const [onlyMoved, setOnlyMoved] = useState(true)
  const [sort, setSort] = useState<PlanSort>({ id: 'finish', isDescending: true })
  const { against, onAgainst, rowsThen } = useAgainst({ plan, rows, containerId })
  const compared = rowsThen ?? rows
  const days = usePlanDays(plan, compared)
  const all = useMemo(() => compare(compared, baseline.rows, days), [compared, baseline, days])
  const by = COMPARED.find((kind) => kind === sort.id) ?? 'outline'
  const shown = useMemo(() => {
    const wanted = onlyMoved ? all.filter(({ kind }) => kind !== 'same') : all
    return ordered(wanted, { by, isDescending: sort.isDescending })
  }, [all, onlyMoved, by, sort.isDescending])
  const handleSort = (id: string) =>
    setSort((before) => ({ id, isDescending: before.id === id ? !before.isDescending : id !== 'outline' }))
  return (
    <div className={styles.baseline}>
      <div className={styles.bar} role="toolbar" aria-label={textsBaseline.table}>
        <SegmentedControl
          size="xs"
          aria-label={textsBaseline.what}
          value={shows}
          onChange={(value) => setShows(value === 'phases' ? 'phases' : 'items')}
          data={[
            { value: 'items', label: textsBaseline.items },
            { value: 'phases', label: textsBaseline.phases },
          ]}
        />
        <Against {...{ plan, against, onAgainst }} />
        <Reading all={all} gone={countGone(compared, baseline.rows)} />
        <span className={styles.barEnd}>
          {shows === 'items' && (
            <Checkbox
              size="xs"
              label={textsBaseline.onlyMoved}
              checked={onlyMoved}
              onChange={(event) => setOnlyMoved(event.currentTarget.checked)}
            />
          )}
          <CopyButton comparisons={shown} />
          {isManager && <ManageBaseline {...{ plan, containerId }} />}
        </span>
      </div>
      {shows === 'phases' ? (
        <BaselinePhases phases={comparePhases(all, plan.phases, days)} whole={compareWhole(all, days)} />
      ) : shown.length === 0 ? (
        <p className={styles.nothing}>{textsBaseline.nothing}</p>
      ) : (
        <BaselineItems comparisons={shown} sort={sort} onSort={handleSort} />
      )}
    </div>
  )
}

type ReadingProps = { readonly all: readonly Comparison[]; readonly gone: number }

function Reading({ all, gone }: ReadingProps) {
  const leaves = all.filter(({ row }) => !row.isSummary)
  const count = (kind: Comparison['kind']) => leaves.filter((each) => each.kind === kind).length
  const added = count('added')
  return (
    <span className={styles.reading}>
      {[
        textsBaseline.reading(count('moved'), leaves.length),
        ...(added > 0 ? [textsBaseline.added(added)] : []),
        ...(gone > 0 ? [textsBaseline.gone(gone)] : []),
      ].join(' · ')}
    </span>
  )
}

type CopyProps = { readonly comparisons: readonly Comparison[] }

function CopyButton({ comparisons }: CopyProps) {
  const { minorUnits } = useMinorUnits()
  const words = { ...textsBaseline, title: texts.column.title }
  const handleCopy = async () => {
    const csv = comparisonsAsCsv(comparisons, words, minorUnits)
    try {
      await navigator.clipboard.writeText(csv)
      notifications.show({ message: textsBaseline.copied(comparisons.length) })
    } catch {
      const { copyFailed: title, copyFailedHint: message } = textsBaseline
      notifications.show({ kind: 'problem', title, message })
    }
  }
  return (
    <button type="button" className={styles.tool} onClick={() => void handleCopy()}>
      <Copy size={14} aria-hidden />
      {textsBaseline.copy}
    </button>
  )
}

function NoBaseline({ containerId, isManager }: PlanViewProps) {
  const { take, closed } = useTakeBaseline(containerId)
  const handleTake = async () => {
    const outcome = await take()
    if (outcome.ok) notifications.show({ message: textsBaseline.tookIt })
  }
  return (
    <EmptyState
      glyph={<GitCompareArrows size={20} strokeWidth={1.75} />}
      title={textsBaseline.emptyTitle}
      sentence={textsBaseline.emptySentence}
      {...(isManager && closed === null
        ? { action: { label: textsBaseline.take, onClick: () => void handleTake() } }
        : {})}
    />
  )
}
