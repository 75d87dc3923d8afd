import type { FilledField, FormValue } from '@millrace/core/process'

/** What every control is given. */
export type ControlFrame = {
  readonly label: string
  readonly description?: string
  readonly error?: string
  readonly withAsterisk: boolean
  readonly 'aria-required': boolean
}

/** A control with its field. */
export type ControlProps = {
  readonly part: FilledField
  readonly frame: ControlFrame
  readonly onChange: (value: FormValue) => void
}

/** A file that can be chosen. */
export type FileChoice = { readonly id: string; readonly name: string }
