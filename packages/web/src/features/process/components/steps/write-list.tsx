import type { BpmnModel } from '@millrace/core/process'
import { type ListProblem, readStepList } from '@millrace/formats/bpmn'
import { useMemo, useRef, useState } from 'react'
import { useCommands } from '../../../../platform/store/index.ts'
import { Alert, Button, Textarea, useDebouncedValue } from '../../../../ui/index.ts'
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
  const [text, setText] = useState('')
  const [settled] = useDebouncedValue(text, REST_MS)
  const [refused, setRefused] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const known = useMemo(() => knownOf(xml === null ? null : readModel(xml), containerId), [xml, containerId])
  const read = useMemo(() => readStepList(settled, { ...known, name }), [settled, known, name])
  const rows = useMemo(() => stepRows(read.model), [read])
  const isEmpty = settled.trim() === ''
  const take = async () => {
    const made = readStepList(text, { ...known, name })
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
  const known = process?.nodes.filter(({ type }) => !/(?:Event|Gateway)$/.test(type)) ?? []
  return { id: process?.id ?? `process_${containerId}`, known }
}
