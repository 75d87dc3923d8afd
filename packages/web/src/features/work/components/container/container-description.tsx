import { useState } from 'react'
import { type Container, useCommands } from '../../../../platform/store/index.ts'
import { Button, Markdown, Textarea, usePastedFiles } from '../../../../ui/index.ts'
import { textsContainers } from '../../texts-containers.ts'
import { textsItem } from '../../texts-item.ts'
import styles from '../item/item-panel.module.css'

type Props = { readonly container: Container }

/** What a container is for, as rich text; its managers edit it in place. */
export function ContainerDescription({ container }: Props) {
  const { run } = useCommands()
  const [draft, setDraft] = useState<string | null>(null)
  const pasted = usePastedFiles({
    place: { containerId: container.id },
    onText: (change) => setDraft((text) => change(text ?? '')),
  })
  const canWrite = container.myRole === 'manager' && container.archivedAt === null
  const save = () => {
    if (draft !== null && draft !== container.description) {
      void run('work.changeContainer', { id: container.id, patch: { description: draft } })
    }
    setDraft(null)
  }
  if (draft !== null) {
    return (
      <section className={styles.section}>
        <Textarea
          aria-label={textsContainers.description}
          autosize
          minRows={4}
          maxRows={20}
          value={draft}
          autoFocus
          {...pasted.handlers}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !pasted.isWaiting) save()
            if (event.key === 'Escape') setDraft(null)
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
  if (container.description === '') {
    return canWrite ? (
      <button type="button" className={styles.addDescription} onClick={() => setDraft('')}>
        {textsContainers.addDescription}
      </button>
    ) : null
  }
  return (
    <section className={styles.description} aria-label={textsContainers.description}>
      <Markdown text={container.description} />
      {canWrite && (
        <button
          type="button"
          className={styles.editDescription}
          onClick={() => setDraft(container.description)}
        >
          {textsItem.edit}
        </button>
      )}
    </section>
  )
}
