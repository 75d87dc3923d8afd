import type { DecisionView } from '@millrace/contract'
import { Ellipsis } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { saveFile } from '../../../../platform/download.ts'
import { callOf, useCommands } from '../../../../platform/store/index.ts'
import { ActionIcon, Button, Menu, Modal, notifications, Popover, TextInput } from '../../../../ui/index.ts'
import type { DecisionDraft } from '../../hooks/use-decision-draft.ts'
import { useKeepDecision } from '../../hooks/use-decisions.ts'
import { readDmnFile } from '../../model/rules/read-dmn-file.ts'
import { textsRules as texts } from '../../texts-rules.ts'
import styles from './rules.module.css'

type Props = {
  readonly view: DecisionView
  readonly draft: DecisionDraft
  readonly isManager: boolean
  readonly onReplaced: () => void
}

/** How far a model is published, and what can be done to it as a whole. */
export function DecisionActions({ view, draft, isManager, onReplaced }: Props) {
  const { run } = useCommands()
  const keep = useKeepDecision()
  const file = useRef<HTMLInputElement>(null)
  const [isRenaming, setRenaming] = useState(false)
  const isLive = view.archivedAt === null
  const { id, name } = view
  const handleArchive = async () => {
    const back = [callOf('process.restoreDecision', { id })]
    const outcome = await run('process.removeDecision', { id }, { undoLabel: texts.archivedNow(name), back })
    if (outcome.ok) keep(outcome.output)
  }
  const handleRestore = async () => {
    const back = [callOf('process.removeDecision', { id })]
    const outcome = await run('process.restoreDecision', { id }, { undoLabel: texts.restoredNow(name), back })
    if (outcome.ok) keep(outcome.output)
  }
  const handleExport = () => {
    const content = new Blob([draft.dmn], { type: 'application/xml' })
    saveFile({ name: `${name}.dmn`, content })
  }
  const handleFile = async (chosen: File | undefined) => {
    if (chosen === undefined) return
    draft.change(readDmnFile(new Uint8Array(await chosen.arrayBuffer())))
    if (await draft.flush()) onReplaced()
  }
  return (
    <div className={styles.actions}>
      <State view={view} draft={draft} />
      {isManager && isLive && <Publish view={view} draft={draft} />}
      {isManager && !isLive && (
        <Button size="xs" onClick={() => void handleRestore()}>
          {texts.restore}
        </Button>
      )}
      <input
        ref={file}
        type="file"
        hidden
        accept=".dmn,.xml"
        aria-label={texts.replace}
        onChange={(event) => void handleFile(event.currentTarget.files?.[0])}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={28} variant="subtle" aria-label={texts.more}>
            <Ellipsis size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={handleExport}>{texts.export}</Menu.Item>
          {isManager && isLive && (
            <>
              <Menu.Item onClick={() => file.current?.click()}>{texts.replace}</Menu.Item>
              <Menu.Item onClick={() => setRenaming(true)}>{texts.rename}</Menu.Item>
              <Menu.Divider />
              <Menu.Item onClick={() => void handleArchive()}>{texts.archive}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isRenaming && (
        <Rename view={view} draft={draft} onClose={() => setRenaming(false)} onRenamed={onReplaced} />
      )}
    </div>
  )
}

type Of = Pick<Props, 'view' | 'draft'>

function State({ view, draft }: Of) {
  const { publishedNumber, isChanged, archivedAt } = view
  const words = [
    ...(archivedAt === null ? [] : [texts.state.archived]),
    publishedNumber === null ? texts.state.draft : texts.published(publishedNumber),
    ...(publishedNumber !== null && isChanged ? [texts.state.changed] : []),
    ...(draft.state === 'saving' ? [texts.saving] : []),
    ...(draft.state === 'waiting' ? [texts.waiting] : []),
  ]
  return (
    <span className={styles.soft} role="status">
      {words.join(' · ')}
    </span>
  )
}

function Publish({ view, draft }: Of) {
  const { run } = useCommands()
  const keep = useKeepDecision()
  const [isOpen, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const isNew = view.isChanged || draft.state !== 'saved'
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    setOpen(false)
    if (!(await draft.flush())) return
    const outcome = await run('process.publishDecision', { id: view.id, note, version: draft.version() })
    if (!outcome.ok) return
    keep(outcome.output)
    setNote('')
    notifications.show({ message: texts.publishedNow(outcome.output.publishedNumber ?? 1) })
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus width={320}>
      <Popover.Target>
        <Button size="xs" disabled={!isNew} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {texts.publish}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
          <p className={styles.soft}>{texts.publishHint}</p>
          <TextInput
            label={texts.note}
            placeholder={texts.noteHint}
            value={note}
            maxLength={500}
            data-autofocus
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <div className={styles.formEnd}>
            <Button type="submit" size="xs">
              {texts.publish}
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

type RenameProps = Of & { readonly onClose: () => void; readonly onRenamed: () => void }

function Rename({ view, draft, onClose, onRenamed }: RenameProps) {
  const { run } = useCommands()
  const keep = useKeepDecision()
  const [name, setName] = useState(view.name)
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    onClose()
    if (!(await draft.flush())) return
    const { id, containerId } = view
    const input = { id, containerId, name: name.trim(), dmn: draft.dmn, version: draft.version() }
    const outcome = await run('process.saveDecision', input)
    if (!outcome.ok) return
    keep(outcome.output)
    onRenamed()
  }
  return (
    <Modal opened onClose={onClose} title={texts.renameSave}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <TextInput
          label={texts.name}
          value={name}
          maxLength={150}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={styles.formEnd}>
          <Button type="submit" disabled={name.trim() === ''}>
            {texts.renameSave}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
