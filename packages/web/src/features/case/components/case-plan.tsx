import type { CasePlanItemView, CasePlanView, PlanAct } from '@millrace/contract'
import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { type Container, useEntity } from '../../../platform/store/index.ts'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/index.ts'
import { useCase } from '../hooks/use-case.ts'
import { usePlanActs } from '../hooks/use-plan-acts.ts'
import { openStages, wayOf } from '../model/plan-view.ts'
import { texts } from '../texts.ts'
import { CaseHead } from './case-head.tsx'
import { ClosingDialog } from './closing/closing-dialog.tsx'
import { AddStep } from './plan/add-step.tsx'
import { CaseWay } from './plan/case-way.tsx'
import styles from './plan/plan.module.css'
import { PlanMenu } from './plan/plan-menu.tsx'
import { PlanSections } from './plan/plan-sections.tsx'
import { WhyDialog } from './plan/why-dialog.tsx'
import { StepDialog } from './step/step-dialog.tsx'

type Props = { readonly containerId: string }

/** The plan of a case: where it stands, what is to be done now, what could be done, and what becomes possible when. */
export function CasePlan({ containerId }: Props) {
  const container = useEntity('container', containerId)
  const asked = useCase(containerId)
  const { data } = asked
  if (data === undefined || container === undefined) {
    return asked.error === null ? (
      <Skeleton rows={8} />
    ) : (
      <ErrorState title={texts.failed} error={asked.error} onRetry={() => void asked.refetch()} />
    )
  }
  return <RunningPlan container={container} view={data} />
}

type Opened = { readonly kind: 'why' | 'edit'; readonly plan: CasePlanItemView }

function RunningPlan({ container, view }: { readonly container: Container; readonly view: CasePlanView }) {
  const acts = usePlanActs(view)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [isClosing, setClosing] = useState(false)
  const canWrite =
    container.archivedAt === null && (container.myRole === 'manager' || container.myRole === 'contributor')
  const canChange = canWrite && view.status === 'active'
  const stages = openStages(view)
  const active = stages.find(({ state, stageId }) => state === 'active' && stageId === null)
  const menuOf = (plan: CasePlanItemView, shown: PlanAct | null = null) => (
    <PlanMenu
      plan={plan}
      canWrite={canChange}
      shown={shown}
      onAct={(act) => acts.act(plan, act)}
      onWhy={() => setOpened({ kind: 'why', plan })}
      onEdit={() => setOpened({ kind: 'edit', plan })}
      onRemove={() => acts.remove(plan)}
    />
  )
  const isEmpty = view.items.length === 0 && view.loose.length === 0
  const add = canChange && (
    <AddStep stages={stages} usualStageId={active?.planItemId ?? null} onAdd={acts.add} />
  )
  return (
    <div className={styles.case}>
      <CaseHead
        container={container}
        view={view}
        canWrite={canWrite}
        acts={acts}
        onClose={() => setClosing(true)}
      />
      <CaseWay way={wayOf(view)} menuOf={(plan) => menuOf(plan)} />
      {isEmpty ? (
        <>
          <EmptyState
            glyph={<FolderOpen size={20} strokeWidth={1.75} />}
            title={texts.emptyTitle}
            sentence={texts.emptySentence}
          />
          <div className={styles.addAlone}>{add}</div>
        </>
      ) : (
        <PlanSections view={view} canWrite={canChange} acts={acts} menuOf={menuOf} add={add} />
      )}
      {opened?.kind === 'why' && <WhyDialog plan={opened.plan} onClose={() => setOpened(null)} />}
      {opened?.kind === 'edit' && (
        <StepDialog plan={opened.plan} view={view} onSave={acts.change} onClose={() => setOpened(null)} />
      )}
      {isClosing && <ClosingDialog container={container} view={view} onClose={() => setClosing(false)} />}
    </div>
  )
}
