import { useState } from 'react'
import type { Input } from '../../../../platform/api.ts'
import { callOf, useCommands } from '../../../../platform/store/index.ts'
import { Textarea, TextInput } from '../../../../ui/index.ts'
import { readJson } from '../../model/read-json.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import { ReasonDialog } from '../repair/reason-dialog.tsx'

/** A value that is changed; without a name it is a new one. */
export type EditedValue = { readonly scopeId: number; readonly name: string | null; readonly value: unknown }

type Props = {
  readonly instanceId: string
  readonly edited: EditedValue
  readonly onClose: () => void
}

type Values = Input<'process.writeValues'>['values']

/** Changes a value of an instance, or adds one. */
export function ValueDialog({ instanceId, edited, onClose }: Props) {
  const { run } = useCommands()
  const [name, setName] = useState(edited.name ?? '')
  const [text, setText] = useState(edited.name === null ? '' : JSON.stringify(edited.value, null, 2))
  const read = readJson(text)
  const isWrong = text.trim() !== '' && read === null
  const handleGo = async (reason: string) => {
    if (read === null) return null
    const write = (values: Values) => ({ id: instanceId, scopeId: edited.scopeId, values, reason })
    const before = { [name]: edited.value } as Values // It came as JSON.
    const outcome = await run('process.writeValues', write({ [name]: read.value } as Values), {
      isSilent: true,
      undoLabel: texts.written(name),
      back: [callOf('process.writeValues', write(before))],
    })
    return outcome.ok ? null : outcome.refused
  }
  return (
    <ReasonDialog
      title={edited.name === null ? texts.addValue.replace('…', '') : texts.changeTitle(edited.name)}
      what={texts.actWhat.write}
      canUndo
      isReady={name.trim() !== '' && read !== null}
      onGo={handleGo}
      onClose={onClose}
    >
      {edited.name === null && (
        <TextInput
          label={texts.newName}
          value={name}
          maxLength={200}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={texts.value}
        description={texts.valueHint}
        value={text}
        error={isWrong ? texts.valueWrong : null}
        autosize
        minRows={2}
        maxRows={14}
        data-autofocus={edited.name === null ? undefined : true}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </ReasonDialog>
  )
}
