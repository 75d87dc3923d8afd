import { ChartGantt } from 'lucide-react'
import { useState } from 'react'
import { createDialog } from '../../../platform/dialogs.ts'
import { paths, useGo, useSearchText, useSetSearch, useSlug } from '../../../platform/navigation.ts'
import { useEntity } from '../../../platform/store/index.ts'
import { EmptyState, ErrorState, Skeleton, ZOOMS } from '../../../ui/index.ts'
import { usePlan } from '../hooks/use-plan.ts'
import { useShownRows } from '../hooks/use-shown-plan.ts'
import { texts } from '../texts.ts'
import { PlanChart } from './plan-chart.tsx'
import { PlanToolbar } from './plan-toolbar.tsx'
import styles from './schedule.module.css'

type Props = { readonly containerId: string }

/** The plan of a project: outline and time axis, compared with a baseline. */
export function SchedulePlan({ containerId }: Props) {
  const slug = useSlug()
  const go = useGo()
  const search = useSearchText()
  const setSearch = useSetSearch()
  const container = useEntity('container', containerId)
  const [baselineId, setBaselineId] = useState<string | null>(null)
  const { plan, error, retry } = usePlan(containerId, baselineId)
  const rows = useShownRows(plan, containerId)
  const zoom = ZOOMS.find((known) => known === search['zoom']) ?? 'weeks'
  if (plan === undefined) {
    return error === null ? (
      <Skeleton rows={12} />
    ) : (
      <ErrorState title={texts.failed} error={error} onRetry={retry} />
    )
  }
  const canWrite = container?.myRole === 'manager' || container?.myRole === 'contributor'
  return (
    <div className={styles.plan}>
      <PlanToolbar
        plan={plan}
        rows={rows}
        containerId={containerId}
        isManager={container?.myRole === 'manager'}
        zoom={zoom}
        onZoom={(next) => setSearch({ zoom: next }, 'replace')}
        onBaseline={setBaselineId}
      />
      {rows.length === 0 && plan.phases.length === 0 ? (
        <EmptyState
          glyph={<ChartGantt size={20} strokeWidth={1.75} />}
          title={texts.emptyTitle}
          sentence={texts.emptySentence}
          action={{ label: texts.firstItem, keys: 'c', onClick: () => createDialog.openFor({ containerId }) }}
          example={{ label: texts.importPlan, onClick: () => go(paths.imports(slug)) }}
        />
      ) : (
        <PlanChart key={containerId} plan={plan} rows={rows} zoom={zoom} canWrite={canWrite} />
      )}
    </div>
  )
}
