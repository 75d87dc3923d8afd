import { LabelDot } from './label-dot.tsx'
import styles from './marks.module.css'

type Props = { readonly name: string; readonly colour: string }

/** A label: a dot in its colour beside its name, so that the name alone says it. */
export function LabelChip({ name, colour }: Props) {
  return (
    <span className={styles.label}>
      <LabelDot colour={colour} />
      <span className={styles.clip}>{name}</span>
    </span>
  )
}
