import { useState } from 'react'
import { TextInput } from '../../../../ui/index.ts'
import type { Scenario } from '../../model/scenario/scenario.ts'
import { textsScenario } from '../../texts-scenario.ts'
import styles from './scenario.module.css'

type Props = { readonly scenario: Scenario; readonly onRename: (name: string) => void }

/** What the open scenario is called; written in place. */
export function ScenarioName({ scenario, onRename }: Props) {
  const [text, setText] = useState<string | null>(null)
  const settle = () => {
    const name = text?.trim() ?? ''
    if (name !== '' && name !== scenario.name) onRename(name)
    setText(null)
  }
  return (
    <TextInput
      size="xs"
      className={styles.name}
      aria-label={textsScenario.name}
      maxLength={80}
      value={text ?? scenario.name}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
      }}
    />
  )
}
