import type { FormView } from '@millrace/contract'
import { compileForm, type FormFault, type FormPart, type FormSchema } from '@millrace/core/process'
import { useMemo, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import { keepForm, keptForm } from '../../../platform/offline/device.ts'
import type { Refused } from '../../../platform/refused.ts'
import { callOf, useCommands } from '../../../platform/store/index.ts'
import { type EditedForm, editedOf, movePart, newPart, schemaOf } from '../model/forms/form-edit.ts'
import { textsForms as texts } from '../texts-forms.ts'

/** A form to begin with, not saved yet. */
export type NewForm = Pick<FormView, 'id' | 'containerId' | 'key' | 'name'> & {
  readonly schema: FormSchema
  readonly version?: never
}

export type FormEditor = {
  readonly form: EditedForm
  readonly faults: readonly FormFault[]
  readonly isChanged: boolean
  readonly isBusy: boolean
  readonly refused: Refused | null
  /** Which part is edited. */
  readonly at: number
  readonly choose: (at: number) => void
  readonly change: (patch: Partial<Pick<EditedForm, 'name' | 'key'>>) => void
  readonly changePart: (part: FormPart) => void
  readonly add: (kind: FormPart['kind']) => void
  readonly move: (by: number) => void
  readonly takeOut: (at: number) => void
  readonly save: () => Promise<void>
  readonly discard: () => void
}

/** A form that is being made: kept on the device at each change, saved when somebody says so. */
export function useFormEditor(base: FormView | NewForm, onSaved: (form: FormView) => void): FormEditor {
  const [form, setForm] = useState(() => keptEdit(base) ?? editedOf(base, newId))
  const [at, setAt] = useState(0)
  const faults = useMemo(() => {
    const compilation = compileForm(schemaOf(form))
    return compilation.ok ? [] : compilation.faults
  }, [form])
  const saving = useSaving(base, onSaved)
  const write = (next: EditedForm) => {
    setForm(next)
    keepForm(placeOf(base), { version: base.version ?? 0, ...next })
  }
  const place = Math.min(at, form.parts.length - 1)
  return {
    ...{ form, faults, at: place, choose: setAt, isBusy: saving.isBusy, refused: saving.refused },
    isChanged: isChanged(form, base),
    change: (patch) => write({ ...form, ...patch }),
    changePart: (part) =>
      write({
        ...form,
        parts: form.parts.map((one, index) => (index === place ? { ...one, part } : one)),
      }),
    add: (kind) => {
      const part = newPart(kind, texts.kind[kind], form.parts)
      write({ ...form, parts: form.parts.toSpliced(place + 1, 0, { id: newId(), part }) })
      setAt(place + 1)
    },
    move: (by) => {
      write({ ...form, parts: movePart(form.parts, place, by) })
      setAt(Math.max(0, Math.min(form.parts.length - 1, place + by)))
    },
    takeOut: (gone) => {
      write({ ...form, parts: form.parts.toSpliced(gone, 1) })
      setAt(Math.max(0, gone < place ? place - 1 : place))
    },
    save: async () => await saving.save(form),
    discard: () => {
      keepForm(placeOf(base), null)
      setForm(editedOf(base, newId))
    },
  }
}

function placeOf({ id }: { readonly id: string }): string {
  return `edit.${id}`
}

/** What was kept of an edit, unless somebody else has saved the form since. */
function keptEdit(base: FormView | NewForm): EditedForm | null {
  const kept = keptForm(placeOf(base)) as (EditedForm & { readonly version: number }) | null // As `write` kept it.
  return kept !== null && kept.version === (base.version ?? 0) ? kept : null
}

function isChanged(form: EditedForm, base: FormView | NewForm): boolean {
  if (base.version === undefined) return true
  const same = form.name === base.name && form.key === base.key
  return !same || JSON.stringify(schemaOf(form)) !== JSON.stringify(base.schema)
}

function useSaving(base: FormView | NewForm, onSaved: (form: FormView) => void) {
  const { run } = useCommands()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const { id, containerId, version } = base
  const save = async (form: EditedForm) => {
    setBusy(true)
    const name = form.name.trim()
    const outcome = await run(
      'process.saveForm',
      {
        ...{ id, containerId, name, key: form.key.trim(), schema: schemaOf(form) },
        ...(version === undefined ? {} : { version }),
      },
      { isSilent: true, undoLabel: texts.saved(name), back: [backOf(base)] },
    )
    setBusy(false)
    setRefused(outcome.ok ? null : outcome.refused)
    if (!outcome.ok) return
    keepForm(placeOf(base), null)
    onSaved(outcome.output)
  }
  return { isBusy, refused, save }
}

function backOf(base: FormView | NewForm) {
  const { id, containerId, key, name, schema, version } = base
  return version === undefined
    ? callOf('process.removeForm', { id })
    : callOf('process.saveForm', { id, containerId, key, name, schema })
}
