import { showKeys } from '../platform/keys.ts'
import { toOwn } from '../platform/own-keys.ts'
import { useOwnKeys } from '../platform/use-keys.ts'
import styles from './kbd.module.css'

type Props = { readonly keys: string }

/** A usual key or chord, such as `mod+k` or `g m`, as the person presses it. */
export function Kbd({ keys }: Props) {
  const own = useOwnKeys()
  return (
    <span className={styles.chord}>
      {showKeys(toOwn(own, keys)).map((cap, index) => (
        // The caps of one chord never change places.
        <kbd key={`${String(index)}${cap}`} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
