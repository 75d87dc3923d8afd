import { ListOrdered, Pencil, Workflow } from 'lucide-react'
import { useMemo } from 'react'
import { useSearchText, useSetSearch } from '../../../../platform/navigation.ts'
import { useEntity } from '../../../../platform/store/index.ts'
import { Button, EmptyState, ErrorState, Skeleton } from '../../../../ui/index.ts'
import { useLiveCounts } from '../../hooks/use-live-counts.ts'
import { useModel } from '../../hooks/use-model.ts'
import { useProcess } from '../../hooks/use-process.ts'
import { drawn } from '../../model/drawn.ts'
import { readModel } from '../../model/read-model.ts'
import { stepRows } from '../../model/step-rows.ts'
import { stepTexts as texts } from '../../texts-steps.ts'
import { EditSteps } from './edit-steps.tsx'
import styles from './steps.module.css'
import { StepsOutline } from './steps-outline.tsx'
import { WriteList } from './write-list.tsx'

type Props = { readonly containerId: string }

/** The model of a process as a list of steps: to read, to edit, or to write anew. */
export function StepsTab({ containerId }: Props) {
  const way = useSearchText()['draw']
  const setSearch = useSetSearch()
  const container = useEntity('container', containerId)
  const published = useModel(containerId, 'published')
  const draft = useModel(containerId, 'draft')
  const isManager = container?.myRole === 'manager' && container.archivedAt === null
  const name = container?.name ?? ''
  const failed = published.error ?? draft.error
  if (failed !== null)
    return <ErrorState title={texts.failed} error={failed} onRetry={() => void published.refetch()} />
  if (!published.data || !draft.data) return <Skeleton rows={8} />
  const written = draft.data.model
  const model = published.data.model
  const show = (next: 'steps' | 'list' | undefined) => {
    void Promise.all([published.refetch(), draft.refetch()]).then(() => setSearch({ draw: next }))
  }
  const latest = written?.xml ?? model?.xml
  const version = written?.version ?? null
  if (way === 'list' && isManager)
    return <WriteList {...{ containerId, name, version }} xml={latest ?? null} onClose={show} />
  if (way === 'steps' && isManager && latest !== undefined)
    return (
      <EditSteps
        key={containerId}
        {...{ containerId, name, version }}
        xml={drawn(latest)}
        onClose={() => show(undefined)}
      />
    )
  const shown = model ?? written
  if (!shown) {
    return (
      <EmptyState
        glyph={<Workflow size={20} strokeWidth={1.75} />}
        title={texts.emptyTitle}
        sentence={isManager ? texts.emptySentence : texts.reader}
        {...(isManager ? { action: { label: texts.write, onClick: () => show('list') } } : {})}
      />
    )
  }
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <strong>{shown.number === null ? texts.draft : texts.version(shown.number)}</strong>
        {isManager && (
          <span className={styles.barEnd}>
            <Button
              size="xs"
              variant="default"
              leftSection={<ListOrdered size={14} aria-hidden />}
              onClick={() => show('list')}
            >
              {texts.write}
            </Button>
            <Button size="xs" leftSection={<Pencil size={14} aria-hidden />} onClick={() => show('steps')}>
              {texts.edit}
            </Button>
          </span>
        )}
      </div>
      <ShownSteps containerId={containerId} name={name} xml={shown.xml} />
    </div>
  )
}

type ShownProps = { readonly containerId: string; readonly name: string; readonly xml: string }

function ShownSteps({ containerId, name, xml }: ShownProps) {
  const rows = useMemo(() => {
    const model = readModel(xml)
    return model && stepRows(model)
  }, [xml])
  const live = useLiveCounts(containerId)
  const counts = useMemo(() => new Map(live.map((one) => [one.elementId, one])), [live])
  const setSearch = useSetSearch()
  const { data } = useProcess(containerId)
  const openOf = (elementId: string) => {
    const step = data?.steps.find((one) => one.elementId === elementId)
    return step && (() => setSearch({ tab: 'instances', step: step.id }))
  }
  if (rows === null) return <EmptyState title={texts.unread} sentence={texts.notEdited} />
  return <StepsOutline label={texts.outline(name)} rows={rows} counts={counts} openOf={openOf} />
}
