import { useState } from 'react'
import { type KeyCommand, keyboard, singleKeysAreOn, switchSingleKeys } from '../../../platform/keyboard.ts'
import { isSingleKey } from '../../../platform/own-keys.ts'
import { useKeyCommands, useOwnKeys } from '../../../platform/use-keys.ts'
import { Button, Kbd, Modal, Switch } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import { KeyButton } from './key-button.tsx'
import styles from './key-help.module.css'

type Props = { readonly onClose: () => void }

/** Every key that does something on this page, by group. */
export function KeyHelp({ onClose }: Props) {
  const commands = useKeyCommands()
  const [isOn, setOn] = useState(singleKeysAreOn)
  const own = useOwnKeys()
  const [told, setTold] = useState('')
  const handleSwitch = (on: boolean) => {
    switchSingleKeys(on ? 'on' : 'off')
    setOn(on)
  }
  return (
    <Modal opened onClose={onClose} title={texts.title} size={760}>
      <div className={styles.groups}>
        {grouped(commands).map(([group, members]) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.title}>{group}</h3>
            <dl className={styles.list}>
              {members.map((command) => (
                <div key={command.id} className={styles.row}>
                  <dt>{command.label}</dt>
                  <dd className={styles.keys}>
                    {command.ways.map((keys) =>
                      isSingleKey(keys) ? (
                        <KeyButton key={keys} keys={keys} label={command.label} onTold={setTold} />
                      ) : (
                        <Kbd key={keys} keys={keys} />
                      ),
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.told} aria-live="polite">
        {told || texts.placeHint}
      </p>
      {Object.keys(own).length > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => keyboard.place({})}>
          {texts.placeBack}
        </Button>
      )}
      <Switch
        mt="md"
        checked={isOn}
        onChange={(event) => handleSwitch(event.currentTarget.checked)}
        label={texts.single}
        description={texts.singleHint}
      />
    </Modal>
  )
}

type Line = { readonly id: string; readonly label: string; readonly ways: readonly string[] }

/**
 * Groups in the order of their first command, the ones of the page before those that work anywhere.
 * What several keys do stands on one line.
 */
function grouped(commands: readonly KeyCommand[]): readonly (readonly [string, readonly Line[]])[] {
  const reached = commands.filter(
    ({ keys }, index) => commands.findIndex((each) => each.keys === keys) === index,
  )
  return [...Map.groupBy(reached, ({ group }) => group)].map(([group, members]) => {
    const lines = [...Map.groupBy(members, ({ label }) => label)]
    return [
      group,
      lines.map(([label, same]) => ({ id: same[0]?.id ?? label, label, ways: same.map(({ keys }) => keys) })),
    ]
  })
}
