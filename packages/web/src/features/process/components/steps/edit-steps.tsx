import { Redo2, Undo2 } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useKeys } from '../../../../platform/use-keys.ts'
import { ActionIcon, Alert, Button } from '../../../../ui/index.ts'
import { useDraft } from '../../hooks/use-draft.ts'
import { useFindings } from '../../hooks/use-findings.ts'
import { useReferences } from '../../hooks/use-references.ts'
import { useStepEdits } from '../../hooks/use-step-edits.ts'
import type { StepRow } from '../../model/step-rows.ts'
import { stepTexts as texts } from '../../texts-steps.ts'
import { DraftBar } from '../model/draft-bar.tsx'
import { PublishDialog } from '../model/publish-dialog.tsx'
import { StepPanel } from './step-panel.tsx'
import styles from './steps.module.css'
import { StepsOutline } from './steps-outline.tsx'

type Props = {
  readonly containerId: string
  readonly name: string
  readonly xml: string
  /** Of the draft; null: there is none yet. */
  readonly version: number | null
  readonly onClose: () => void
}

/** The steps of a model being edited: what is simple, as a list. Everything else in the file stays. */
export function EditSteps({ containerId, name, xml: begun, version, onClose }: Props) {
  const draft = useDraft({ containerId, version })
  const { xml, rows, problem, edit, undo, redo, canUndo, canRedo } = useStepEdits(begun, draft.keep)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [isPublishing, setPublishing] = useState(false)
  const panel = useRef<HTMLElement>(null)
  const { references, known } = useReferences(containerId)
  const { findings } = useFindings(xml, known)
  const chosen = rows.find(({ id }) => id === chosenId)
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.title ?? id
  useKeys([
    { id: 'process.undoStep', keys: 'mod+z', label: texts.undo, group: texts.keyGroup, run: undo },
    { id: 'process.redoStep', keys: 'mod+shift+z', label: texts.redo, group: texts.keyGroup, run: redo },
  ])
  const focusName = () => setTimeout(() => panel.current?.querySelector('input')?.select(), 0)
  const add = (afterId: string) => {
    const id = `step_${crypto.randomUUID().slice(0, 8)}`
    if (!edit({ kind: 'add-step', afterId, id, name: texts.newStep })) return
    setChosenId(id)
    focusName()
  }
  const remove = (elementId: string) => {
    const at = rows.findIndex(({ id }) => id === elementId)
    if (edit({ kind: 'remove-step', elementId })) setChosenId(rows[at + 1]?.id ?? null)
  }
  const handleKey = (event: KeyboardEvent, id: string): boolean => {
    const isMove = event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')
    if (isMove) edit({ kind: 'move-step', elementId: id, to: event.key === 'ArrowUp' ? 'before' : 'after' })
    else if (event.key === 'Delete') remove(id)
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add(id)
    else if (event.key === 'Enter') {
      setChosenId(id)
      focusName()
    } else return false
    return true
  }
  const leave = async () => {
    if (await draft.settle()) onClose()
  }
  return (
    <div className={styles.tab}>
      <div className={styles.bar} role="toolbar" aria-label={texts.editing}>
        <Button size="xs" variant="default" onClick={() => void leave()}>
          {texts.close}
        </Button>
        <ActionIcon aria-label={texts.undo} disabled={!canUndo} onClick={undo}>
          <Undo2 size={15} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={texts.redo} disabled={!canRedo} onClick={redo}>
          <Redo2 size={15} aria-hidden />
        </ActionIcon>
        <DraftBar {...{ containerId, draft, xml }} onTheirs={onClose} />
        <span className={styles.barEnd}>
          <Button size="xs" onClick={() => setPublishing(true)}>
            {texts.publish}
          </Button>
        </span>
      </div>
      {problem !== null && <Alert color="orange" title={problemOf(problem)} role="alert" />}
      <div className={styles.body}>
        <StepsOutline
          label={texts.outline(name)}
          rows={rows}
          chosenId={chosenId}
          onChoose={setChosenId}
          onKey={handleKey}
        />
        <aside ref={panel} className={styles.side}>
          <StepPanel
            key={chosen?.id}
            {...{ row: chosen, forms: references.forms, roles: rolesOf(rows) }}
            onEdit={edit}
            onAdd={add}
            onRemove={remove}
          />
        </aside>
      </div>
      {isPublishing && (
        <PublishDialog
          {...{ containerId, xml, findings, nameOf }}
          settle={draft.settle}
          onClose={() => setPublishing(false)}
          onPublished={onClose}
        />
      )}
    </div>
  )
}

const PROBLEMS: ReadonlyMap<string, string> = new Map(Object.entries(texts.problem))

function problemOf(code: string): string {
  return PROBLEMS.get(code) ?? texts.notEdited
}

/** The roles that steps name. */
function rolesOf(rows: readonly StepRow[]): readonly string[] {
  const named = rows.flatMap(({ what }) =>
    what.kind === 'way' ? [] : (what.node.work.assignment.role ?? []),
  )
  return [...new Set(named)].toSorted((a, b) => a.localeCompare(b))
}
