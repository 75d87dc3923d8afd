import { type CompiledForm, type FilledForm, type FormValue, fillForm } from '@millrace/core/process'
import { type RefObject, useMemo, useRef, useState } from 'react'
import { keepForm, keptForm } from '../../../platform/offline/device.ts'
import { useNow, useTimeZone } from '../../../ui/index.ts'

export type Entered = Readonly<Record<string, FormValue>>

export type Filling = {
  readonly filled: FilledForm
  /** Goes around the fields. */
  readonly frame: RefObject<HTMLDivElement | null>
  readonly enter: (key: string, value: FormValue) => void
  /** From now on it is told what is wrong with the field. */
  readonly leave: (key: string) => void
  readonly isTold: (key: string) => boolean
  /** How many fields are told to be wrong since somebody wanted to hand it in. */
  readonly wrongCount: number
  /** What is handed in; null when something is wrong, and then the first such field has the focus. */
  readonly handIn: () => FilledForm['values'] | null
  /** Forgets what was written. */
  readonly clear: () => void
}

type Given = {
  readonly form: CompiledForm
  readonly variables: Readonly<Record<string, unknown>>
  /** Under which name the device keeps what is written until it is handed in. */
  readonly draft?: string
}

/** A form that somebody fills in: core says at each key what is seen, worked out and wrong. */
export function useFormFilling({ form, variables, draft }: Given): Filling {
  const zone = useTimeZone()
  const now = useNow()
  const frame = useRef<HTMLDivElement>(null)
  const [entered, setEntered] = useState<Entered>(() =>
    draft === undefined ? {} : enteredIn(keptForm(draft)),
  )
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [isAsked, setAsked] = useState(false)
  const filled = useMemo(
    () => fillForm(form, { variables, entered, moment: { now, zone } }),
    [form, variables, entered, now, zone],
  )
  const write = (next: Entered) => {
    setEntered(next)
    if (draft !== undefined) keepForm(draft, Object.keys(next).length === 0 ? null : next)
  }
  return {
    filled,
    frame,
    enter: (key, value) => write({ ...entered, [key]: value }),
    leave: (key) => setLeft((before) => (before.has(key) ? before : new Set([...before, key]))),
    isTold: (key) => isAsked || left.has(key),
    wrongCount: isAsked ? filled.problems.length : 0,
    handIn: () => {
      const [first] = filled.problems
      if (first === undefined) return filled.values
      setAsked(true)
      focusField(frame.current, first.key)
      return null
    },
    clear: () => {
      write({})
      setLeft(new Set())
      setAsked(false)
    },
  }
}

function focusField(frame: HTMLElement | null, key: string): void {
  const field = [...(frame?.querySelectorAll<HTMLElement>('[data-form-key]') ?? [])].find(
    (one) => one.dataset['formKey'] === key,
  )
  field?.querySelector<HTMLElement>('input, textarea, button, [tabindex]')?.focus()
}

function enteredIn(kept: unknown): Entered {
  // It is what `write` kept; core checks each value again.
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as Entered) : {}
}
