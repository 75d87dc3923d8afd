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
  const setSearch = useSetSearch()
  const published = useModel(containerId, 'published')
  const draft = useModel(containerId, 'draft')
  const failed = published.error ?? draft.error
  if (failed !== null)
    return <ErrorState title={texts.failed} error={failed} onRetry={() => void published.refetch()} />
  if (!published.data || !draft.data) return <Skeleton rows={8} />
  const show = (way: Way | undefined) => {
    void Promise.all([published.refetch(), draft.refetch()]).then(() => setSearch({ draw: way }))
  }
  return (
    <Steps {...{ containerId }} published={published.data.model} draft={draft.data.model} onShow={show} />
  )
}

type Way = 'steps' | 'list'
type Kept = { readonly number: number | null; readonly version: number; readonly xml: string } | null
type StepsProps = Props & {
  readonly published: Kept
  readonly draft: Kept
  readonly onShow: (way: Way | undefined) => void
}

function Steps({ containerId, published, draft, onShow }: StepsProps) {
  const way = useSearchText()['draw']
  const container = useEntity('container', containerId)
  const isManager = container?.myRole === 'manager' && container.archivedAt === null
  const latest = (draft ?? published)?.xml ?? null
  const shared = { containerId, name: container?.name ?? '', version: draft?.version ?? null }
  if (way === 'list' && isManager) return <WriteList {...shared} xml={latest} onClose={onShow} />
  if (way === 'steps' && isManager && latest !== null)
    return <EditSteps key={containerId} {...shared} xml={drawn(latest)} onClose={() => onShow(undefined)} />
  const shown = published ?? draft
  if (!shown) return <NoSteps onWrite={isManager ? () => onShow('list') : null} />
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <strong>{shown.number === null ? texts.draft : texts.version(shown.number)}</strong>
        {isManager && <Ways onShow={onShow} />}
      </div>
      <ShownSteps containerId={containerId} name={shared.name} xml={shown.xml} />
    </div>
  )
}

function NoSteps({ onWrite }: { readonly onWrite: (() => void) | null }) {
  return (
    <EmptyState
      glyph={<Workflow size={20} strokeWidth={1.75} />}
      title={texts.emptyTitle}
      sentence={onWrite ? texts.emptySentence : texts.reader}
      {...(onWrite ? { action: { label: texts.write, onClick: onWrite } } : {})}
    />
  )
}

/** The two ways to change the steps. */
function Ways({ onShow }: { readonly onShow: (way: Way) => void }) {
  return (
    <span className={styles.barEnd}>
      <Button
        size="xs"
        variant="default"
        leftSection={<ListOrdered size={14} aria-hidden />}
        onClick={() => onShow('list')}
      >
        {texts.write}
      </Button>
      <Button size="xs" leftSection={<Pencil size={14} aria-hidden />} onClick={() => onShow('steps')}>
        {texts.edit}
      </Button>
    </span>
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
