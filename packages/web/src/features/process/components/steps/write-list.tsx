import type { BpmnModel } from '@millrace/core/process'
import { type ListProblem, readStepList, stepsOf, writeStepList } from '@millrace/formats/bpmn'
import { useMemo, useRef, useState } from 'react'
import { language } from '../../../../platform/language/index.ts'
import { useCommands } from '../../../../platform/store/index.ts'
import { Alert, Button, Checkbox, Textarea, useDebouncedValue } from '../../../../ui/index.ts'
import { readModel } from '../../model/read-model.ts'
import { stepRows } from '../../model/step-rows.ts'
import { stepTexts as texts } from '../../texts-steps.ts'
import styles from './steps.module.css'
import { StepsOutline } from './steps-outline.tsx'

type Props = {
  readonly containerId: string
  readonly name: string
  /** The model that is there; null: none is. */
  readonly xml: string | null
  /** Of the draft; null: there is none yet. */
  readonly version: number | null
  readonly onClose: (next: 'steps' | undefined) => void
}

const REST_MS = 250

/** A regulation written as a plain list, with the steps that it becomes beside it. */
export function WriteList({ containerId, name, xml, version, onClose }: Props) {
  const { run } = useCommands()
  const begun = useMemo(() => writtenOf(xml), [xml])
  const [text, setText] = useState(begun?.text ?? '')
  const [hasLanes, setLanes] = useState(begun !== null && begun.text !== null && begun.hasLanes)
  const [settled] = useDebouncedValue(text, REST_MS)
  const [refused, setRefused] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const process = useMemo(() => {
    const model = xml === null ? null : readModel(xml)
    return { ...knownOf(model, containerId), name, hasLanes }
  }, [xml, containerId, name, hasLanes])
  const read = useMemo(() => readStepList(settled, process), [settled, process])
  const rows = useMemo(() => stepRows(read.model), [read])
  const isEmpty = settled.trim() === ''
  const take = async () => {
    const made = readStepList(text, process)
    if (made.xml === null) return
    const outcome = await run(
      'process.saveDraft',
      { containerId, xml: made.xml, version },
      { isSilent: true },
    )
    if (outcome.ok) onClose('steps')
    else setRefused(outcome.refused.sentence)
  }
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <strong>{texts.write}</strong>
        <span className={styles.barEnd}>
          <Button size="xs" variant="default" onClick={() => onClose(undefined)}>
            {texts.cancel}
          </Button>
          <Button size="xs" disabled={read.xml === null} onClick={() => void take()}>
            {texts.take}
          </Button>
        </span>
      </div>
      <div className={styles.body}>
        <div className={styles.written}>
          {refused !== null && <Alert color="red" title={refused} />}
          {begun !== null && begun.text === null && <Unsaid {...begun} />}
          <Textarea
            ref={area}
            label={texts.list}
            placeholder={texts.listHint}
            value={text}
            autosize
            minRows={12}
            maxRows={40}
            data-autofocus
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {!isEmpty && read.problems.length > 0 && (
            <Problems problems={read.problems} onShow={(line) => showLine(area.current, line)} />
          )}
          <Checkbox
            label={texts.lanes}
            checked={hasLanes}
            onChange={(event) => setLanes(event.currentTarget.checked)}
          />
          <p className={styles.help}>{texts.listHelp}</p>
          {xml !== null && <p className={styles.help}>{texts.listReplaces}</p>}
        </div>
        <div className={styles.preview}>
          <h3>{texts.preview}</h3>
          {!isEmpty && <StepsOutline label={texts.preview} rows={rows} />}
        </div>
      </div>
    </div>
  )
}

type Begun = ReturnType<typeof writeStepList> & { readonly place: string }

/** The model that is there as a list, or why not and where; null: none is there. */
function writtenOf(xml: string | null): Begun | null {
  const model = xml === null ? null : readModel(xml)
  if (!model) return null
  const written = writeStepList(model, language === 'de' ? 'de' : 'en')
  const at = written.text === null ? written.elementId : null
  return { ...written, place: stepRows(model).find(({ id }) => id === at)?.title ?? '' }
}

function Unsaid({ code, place }: Extract<Begun, { readonly text: null }>) {
  return (
    <Alert color="orange" title={texts.unsaidTitle}>
      <p>{texts.unsaid[code]}</p>
      {place !== '' && <p>{texts.unsaidAt(place)}</p>}
    </Alert>
  )
}

type ProblemsProps = { readonly problems: readonly ListProblem[]; readonly onShow: (line: number) => void }

function Problems({ problems, onShow }: ProblemsProps) {
  return (
    <section aria-live="polite">
      <h3>{texts.problems}</h3>
      <ul className={styles.problems}>
        {problems.map(({ line, code }) => (
          <li key={`${String(line)} ${code}`}>
            <button type="button" className={styles.problem} onClick={() => onShow(line)}>
              <strong>{texts.line(line)}</strong>
              <span>{texts.listProblem[code]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function showLine(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) return
  const lines = area.value.split('\n')
  const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
  area.focus()
  area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0))
}

/** The process that is there, whose steps keep their ids as long as they keep their names. */
function knownOf(model: BpmnModel | null, containerId: string) {
  const process = model?.processes[0]
  return { id: process?.id ?? `process_${containerId}`, known: process ? stepsOf(process) : [] }
}
