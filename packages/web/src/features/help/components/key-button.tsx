import { type KeyboardEvent, useState } from 'react'
import { keyboard } from '../../../platform/keyboard.ts'
import { keyOf, showKeys } from '../../../platform/keys.ts'
import { isSingleKey, placeKey, toOwn, toUsual } from '../../../platform/own-keys.ts'
import { useOwnKeys } from '../../../platform/use-keys.ts'
import { Kbd } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './key-help.module.css'

type Props = {
  /** The usual key. */
  readonly keys: string
  /** What it does. */
  readonly label: string
  /** Is told in words what has become of it. */
  readonly onTold: (words: string) => void
}

/** A key that one may place elsewhere: press the button, then the key that is to do it. */
export function KeyButton({ keys, label, onTold }: Props) {
  const own = useOwnKeys()
  const [isWaiting, setWaiting] = useState(false)
  const mine = toOwn(own, keys)
  const stop = () => setWaiting(false)
  const handleKey = (event: KeyboardEvent) => {
    if (!isWaiting) return
    const key = keyOf(event.nativeEvent)
    if (key === null || key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    stop()
    if (key === 'Escape') return onTold('')
    if (!isSingleKey(key)) return onTold(texts.notSingle(showKeys(key).join(' ')))
    const other = toUsual(own, key)
    keyboard.place(placeKey(own, keys, key))
    onTold(
      other === keys || !isInUse(other)
        ? texts.placed(label, capsOf(key))
        : texts.swapped(capsOf(key), capsOf(mine)),
    )
  }
  const wait = () => {
    setWaiting(true)
    onTold(texts.press(label))
  }
  return (
    <button
      type="button"
      className={`plain-button ${styles.key ?? ''}`}
      aria-label={texts.change(label, capsOf(mine))}
      aria-pressed={isWaiting}
      title={texts.changeTitle}
      onClick={wait}
      onKeyDown={handleKey}
      onBlur={stop}
    >
      {isWaiting ? texts.waiting : <Kbd keys={keys} />}
    </button>
  )
}

const capsOf = (key: string) => showKeys(key).join(' ')

function isInUse(usual: string): boolean {
  return keyboard.commands().some(({ keys }) => keys.split(' ').includes(usual))
}
