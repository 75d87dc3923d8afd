import type { InstanceView, StandingView } from '@millrace/contract'
import { useParams } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { paths, useSlug } from '../../../platform/navigation.ts'
import { useCommands, useEntity } from '../../../platform/store/index.ts'
import { Button, ErrorState, formatInstant, Link, PageHeader, Skeleton } from '../../../ui/index.ts'
import styles from '../components/instance/instance.module.css'
import { InstanceFacts } from '../components/instance/instance-facts.tsx'
import { InstanceHistory } from '../components/instance/instance-history.tsx'
import { InstancePicture } from '../components/instance/instance-picture.tsx'
import { InstanceStanding } from '../components/instance/instance-standing.tsx'
import { InstanceValues } from '../components/instance/instance-values.tsx'
import { InstanceWork } from '../components/instance/instance-work.tsx'
import { SuspendButton } from '../components/instance/suspend-button.tsx'
import { SuspensionNote } from '../components/instance/suspension-note.tsx'
import { ValueChanges } from '../components/instance/value-changes.tsx'
import { MigrateDialog } from '../components/repair/migrate-dialog.tsx'
import { ReasonDialog } from '../components/repair/reason-dialog.tsx'
import { useStanding } from '../hooks/use-repair.ts'
import { textsRepair as texts } from '../texts-repair.ts'
import { textsSuspend } from '../texts-suspend.ts'

/** One instance of a process: where it is and why, what was done, what it knows, and what can be mended. */
export function InstancePage() {
  const { id = '' }: { readonly id?: string } = useParams({ strict: false })
  const { data, error, refetch } = useStanding(id)
  if (data === undefined) {
    return error === null ? (
      <Skeleton rows={8} />
    ) : (
      <ErrorState title={texts.failed} error={error} onRetry={() => void refetch()} />
    )
  }
  return <Loaded key={id} instance={data.instance} standing={data.standing} />
}

type Props = { readonly instance: InstanceView; readonly standing: StandingView }

function Loaded({ instance, standing }: Props) {
  const slug = useSlug()
  const process = useEntity('container', instance.containerId)
  const isManager = process?.myRole === 'manager' && process.archivedAt === null
  const canRepair = isManager && instance.state === 'running'
  return (
    <>
      <PageHeader
        title={`#${String(instance.number)} ${instance.title}`}
        note={instance.suspension ? textsSuspend.suspended : texts.state[instance.state]}
      />
      <div className={styles.page}>
        <div className={styles.main}>
          <div className={styles.top}>
            <p>
              {process && <Link to={paths.container(slug, process.key, 'plan')}>{process.name}</Link>}{' '}
              <span className={styles.soft}>
                {[
                  texts.version(standing.modelNumber, standing.newestNumber),
                  texts.startedOn(formatInstant(instance.startedAt)),
                  ...(instance.dueAt === null ? [] : [texts.dueOn(formatInstant(instance.dueAt))]),
                ].join(' · ')}
              </span>
            </p>
            {canRepair && <Acts instance={instance} standing={standing} />}
          </div>
          {instance.suspension && <SuspensionNote suspension={instance.suspension} />}
          <InstanceStanding
            {...{ instance, standing }}
            canRepair={canRepair && instance.suspension === null}
          />
          <Suspense fallback={null}>
            <InstancePicture instance={instance} standing={standing} />
          </Suspense>
          <InstanceWork work={standing.work} />
          <InstanceValues instance={instance} standing={standing} canRepair={canRepair} />
          <ValueChanges instanceId={instance.id} />
          <InstanceHistory instanceId={instance.id} />
        </div>
        <aside className={styles.side}>
          <InstanceFacts standing={standing} />
        </aside>
      </div>
    </>
  )
}

/** What can be done to the instance as a whole. */
function Acts({ instance, standing }: Props) {
  const { run } = useCommands()
  const [asked, setAsked] = useState<'cancel' | 'migrate' | null>(null)
  const handleCancel = async (reason: string) => {
    const input = { id: instance.id, act: { kind: 'cancel' as const }, reason }
    const outcome = await run('process.repairInstance', input, { isSilent: true })
    return outcome.ok ? null : outcome.refused
  }
  return (
    <div className={styles.acts}>
      <SuspendButton instance={instance} />
      {standing.newestNumber > 1 && (
        <Button size="xs" variant="default" onClick={() => setAsked('migrate')}>
          {texts.act.migrate}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => setAsked('cancel')}>
        {texts.act.cancel}
      </Button>
      {asked === 'cancel' && (
        <ReasonDialog
          title={texts.act.cancel}
          what={texts.actWhat.cancel}
          isDanger
          onGo={handleCancel}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'migrate' && (
        <MigrateDialog
          containerId={instance.containerId}
          from={standing.modelNumber}
          newest={standing.newestNumber}
          which={{ ids: [instance.id] }}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}
