import { useState } from 'react'
import { type Label, useCommands } from '../../../../platform/store/index.ts'
import { Button, Menu, TextInput } from '../../../../ui/index.ts'
import { LABEL_COLOURS } from '../../model/label-colours.ts'
import { settingsTexts } from '../../texts-settings.ts'
import { LabelDot } from '../marks/label-dot.tsx'
import styles from './settings.module.css'

type Props = { readonly label: Label; readonly mayChange: boolean }

/** One label: its colour behind the dot, its name changed in place. */
export function LabelLine({ label, mayChange }: Props) {
  const { run } = useCommands()
  const [name, setName] = useState<string | null>(null)
  const words = settingsTexts.labels
  const dot = <LabelDot colour={label.colour} />
  const settle = () => {
    const wanted = name?.trim() ?? ''
    setName(null)
    if (wanted === '' || wanted === label.name) return
    void run(
      'work.changeLabel',
      { id: label.id, patch: { name: wanted } },
      { undoLabel: words.renamed(label.name) },
    )
  }
  if (!mayChange) {
    return (
      <li className={styles.line}>
        {dot}
        {label.name}
      </li>
    )
  }
  return (
    <li className={styles.line}>
      <Menu>
        <Menu.Target>
          <button type="button" className="plain-button" aria-label={`${words.colour} ${label.name}`}>
            {dot}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {LABEL_COLOURS.map((colour) => (
            <Menu.Item
              key={colour}
              leftSection={<LabelDot colour={colour} />}
              onClick={() => void run('work.changeLabel', { id: label.id, patch: { colour } })}
            >
              {colour}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <TextInput
        aria-label={`${words.rename}: ${label.name}`}
        variant="unstyled"
        className={styles.grow}
        value={name ?? label.name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={`${words.retire} ${label.name}`}
        onClick={() =>
          void run(
            'work.changeLabel',
            { id: label.id, patch: { isArchived: true } },
            { undoLabel: words.retired(label.name) },
          )
        }
      >
        {words.retire}
      </Button>
    </li>
  )
}
