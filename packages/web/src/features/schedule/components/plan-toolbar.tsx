import type { PlanRowView, PlanView } from '@millrace/contract'
import { type FormEvent, type ReactNode, Suspense, useState } from 'react'
import { lazyPart } from '../../../platform/lazy-part.ts'
import { Button, Popover, SegmentedControl, Select, TextInput, ZOOMS, type Zoom } from '../../../ui/index.ts'
import { useTakeBaseline } from '../hooks/use-take-baseline.ts'
import { texts } from '../texts.ts'
import { textsWork } from '../texts-work.ts'
import { LevelButton } from './level/level-button.tsx'
import { PlanFinishWords } from './plan-finish.tsx'
import styles from './schedule.module.css'

const PhasesDialog = lazyPart(async () => (await import('./phases/phases-dialog.tsx')).PhasesDialog)
const PlanSettingsDialog = lazyPart(
  async () => (await import('./plan-settings-dialog.tsx')).PlanSettingsDialog,
)

type Props = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
  readonly isManager: boolean
  readonly canLevel: boolean
  /** The switch between the views. */
  readonly views: ReactNode
  /** Leads to the plan on paper and as a file. */
  readonly takeAway: ReactNode
  /** Whether the view has a time axis. */
  readonly hasZoom: boolean
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
  readonly showsCritical: boolean
  readonly onCritical: () => void
  /** Leads to scenarios. */
  readonly scenarios: ReactNode
  readonly onBaseline: (id: string | null) => void
}

/** When the plan ends, how that compares with what was planned before, and how much time is shown. */
export function PlanToolbar({ plan, rows, containerId, isManager, zoom, ...props }: Props) {
  const [showsPhases, setShowsPhases] = useState(false)
  const [showsSettings, setShowsSettings] = useState(false)
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={texts.plan}>
      {props.views}
      <PlanFinishWords plan={plan} rows={rows} containerId={containerId} />
      <span className={styles.toolsEnd}>
        {plan.baselines.length > 0 && (
          <Select
            aria-label={texts.compare}
            size="xs"
            w={180}
            allowDeselect={false}
            data={plan.baselines.map((each) => ({
              value: each.id,
              label: texts.baseline(each.number, each.name),
            }))}
            value={plan.baseline?.id ?? null}
            onChange={props.onBaseline}
          />
        )}
        {isManager && <TakeBaseline containerId={containerId} />}
        {props.canLevel && plan.settings.isScheduled && <LevelButton {...{ plan, rows, containerId }} />}
        {props.scenarios}
        <Button size="xs" variant="default" onClick={() => setShowsPhases(true)}>
          {texts.phases}
        </Button>
        <Button size="xs" variant="default" onClick={() => setShowsSettings(true)}>
          {textsWork.settings}
        </Button>
        {props.takeAway}
        {props.hasZoom && <Looks {...props} zoom={zoom} hasCritical={plan.settings.isScheduled} />}
      </span>
      {showsSettings && (
        <Suspense fallback={null}>
          <PlanSettingsDialog {...{ plan, containerId, isManager }} onClose={() => setShowsSettings(false)} />
        </Suspense>
      )}
      {showsPhases && (
        <Suspense>
          <PhasesDialog {...{ plan, containerId, isManager }} onClose={() => setShowsPhases(false)} />
        </Suspense>
      )}
    </div>
  )
}

type LooksProps = Pick<Props, 'zoom' | 'onZoom' | 'showsCritical' | 'onCritical'> & {
  readonly hasCritical: boolean
}

/** How much time is shown, and whether critical work stands out. */
function Looks({ zoom, onZoom, showsCritical, onCritical, hasCritical }: LooksProps) {
  return (
    <>
      {hasCritical && (
        <Button
          size="xs"
          variant={showsCritical ? 'light' : 'default'}
          aria-pressed={showsCritical}
          title={texts.criticalHint}
          onClick={onCritical}
        >
          {texts.criticalPath}
        </Button>
      )}
      <SegmentedControl
        size="xs"
        aria-label={texts.zoomLabel}
        value={zoom}
        onChange={(value) => onZoom(ZOOMS.find((known) => known === value) ?? zoom)}
        data={ZOOMS.map((value) => ({ value, label: texts.zoom[value] }))}
      />
    </>
  )
}

type TakeProps = { readonly containerId: string }

function TakeBaseline({ containerId }: TakeProps) {
  const { take, closed } = useTakeBaseline(containerId)
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    void take(name.trim())
    setOpen(false)
    setName('')
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          aria-expanded={isOpen}
          disabled={closed !== null}
          title={closed ?? undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {texts.takeBaseline}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={styles.form} onSubmit={handleSubmit}>
          <TextInput
            aria-label={texts.baselineName}
            placeholder={texts.baselineName}
            value={name}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <p className={styles.hint}>{texts.baselineHint}</p>
          <Button type="submit" size="xs">
            {texts.take}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
