import type { FormView } from '@millrace/contract'
import type { ProcessForm } from './store/forms.ts'

/** A form as people see it. */
export function presentForm({ processId, ...form }: ProcessForm): FormView {
  return { ...form, containerId: processId }
}
