import type { FormField } from '@millrace/core/process'

/** What the editors of single properties share. */
export type FieldProps = {
  readonly field: FormField
  readonly errorOf: (property: string) => string | undefined
  readonly set: (patch: Partial<FormField>) => void
}
