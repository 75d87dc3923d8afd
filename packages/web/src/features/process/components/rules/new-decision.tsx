import { newDecisionTable } from '@millrace/formats/dmn'
import { type FormEvent, useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { useCommands } from '../../../../platform/store/index.ts'
import { Button, Modal, Select, TextInput } from '../../../../ui/index.ts'
import { useKeepDecision } from '../../hooks/use-decisions.ts'
import { keyFor } from '../../model/rules/key-for.ts'
import { typeChoices } from '../../model/rules/type-words.ts'
import { textsRules as texts } from '../../texts-rules.ts'
import styles from './rules.module.css'

type Props = {
  readonly containerId: string
  /** What tasks name the decisions by that there are. */
  readonly taken: readonly string[]
  readonly onMade: (id: string) => void
  readonly onClose: () => void
}

/** Makes a decision with its first condition and its result: a table to go on with. */
export function NewDecision({ containerId, taken, onMade, onClose }: Props) {
  const { run } = useCommands()
  const keep = useKeepDecision()
  const [name, setName] = useState('')
  const [input, setInput] = useState('')
  const [typeRef, setTypeRef] = useState('number')
  const [output, setOutput] = useState('')
  const isReady = [name, input, output].every((text) => text.trim() !== '')
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const id = newId()
    const column = { label: null, allowedValues: null }
    const type = typeRef === 'Any' ? null : typeRef
    const dmn = newDecisionTable({
      ...{ name: name.trim(), key: keyFor(name, taken) },
      table: {
        ...{ hitPolicy: 'UNIQUE', aggregation: null, annotations: [] },
        inputs: [{ ...column, expression: { text: input.trim(), line: 0 }, typeRef: type }],
        outputs: [{ ...column, name: output.trim(), typeRef: 'string', defaultValue: null }],
        rules: [{ inputs: ['-'], outputs: [''], annotations: [] }],
      },
    })
    const outcome = await run('process.saveDecision', { id, containerId, name: name.trim(), dmn })
    if (!outcome.ok) return
    keep(outcome.output)
    onMade(id)
  }
  return (
    <Modal opened onClose={onClose} title={texts.newTitle}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <TextInput
          label={texts.name}
          placeholder={texts.nameHint}
          value={name}
          maxLength={150}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={texts.firstInput}
          placeholder={texts.firstInputHint}
          value={input}
          maxLength={150}
          onChange={(event) => setInput(event.currentTarget.value)}
        />
        <Select
          label={texts.inputType}
          data={typeChoices(null)}
          value={typeRef}
          allowDeselect={false}
          onChange={(value) => setTypeRef(value ?? 'Any')}
        />
        <TextInput
          label={texts.firstOutput}
          placeholder={texts.firstOutputHint}
          value={output}
          maxLength={150}
          onChange={(event) => setOutput(event.currentTarget.value)}
        />
        <div className={styles.formEnd}>
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" disabled={!isReady}>
            {texts.create}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
