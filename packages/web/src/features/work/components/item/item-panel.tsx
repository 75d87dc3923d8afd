import { lazy, type ReactNode, Suspense, useState } from 'react'
import { usePending } from '../../../../platform/store/index.ts'
import { ErrorState, Skeleton, useMediaQuery } from '../../../../ui/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import { type LoadedItem, useItemDetails } from '../../hooks/use-item-details.ts'
import { useItemKeys } from '../../hooks/use-item-keys.ts'
import { useLookup } from '../../hooks/use-lookup.ts'
import { canWriteItem } from '../../model/access.ts'
import type { Lookup } from '../../model/lookup.ts'
import { changeItem } from '../../model/moves.ts'
import { textsItem } from '../../texts-item.ts'
import { PropertyEditor } from '../editors/property-editor.tsx'
import { ItemRepeat } from '../repeat/item-repeat.tsx'
import { EditableText } from './editable-text.tsx'
import { ItemClosing } from './item-closing.tsx'
import { ItemDescription } from './item-description.tsx'
import { ItemHead } from './item-head.tsx'
import { ItemOrigin } from './item-origin.tsx'
import styles from './item-panel.module.css'
import { ItemPlaces } from './item-places.tsx'
import { ItemProperties } from './item-properties.tsx'
import { ItemReadiness } from './item-readiness.tsx'
import { ItemRelations } from './item-relations.tsx'
import { ItemSight } from './item-sight.tsx'
import { ItemStanding } from './item-standing.tsx'
import { ItemSubItems } from './item-sub-items.tsx'
import { type ItemSlots, ItemTabs } from './item-tabs.tsx'

const ItemChecklists = lazy(async () => ({
  default: (await import('../checklist/item-checklists.tsx')).ItemChecklists,
}))

type Props = ItemSlots & {
  readonly itemKey: string
  /** In the pane everything stands in one column; on the page the properties stand at the side if there is room. */
  readonly shape: 'pane' | 'page'
  readonly onClose?: () => void
}

/** Where the properties have room beside the rest; the style sheet says the same. */
const WIDE = '(min-width: 981px)'

/** Everything about one item, editable where it stands. */
export function ItemPanel({ itemKey, ...rest }: Props) {
  const loaded = useItemDetails(itemKey)
  const lookup = useLookup()
  if (loaded.item) return <Loaded {...rest} loaded={loaded} item={loaded.item} lookup={lookup} />
  if (loaded.error)
    return <ErrorState title={textsItem.notFound} error={loaded.error} onRetry={loaded.retry} />
  return <Skeleton rows={8} label={textsItem.loading} />
}

type LoadedProps = Omit<Props, 'itemKey'> & {
  readonly loaded: LoadedItem
  readonly item: NonNullable<LoadedItem['item']>
  readonly lookup: Lookup
}

function Loaded({ loaded, item, lookup, shape, onClose, news, nudge, form, ...slots }: LoadedProps) {
  const apply = useApplyCalls()
  const mark = usePending(item.id)
  const [editor, setEditor] = useState<{ readonly field: string; readonly rect: DOMRect } | null>(null)
  const isWide = useMediaQuery(WIDE) ?? true
  const hasAside = shape === 'page' && isWide
  const canWrite = canWriteItem(item, lookup)
  const choose = (field: string, rect: DOMRect) => setEditor({ field, rect })
  useItemKeys({ item, lookup, isOn: shape === 'page' && canWrite, onChoose: choose })
  const { details, children, relations } = loaded
  const aside: ReactNode = (
    <>
      <ItemProperties item={item} lookup={lookup} canWrite={canWrite} onChoose={choose} />
      <ItemRepeat
        key={`repeat-${item.id}`}
        item={item}
        recurrence={details?.recurrence}
        canWrite={canWrite}
      />
      <ItemReadiness key={item.id} item={item} lookup={lookup} canWrite={canWrite} onChoose={choose} />
      <ItemClosing item={item} lookup={lookup} canWrite={canWrite} />
    </>
  )
  return (
    <article className={styles.panel} data-shape={shape} data-pending={mark.isPending || undefined}>
      <ItemHead
        item={item}
        lookup={lookup}
        canWrite={canWrite}
        news={news?.(item)}
        onClose={onClose}
        onChoose={choose}
      />
      <div className={styles.body}>
        <div className={styles.main}>
          {item.archivedAt !== null && <p className={styles.archived}>{textsItem.archived}</p>}
          <div data-field="title">
            <EditableText
              key={item.id}
              writes="title"
              label={textsItem.title}
              className={styles.title}
              value={item.title}
              isReadOnly={!canWrite}
              onSave={(title, before) => apply([changeItem(item, { title }, { title: before })])}
            />
          </div>
          <ItemOrigin item={item} lookup={lookup} />
          <ItemPlaces places={details?.places ?? []} lookup={lookup} />
          <Suspense fallback={null}>{form?.(item)}</Suspense>
          {mark.problem && (
            <p className={styles.problem} role="alert">
              {mark.problem.sentence} {mark.problem.remedy}
            </p>
          )}
          <ItemSight item={item} lookup={lookup} canWrite={canWrite} />
          <ItemStanding
            item={item}
            lookup={lookup}
            blockedMs={details?.blockedMs ?? 0}
            canWrite={canWrite}
            nudge={nudge}
          />
          {!hasAside && aside}
          <ItemDescription key={`text-${item.id}`} item={item} canWrite={canWrite} />
          <Suspense fallback={item.lineCount > 0 ? <Skeleton rows={Math.min(item.lineCount, 5)} /> : null}>
            <ItemChecklists
              key={`lists-${item.id}`}
              item={item}
              lookup={lookup}
              canWrite={canWrite}
              isLoaded={details !== undefined}
            />
          </Suspense>
          <ItemSubItems
            item={item}
            subItems={children}
            rollUp={details?.rollUp}
            lookup={lookup}
            canWrite={canWrite}
          />
          <ItemRelations item={item} relations={relations} lookup={lookup} canWrite={canWrite} />
          <ItemTabs item={item} lookup={lookup} details={details} {...slots} />
        </div>
        {hasAside && <aside className={styles.aside}>{aside}</aside>}
      </div>
      {editor && (
        <PropertyEditor
          items={[item]}
          lookup={lookup}
          field={editor.field}
          rect={editor.rect}
          onDone={() => setEditor(null)}
        />
      )}
    </article>
  )
}
