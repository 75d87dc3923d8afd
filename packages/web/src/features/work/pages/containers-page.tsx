import type { ContainerView } from '@millrace/contract'
import type { ContainerKind } from '@millrace/core/work'
import { Plus, Search } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { newContainerDialog } from '../../../platform/dialogs.ts'
import { paths, useGo, useSlug } from '../../../platform/navigation.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import {
  Button,
  EmptyState,
  ErrorState,
  KindGlyph,
  PageHeader,
  SegmentedControl,
  Skeleton,
  TextInput,
} from '../../../ui/index.ts'
import { ContainerTable } from '../components/container/container-table.tsx'
import { type ContainerCounts, useContainerCounts } from '../hooks/use-container-counts.ts'
import { textsContainers } from '../texts-containers.ts'
import styles from './pages.module.css'

type Props = {
  readonly kind: ContainerKind
  /** Shows them in another way than the usual table. */
  readonly table?: (props: TableProps) => ReactNode
}

/** What a table of containers shows. */
export type TableProps = {
  readonly containers: readonly ContainerView[]
  readonly counts: ReadonlyMap<string, ContainerCounts>
}

/** All projects, processes, cases or lists, with how their work stands. */
export function ContainersPage({ kind, table }: Props) {
  const slug = useSlug()
  const go = useGo()
  const words = textsContainers.kind[kind]
  const directory = useDirectory()
  const [text, setText] = useState('')
  const [archived, setArchived] = useState<'no' | 'only'>('no')
  const { counts, listed, isLoading, error, retry } = useContainerCounts(kind, archived)
  const containers = useMemo(() => {
    const all = archived === 'only' ? listed : [...directory.containers.values()]
    return all
      .filter((each) => each.kind === kind && (archived === 'only') === (each.archivedAt !== null))
      .toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
  }, [directory.containers, listed, kind, archived])
  const wanted = text.trim().toLowerCase()
  const found = containers.filter((each) =>
    `${each.key} ${each.name} ${each.subject ?? ''}`.toLowerCase().includes(wanted),
  )
  const isEmpty = containers.length === 0 && archived === 'no'
  return (
    <div className={styles.page}>
      <PageHeader
        title={words.many}
        note={containers.length === 0 ? undefined : containers.length}
        actions={
          <>
            {kind === 'project' && (
              <Button size="xs" variant="default" onClick={() => go(paths.earnedValue(slug))}>
                {textsContainers.earnedValue}
              </Button>
            )}
            {kind === 'process' && (
              <Button size="xs" variant="default" onClick={() => go(paths.incidents(slug))}>
                {textsContainers.incidents}
              </Button>
            )}
            <Button
              size="xs"
              leftSection={<Plus size={14} aria-hidden />}
              onClick={() => newContainerDialog.openFor(kind)}
            >
              {words.create}
            </Button>
          </>
        }
      />
      {!isEmpty && (
        <div className={styles.tools}>
          <TextInput
            aria-label={textsContainers.find}
            placeholder={textsContainers.find}
            leftSection={<Search size={14} aria-hidden />}
            size="xs"
            className={styles.find ?? ''}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <SegmentedControl
            size="xs"
            aria-label={textsContainers.shownLabel}
            value={archived}
            onChange={(value) => setArchived(value === 'only' ? 'only' : 'no')}
            data={(['no', 'only'] as const).map((value) => ({ value, label: textsContainers.shown[value] }))}
          />
        </div>
      )}
      {error !== null && containers.length === 0 ? (
        <ErrorState title={textsContainers.failed} error={error} onRetry={retry} />
      ) : isEmpty ? (
        <EmptyState
          glyph={<KindGlyph kind={kind} size={20} />}
          title={words.emptyTitle}
          sentence={words.emptySentence}
          action={{ label: words.create, onClick: () => newContainerDialog.openFor(kind) }}
          example={{ label: textsContainers.importOne, onClick: () => go(paths.imports(slug)) }}
        />
      ) : found.length > 0 ? (
        (table?.({ containers: found, counts }) ?? (
          <ContainerTable kind={kind} containers={found} counts={counts} />
        ))
      ) : isLoading ? (
        <Skeleton rows={6} />
      ) : (
        <p className={styles.nothing}>
          {wanted === '' ? textsContainers.noneArchived : textsContainers.nothing}
        </p>
      )}
    </div>
  )
}
