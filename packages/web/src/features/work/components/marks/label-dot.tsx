import styles from './marks.module.css'

type Props = { readonly colour: string }

/** The colour of a label. */
export function LabelDot({ colour }: Props) {
  return <span className={styles.labelDot} data-colour={colour} aria-hidden />
}
