import { useEffect, useState } from 'react'
import { forgetKept, isKeeping, setKeeping } from '../../../platform/offline/device.ts'
import { setShown, useShown } from '../../../platform/presence-choice.ts'
import { Button, notifications, Section, Switch } from '../../../ui/index.ts'
import { settingsTexts } from '../texts-settings.ts'
import styles from './security.module.css'

const MB = 1_000_000

/** Whether this device keeps what was opened, for reading and changing without a connection. */
export function DeviceSection() {
  const [isOn, setOn] = useState(isKeeping)
  const [megabytes, setMegabytes] = useState<number | null>(null)
  const shown = useShown()
  const words = settingsTexts.device
  const measure = async () => {
    const { usage } = (await navigator.storage?.estimate()) ?? {}
    setMegabytes(usage === undefined ? null : usage / MB)
  }
  useEffect(() => void measure(), [])
  const handleSwitch = async (isWanted: boolean) => {
    setOn(isWanted)
    await setKeeping(isWanted)
    await measure()
  }
  const handleForget = async () => {
    await forgetKept()
    await measure()
    notifications.show({ message: words.forgotten })
  }
  return (
    <Section title={words.title} sentence={words.sentence}>
      <div className={styles.form}>
        <Switch
          label={words.keep}
          description={words.keepHint}
          checked={isOn}
          onChange={(event) => void handleSwitch(event.currentTarget.checked)}
        />
        <Switch
          label={words.shown}
          description={words.shownHint}
          checked={shown}
          onChange={(event) => setShown(event.currentTarget.checked)}
        />
        {megabytes !== null && <p>{words.size(megabytes)}</p>}
        {isOn && (
          <Button variant="default" className={styles.submit} onClick={() => void handleForget()}>
            {words.forget}
          </Button>
        )}
      </div>
    </Section>
  )
}
