import { showKeys } from '../platform/keys.ts'
import styles from './kbd.module.css'

type Props = { readonly keys: string }

/** A key or chord as people know it from their keyboard, such as `mod+k` or `g m`. */
export function Kbd({ keys }: Props) {
  return (
    <span className={styles.chord}>
      {showKeys(keys).map((cap, index) => (
        // The caps of one chord never change places.
        <kbd key={`${String(index)}${cap}`} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
