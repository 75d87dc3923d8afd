import type { PlanView } from '@millrace/contract'
import { ChartGantt } from 'lucide-react'
import { type ReactNode, Suspense, useState } from 'react'
import { createDialog } from '../../../platform/dialogs.ts'
import { lazyPart } from '../../../platform/lazy-part.ts'
import { paths, useGo, useSearchText, useSetSearch, useSlug } from '../../../platform/navigation.ts'
import { useEntity } from '../../../platform/store/index.ts'
import { EmptyState, ErrorState, Skeleton, ZOOMS, type Zoom } from '../../../ui/index.ts'
import { usePlan } from '../hooks/use-plan.ts'
import { useScenarios } from '../hooks/use-scenarios.ts'
import { useShownPlan } from '../hooks/use-shown-plan.ts'
import { type PlanViewName, planViewOf } from '../model/plan-views.ts'
import type { Trial } from '../model/scenario/trial.ts'
import { texts } from '../texts.ts'
import { ExportPlan } from './export-plan.tsx'
import { PictureButton } from './picture/picture-button.tsx'
import { PlanBanner } from './plan-banner.tsx'
import { PlanChart } from './plan-chart.tsx'
import { PlanToolbar } from './plan-toolbar.tsx'
import type { PlanViewProps } from './plan-view-props.ts'
import { PlanViews } from './plan-views.tsx'
import { ScenarioBar } from './scenario/scenario-bar.tsx'
import { ScenarioMenu } from './scenario/scenario-menu.tsx'
import styles from './schedule.module.css'

const ForecastView = lazyPart(async () => (await import('./forecast/forecast-view.tsx')).ForecastView)
const BaselineView = lazyPart(async () => (await import('./baseline/baseline-view.tsx')).BaselineView)
const GridView = lazyPart(async () => (await import('./grid/grid-view.tsx')).GridView)
const HealthView = lazyPart(async () => (await import('./health/health-view.tsx')).HealthView)
const LoadStrip = lazyPart(async () => (await import('./load/load-strip.tsx')).LoadStrip)
const LoadView = lazyPart(async () => (await import('./load/load-view.tsx')).LoadView)
const ValueView = lazyPart(async () => (await import('./value/value-view.tsx')).ValueView)
const CompareView = lazyPart(async () => (await import('./compare/compare-view.tsx')).CompareView)
const NetworkView = lazyPart(async () => (await import('./network/network-view.tsx')).NetworkView)

/** What they show the server has found, of the plan as it stands. */
const OF_THE_SERVER: ReadonlySet<PlanViewName> = new Set(['health', 'forecast', 'value'])

/** Of them there are pictures, for paper and to keep. */
const PRINTED: ReadonlySet<PlanViewName> = new Set(['gantt', 'network', 'load'])

type Props = { readonly containerId: string }

/** The plan of a project in one of its views: bars on a time axis, a network, a comparison with a baseline. */
export function SchedulePlan({ containerId }: Props) {
  const search = useSearchText()
  const setSearch = useSetSearch()
  const container = useEntity('container', containerId)
  const baselineId = search['baseline'] ?? null
  const { plan, error, retry } = usePlan(containerId, baselineId)
  const [trial, setTrial] = useState<Trial | null>(null)
  const scenarios = useScenarios(containerId)
  const scenario = scenarios.open
  const shown = useShownPlan(plan, { containerId, scenario, trial })
  const zoom = ZOOMS.find((known) => known === search['zoom']) ?? 'weeks'
  const view = planViewOf(search['view'])
  if (shown === undefined) {
    return error === null ? (
      <Skeleton rows={12} />
    ) : (
      <ErrorState title={texts.failed} error={error} onRetry={retry} />
    )
  }
  const { plan: shownPlan, rows } = shown
  const showsCritical = search['critical'] !== 'no'
  const handleCritical = () => setSearch({ critical: showsCritical ? 'no' : undefined }, 'replace')
  const handleZoom = (next: Zoom) => setSearch({ zoom: next }, 'replace')
  const isManager = container?.myRole === 'manager'
  const canWrite = isManager || container?.myRole === 'contributor'
  return (
    <div className={styles.plan}>
      <PlanToolbar
        plan={shownPlan}
        rows={rows}
        containerId={containerId}
        isManager={isManager}
        canLevel={isManager || (canWrite && scenario !== null)}
        views={
          <PlanViews
            view={view}
            onView={(next) =>
              setSearch({ view: next === 'gantt' ? undefined : next, who: undefined }, 'replace')
            }
          />
        }
        takeAway={
          <>
            {PRINTED.has(view) && <PictureButton {...{ view, plan: shownPlan, rows, containerId, zoom }} />}
            {rows.length > 0 && <ExportPlan containerId={containerId} />}
          </>
        }
        hasZoom={view === 'gantt' || view === 'load'}
        zoom={zoom}
        onZoom={handleZoom}
        showsCritical={showsCritical}
        onCritical={handleCritical}
        onBaseline={(id) => setSearch({ baseline: id ?? undefined }, 'replace')}
        scenarios={canWrite && <ScenarioMenu scenarios={scenarios} />}
      />
      {scenario && (
        <ScenarioBar
          {...{ scenario, scenarios, containerId, shown }}
          isShown={!OF_THE_SERVER.has(view)}
          onCompare={
            view === 'compare' ? null : () => setSearch({ view: 'compare', who: undefined }, 'replace')
          }
        />
      )}
      <PlanBanner {...{ rows, containerId, isManager }} plan={shownPlan} />
      {rows.length === 0 && shownPlan.phases.length === 0 ? (
        <NoPlan containerId={containerId} />
      ) : (
        <Suspense fallback={<Skeleton rows={12} />}>
          {/* Another project begins anew, with nothing folded or chosen. */}
          <View
            key={containerId}
            {...{ view, rows, containerId, zoom, canWrite, isManager, showsCritical }}
            plan={shownPlan}
            told={plan ?? shownPlan}
            onZoom={handleZoom}
            onCritical={handleCritical}
            onTrial={setTrial}
          />
        </Suspense>
      )}
    </div>
  )
}

type ViewProps = PlanViewProps & {
  readonly view: PlanViewName
  /** The plan as the server told it. */
  readonly told: PlanView
}

function View({ view, told, ...props }: ViewProps): ReactNode {
  switch (view) {
    case 'gantt':
      return (
        <>
          <PlanChart {...props} />
          <Suspense>
            <LoadStrip {...props} />
          </Suspense>
        </>
      )
    case 'grid':
      return <GridView {...props} />
    case 'load':
      return <LoadView {...props} />
    case 'network':
      return <NetworkView {...props} />
    case 'baseline':
      return <BaselineView {...props} />
    case 'health':
      return <HealthView {...props} />
    case 'forecast':
      return <ForecastView {...props} />
    case 'value':
      return <ValueView {...props} />
    case 'compare':
      return <CompareView told={told} containerId={props.containerId} canWrite={props.canWrite} />
  }
}

function NoPlan({ containerId }: Props) {
  const slug = useSlug()
  const go = useGo()
  return (
    <EmptyState
      glyph={<ChartGantt size={20} strokeWidth={1.75} />}
      title={texts.emptyTitle}
      sentence={texts.emptySentence}
      action={{ label: texts.firstItem, keys: 'c', onClick: () => createDialog.openFor({ containerId }) }}
      example={{ label: texts.importPlan, onClick: () => go(paths.imports(slug)) }}
    />
  )
}
