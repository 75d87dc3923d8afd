import styles from './marks.module.css'

type Props = { readonly name: string; readonly colour: string }

/** A label: a dot in its colour beside its name, so that the name alone says it. */
export function LabelChip({ name, colour }: Props) {
  return (
    <span className={styles.label}>
      <span className={styles.labelDot} data-colour={colour} aria-hidden />
      <span className={styles.clip}>{name}</span>
    </span>
  )
}
