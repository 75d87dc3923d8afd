import type { Filling } from '../../hooks/use-form-filling.ts'
import { textsForms as texts } from '../../texts-forms.ts'
import styles from './step-form.module.css'

/** Beside the button that hands a form in: how much is not right yet, or that nothing gets lost. */
export function FormMend({ filling }: { readonly filling: Filling }) {
  const count = filling.wrongCount
  return (
    <span className={count > 0 ? styles.mend : styles.soft} role="status">
      {count > 0 ? texts.mend(count) : texts.kept}
    </span>
  )
}
