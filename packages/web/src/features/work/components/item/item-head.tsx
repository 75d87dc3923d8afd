import type { WorkItem } from '@millrace/core/work'
import { ChevronDown, Ellipsis, Maximize2, X } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { paths, useGo, useSlug } from '../../../../platform/navigation.ts'
import { callOf } from '../../../../platform/store/index.ts'
import { ActionIcon, Button, KindGlyph, Link, Menu, notifications, StateShape } from '../../../../ui/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import { finishCalls } from '../../model/finish.ts'
import type { Lookup } from '../../model/lookup.ts'
import { texts } from '../../texts.ts'
import { textsCopy } from '../../texts-copy.ts'
import { textsEdit } from '../../texts-edit.ts'
import { textsItem } from '../../texts-item.ts'
import { textsMerge } from '../../texts-merge.ts'
import { textsSight } from '../../texts-sight.ts'
import { textsTemplate } from '../../texts-template.ts'
import { textsView } from '../../texts-view.ts'
import styles from './item-panel.module.css'

const CopyItemDialog = lazy(async () => ({
  default: (await import('./copy-item-dialog.tsx')).CopyItemDialog,
}))
const MoveItemDialog = lazy(async () => ({
  default: (await import('./move-item-dialog.tsx')).MoveItemDialog,
}))

const MergeItemDialog = lazy(async () => ({
  default: (await import('./merge-item-dialog.tsx')).MergeItemDialog,
}))

const SightDialog = lazy(async () => ({ default: (await import('./sight-dialog.tsx')).SightDialog }))

const KeepTemplateDialog = lazy(async () => ({
  default: (await import('../template/keep-template-dialog.tsx')).KeepTemplateDialog,
}))

type Props = {
  readonly item: WorkItem
  readonly lookup: Lookup
  readonly canWrite: boolean
  /** Whether one is told of it. */
  readonly news?: ReactNode
  /** Given in the pane: closes it. On the page of its own there is nothing to close. */
  readonly onClose?: (() => void) | undefined
  readonly onChoose: (field: string, rect: DOMRect) => void
}

/** The line above an item: its key, its state with the moves, and what else can be done. */
export function ItemHead({ item, lookup, canWrite, news, onClose, onChoose }: Props) {
  const slug = useSlug()
  const go = useGo()
  const apply = useApplyCalls()
  const home = lookup.containers.get(item.containerIds[0] ?? '')
  const state = lookup.types.get(item.typeId)?.workflow.states.find((each) => each.id === item.stateId)
  return (
    <header className={styles.head}>
      {home && (
        <Link to={paths.container(slug, home.key)} className={styles.home} title={home.name}>
          <KindGlyph kind={home.kind} />
          <span className={styles.homeName}>{home.name}</span>
        </Link>
      )}
      <span className={styles.headKey}>{item.key}</span>
      <span className={styles.headEnd}>
        <button
          type="button"
          className={styles.stateButton}
          data-edit="state"
          disabled={!canWrite}
          aria-label={textsView.cell(texts.field.state, state?.name ?? item.stateId)}
          onClick={(event) => onChoose('state', event.currentTarget.getBoundingClientRect())}
        >
          <StateShape group={item.stateGroup} />
          {state?.name ?? item.stateId}
          <ChevronDown size={12} aria-hidden />
        </button>
        {canWrite && item.stateGroup !== 'done' && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => apply(finishCalls([item], lookup), textsEdit.did.finish(item.key))}
          >
            {textsItem.finish}
          </Button>
        )}
        {news}
        <ItemMenu item={item} canWrite={canWrite} onChoose={onChoose} />
        {onClose && (
          <>
            <ActionIcon
              aria-label={textsItem.openFull}
              title={textsItem.openFull}
              onClick={() => go(paths.item(slug, item.key))}
            >
              <Maximize2 size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon aria-label={textsItem.close} title={textsItem.close} onClick={onClose}>
              <X size={15} aria-hidden />
            </ActionIcon>
          </>
        )}
      </span>
    </header>
  )
}

function ItemMenu({ item, canWrite, onChoose }: Pick<Props, 'item' | 'canWrite' | 'onChoose'>) {
  const slug = useSlug()
  const apply = useApplyCalls()
  const [dialog, setDialog] = useState<'copy' | 'move' | 'merge' | 'template' | 'sight' | null>(null)
  const copy = (text: string) => {
    void navigator.clipboard.writeText(text)
    notifications.show({ id: 'copied', message: textsItem.copied, durationMs: 1500 })
  }
  const choose = (field: string) => {
    const head = document.querySelector('[data-item-menu]')
    if (head) onChoose(field, head.getBoundingClientRect())
  }
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={textsItem.more} data-item-menu>
            <Ellipsis size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {canWrite && (
            <>
              <Menu.Item onClick={() => choose('handOff')}>{textsItem.handOff}…</Menu.Item>
              <Menu.Item onClick={() => choose('wait')}>{textsView.bulkEdit.wait}…</Menu.Item>
              <Menu.Item onClick={() => choose('block')}>{textsEdit.blockTitle}…</Menu.Item>
              <Menu.Divider />
              <Menu.Item onClick={() => setDialog('move')}>{textsCopy.move}</Menu.Item>
              {item.archivedAt === null && (
                <>
                  <Menu.Item onClick={() => setDialog('merge')}>{textsMerge.merge}</Menu.Item>
                  <Menu.Item onClick={() => setDialog('sight')}>{textsSight.whoSees}</Menu.Item>
                </>
              )}
            </>
          )}
          <Menu.Item onClick={() => setDialog('copy')}>{textsCopy.copy}</Menu.Item>
          <Menu.Item onClick={() => setDialog('template')}>{textsTemplate.keep}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => copy(`${window.location.origin}${paths.item(slug, item.key)}`)}>
            {textsItem.copyLink}
          </Menu.Item>
          <Menu.Item onClick={() => copy(item.key)}>{textsItem.copyKey(item.key)}</Menu.Item>
          <Menu.Divider />
          {item.archivedAt === null ? (
            <Menu.Item
              disabled={!canWrite}
              onClick={() =>
                apply([callOf('work.archiveItem', { id: item.id })], textsEdit.did.archive(item.key))
              }
            >
              {textsItem.archive}
            </Menu.Item>
          ) : (
            <Menu.Item onClick={() => apply([callOf('work.restoreItem', { id: item.id })])}>
              {textsItem.restore}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {dialog === 'copy' && <CopyItemDialog item={item} onClose={() => setDialog(null)} />}
        {dialog === 'template' && (
          <KeepTemplateDialog
            from={{ kind: 'item', itemId: item.id }}
            name={item.title}
            placeId={item.containerIds[0] ?? null}
            onClose={() => setDialog(null)}
          />
        )}
        {dialog === 'merge' && <MergeItemDialog item={item} onClose={() => setDialog(null)} />}
        {dialog === 'sight' && <SightDialog item={item} onClose={() => setDialog(null)} />}
        {dialog === 'move' && <MoveItemDialog item={item} onClose={() => setDialog(null)} />}
      </Suspense>
    </>
  )
}
