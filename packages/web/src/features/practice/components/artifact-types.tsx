import type { ArtifactTypeView } from '@millrace/contract'
import { Package, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { paths, useSlug } from '../../../platform/navigation.ts'
import { callOf, useCommands } from '../../../platform/store/index.ts'
import { Button, EmptyState, ErrorState, Link, PlainTable, Skeleton } from '../../../ui/index.ts'
import { useArtifactTypes, useMayKeep, usePractices } from '../hooks/use-practices.ts'
import { texts } from '../texts.ts'
import { textsForm as words } from '../texts-form.ts'
import { ArtifactTypeForm } from './artifact-type-form.tsx'
import { MadeArtifacts } from './made-artifacts.tsx'
import styles from './practice.module.css'

const { column } = words

/** What work makes: types of artifact with their states, and which practices bring them about. */
export function ArtifactTypes() {
  const asked = useArtifactTypes()
  const canKeep = useMayKeep()
  const [edited, setEdited] = useState<ArtifactTypeView | 'new' | null>(null)
  if (asked.data === undefined) {
    return asked.error === null ? (
      <Skeleton rows={6} />
    ) : (
      <ErrorState title={texts.failed} error={asked.error} onRetry={() => void asked.refetch()} />
    )
  }
  const { types } = asked.data
  const add = () => setEdited('new')
  return (
    <>
      {types.length === 0 ? (
        <EmptyState
          glyph={<Package size={20} strokeWidth={1.75} />}
          title={words.noTypesTitle}
          sentence={words.noTypesSentence}
          {...(canKeep ? { action: { label: words.addType, onClick: add } } : {})}
        />
      ) : (
        <>
          <p className={styles.hint}>{words.artifactsExplain}</p>
          {canKeep && (
            <div className={styles.bar}>
              <span>
                <Button size="xs" onClick={add}>
                  {words.addType}
                </Button>
              </span>
            </div>
          )}
          <PlainTable label={words.artifacts} narrow="cards" columns={[...Object.values(column), '']}>
            {types.map((type) => (
              <TypeRow key={type.id} type={type} onEdit={canKeep ? () => setEdited(type) : null} />
            ))}
          </PlainTable>
        </>
      )}
      <MadeArtifacts types={types} />
      {edited !== null && (
        <ArtifactTypeForm type={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  )
}

function TypeRow({ type, onEdit }: { type: ArtifactTypeView; onEdit: (() => void) | null }) {
  const { run } = useCommands()
  const { id, name, archivedAt } = type
  const [archive, restore] = [
    callOf('practice.archiveArtifactType', { id }),
    callOf('practice.restoreArtifactType', { id }),
  ]
  return (
    <tr>
      <td data-label={column.name}>
        {name}
        {archivedAt !== null && <span className={styles.soft}> {words.archived}</span>}
      </td>
      <td data-label={column.kind}>{words.kindShort[type.kind]}</td>
      <td data-label={column.states}>{type.states.map((state) => state.name).join(' → ')}</td>
      <td data-label={column.makers}>
        <Makers ids={type.makerIds} />
      </td>
      <td>
        {onEdit && archivedAt === null && (
          <>
            <Button size="compact-xs" variant="default" onClick={onEdit}>
              {texts.edit}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() =>
                void run(
                  'practice.archiveArtifactType',
                  { id },
                  { undoLabel: texts.archived(name), back: [restore] },
                )
              }
            >
              {texts.archive}
            </Button>
          </>
        )}
        {onEdit && archivedAt !== null && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() =>
              void run(
                'practice.restoreArtifactType',
                { id },
                { undoLabel: texts.restored(name), back: [archive] },
              )
            }
          >
            {texts.restore}
          </Button>
        )}
      </td>
    </tr>
  )
}

/** Nobody making it is a gap, said with a sign and in words. */
function Makers({ ids }: { readonly ids: readonly string[] }) {
  const slug = useSlug()
  const { data } = usePractices()
  const makers = (data?.practices ?? []).filter(({ id }) => ids.includes(id))
  if (ids.length === 0) {
    return (
      <span className={styles.gap}>
        <TriangleAlert size={13} aria-hidden />
        {words.nobody}
      </span>
    )
  }
  return makers.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Link to={paths.practice(slug, id)}>{name}</Link>
    </span>
  ))
}
