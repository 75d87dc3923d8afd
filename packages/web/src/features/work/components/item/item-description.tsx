import type { WorkItem } from '@millrace/core/work'
import { useState } from 'react'
import { Button, Markdown, Textarea, usePastedFiles } from '../../../../ui/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import { changeItem } from '../../model/moves.ts'
import { textsItem } from '../../texts-item.ts'
import styles from './item-panel.module.css'

type Props = { readonly item: WorkItem; readonly canWrite: boolean }

/** What is to be done, as rich text; written as Markdown. */
export function ItemDescription({ item, canWrite }: Props) {
  const apply = useApplyCalls()
  const [draft, setDraft] = useState<string | null>(null)
  // Somebody may change it while it is written: what counts is what stood there at the beginning.
  const [before, setBefore] = useState('')
  const pasted = usePastedFiles({
    place: { itemId: item.id },
    onText: (change) => setDraft((text) => change(text ?? '')),
  })
  const begin = () => {
    setBefore(item.description)
    setDraft(item.description)
  }
  const save = () => {
    if (draft !== null && draft !== item.description)
      apply([changeItem(item, { description: draft }, { description: before })])
    setDraft(null)
  }
  if (draft !== null) {
    return (
      <section className={styles.section} data-field="description" aria-label={textsItem.description}>
        <Textarea
          aria-label={textsItem.description}
          data-writes="description"
          autosize
          minRows={4}
          maxRows={24}
          value={draft}
          autoFocus
          {...pasted.handlers}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !pasted.isWaiting) save()
            if (event.key === 'Escape') {
              event.stopPropagation()
              setDraft(null)
            }
          }}
        />
        <div className={styles.formEnd}>
          <span className={styles.hint}>{textsItem.markdown}</span>
          <Button size="compact-sm" variant="default" onClick={() => setDraft(null)}>
            {textsItem.cancel}
          </Button>
          <Button size="compact-sm" disabled={pasted.isWaiting} onClick={save}>
            {textsItem.save}
          </Button>
        </div>
      </section>
    )
  }
  if (item.description === '') {
    return canWrite ? (
      <div data-field="description">
        <button type="button" className={styles.addDescription} onClick={begin}>
          {textsItem.addDescription}
        </button>
      </div>
    ) : null
  }
  return (
    <section className={styles.description} data-field="description" aria-label={textsItem.description}>
      <Markdown text={item.description} />
      {canWrite && (
        <button type="button" className={styles.editDescription} onClick={begin}>
          {textsItem.edit}
        </button>
      )}
    </section>
  )
}
