import type { ProcessFinding } from '@millrace/core/process'
import { Redo2, Undo2 } from 'lucide-react'
import { Suspense, useMemo, useRef, useState } from 'react'
import { useKeys } from '../../../../platform/use-keys.ts'
import { BpmnEditor, type ElementProperties, type ModelEditor } from '../../../../ui/bpmn/index.ts'
import { ActionIcon, Button, ErrorState, Skeleton, Tabs } from '../../../../ui/index.ts'
import { useDraft } from '../../hooks/use-draft.ts'
import { useFindings } from '../../hooks/use-findings.ts'
import { useReferences } from '../../hooks/use-references.ts'
import { drawnNames, namesOf } from '../../model/model-names.ts'
import { modelTexts as texts } from '../../texts-model.ts'
import { tryTexts } from '../../texts-try.ts'
import { DraftBar } from './draft-bar.tsx'
import { FindingsList } from './findings-list.tsx'
import styles from './model.module.css'
import { PropertiesPanel } from './properties-panel.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { TryModel } from './try-model.tsx'

type Props = {
  readonly containerId: string
  readonly name: string
  readonly xml: string
  /** Of the draft; null: there is none yet. */
  readonly version: number | null
  readonly onClose: () => void
}

const REST_MS = 350

/** A model on the drawing board: what is chosen is described, what stands out is told, and it can be tried. */
export function DrawModel({ containerId, name, xml: begun, version, onClose }: Props) {
  const [xml, setXml] = useState(begun)
  const [editor, setEditor] = useState<ModelEditor | null>(null)
  const [chosen, setChosen] = useState<ElementProperties | null>(null)
  const [side, setSide] = useState<'describe' | 'findings'>('describe')
  const [current, setCurrent] = useState<ProcessFinding | null>(null)
  const [tried, setTried] = useState<string | null>(null)
  const [isPublishing, setPublishing] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  const panel = useRef<HTMLElement>(null)
  const draft = useDraft({ containerId, version })
  const { references, known } = useReferences(containerId)
  const { findings, badges, marks } = useFindings(xml, known)
  const nameOf = useMemo(() => drawnNames(editor), [editor])

  const takeIn = async () => {
    if (!editor) return
    const now = await editor.xml()
    setXml(now)
    draft.keep(now)
  }
  const handleChanged = () => {
    clearTimeout(rest.current)
    rest.current = setTimeout(() => void takeIn(), REST_MS)
    setChosen((before) => (before === null ? null : (editor?.properties(before.id) ?? null)))
  }
  const show = (finding: ProcessFinding) => {
    setCurrent(finding)
    setSide('findings')
    editor?.choose(finding.at)
  }
  const next = () => {
    const at = current === null ? -1 : findings.indexOf(current)
    const found = findings[(at + 1) % Math.max(1, findings.length)]
    if (found) show(found)
  }
  useKeys([
    { id: 'process.nextFinding', keys: 'F8', label: texts.nextFinding, group: texts.keyGroup, run: next },
    {
      id: 'process.undo',
      keys: 'mod+z',
      label: texts.undo,
      group: texts.keyGroup,
      run: () => editor?.undo(),
    },
    {
      ...{ id: 'process.redo', keys: 'mod+shift+z', label: texts.redo, group: texts.keyGroup },
      run: () => editor?.redo(),
    },
  ])
  const errors = findings.filter(({ weight }) => weight === 'error').length
  const leave = async () => {
    await takeIn()
    if (await draft.settle()) onClose()
  }
  if (tried !== null) {
    return <TryModel {...{ name, nameOf: namesOf(tried) }} xml={tried} onStop={() => setTried(null)} />
  }
  return (
    <div className={styles.tab}>
      <div className={styles.bar} role="toolbar" aria-label={texts.drawing}>
        <Button size="xs" variant="default" onClick={() => void leave()}>
          {texts.close}
        </Button>
        <ActionIcon aria-label={texts.undo} disabled={!editor?.canUndo} onClick={() => editor?.undo()}>
          <Undo2 size={15} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={texts.redo} disabled={!editor?.canRedo} onClick={() => editor?.redo()}>
          <Redo2 size={15} aria-hidden />
        </ActionIcon>
        <DraftBar {...{ containerId, draft, xml }} onTheirs={onClose} />
        <span className={styles.barEnd}>
          <Button size="xs" variant="default" onClick={() => void editor?.xml().then(setTried)}>
            {tryTexts.try}
          </Button>
          <Button size="xs" onClick={() => void takeIn().then(() => setPublishing(true))}>
            {texts.publish} …
          </Button>
        </span>
      </div>
      {failure !== null && <ErrorState title={texts.notDrawn} error={new Error(failure)} onRetry={onClose} />}
      <div className={styles.drawing}>
        <Suspense fallback={<Skeleton rows={8} />}>
          <BpmnEditor
            {...{ xml, badges, marks }}
            label={texts.picture(name)}
            onReady={setEditor}
            onChanged={handleChanged}
            onChosen={(id) => setChosen(id === null ? null : (editor?.properties(id) ?? null))}
            onFailed={setFailure}
            onDescribe={() => {
              setSide('describe')
              panel.current?.querySelector('input')?.focus()
            }}
          />
        </Suspense>
        <aside ref={panel} className={styles.side} aria-label={texts.beside}>
          <Tabs value={side} onChange={(value) => setSide(value === 'findings' ? 'findings' : 'describe')}>
            <Tabs.List>
              <Tabs.Tab value="describe">{texts.describe}</Tabs.Tab>
              <Tabs.Tab value="findings">
                {texts.findings}: {texts.count(errors, findings.length)}
              </Tabs.Tab>
            </Tabs.List>
          </Tabs>
          {side === 'findings' ? (
            <FindingsList {...{ findings, nameOf, current }} onChoose={show} />
          ) : (
            editor && <PropertiesPanel {...{ containerId, editor, references, nameOf }} properties={chosen} />
          )}
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
