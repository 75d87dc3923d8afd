import { operations, type ParsedInputOf } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import { compileForm, type FormFault, type FormSchema, isFormField } from '@millrace/core/process'
import { checkVersion, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { homeFor } from '../policy.ts'
import { presentForm } from '../present-form.ts'
import { findForms, findKeys } from '../queries/find-forms.ts'
import { type Home, lockHomes } from '../queries/find-homes.ts'
import { type ProcessForm, saveForms } from '../store/forms.ts'

/** Forms that are there at once in one process. */
const FORMS_MAX = 200

/** Makes forms, or changes them. */
export const saveForm = command(operations['process.saveForm'], async (unit, inputs) => {
  const forms = await Forms.load(unit, inputs)
  const saved = inputs.map((input, index) => forms.save(input, index))
  await forms.write(saved, 'process.form_saved')
  return saved.map(presentForm)
})

/** Takes forms out of their processes; what was published with them keeps them. */
export const removeForm = command(operations['process.removeForm'], async (unit, inputs) => {
  const forms = await Forms.load(unit, inputs)
  const removed = inputs.map((input, index) => forms.remove(input, index))
  await forms.write(removed, 'process.form_removed')
  return removed.map(presentForm)
})

/** Brings forms back. */
export const restoreForm = command(operations['process.restoreForm'], async (unit, inputs) => {
  const forms = await Forms.load(unit, inputs)
  const restored = inputs.map(({ id }, index) => forms.restore(id, index))
  await forms.write(restored, 'process.form_restored')
  return restored.map(presentForm)
})

type NewForm = ParsedInputOf<(typeof operations)['process.saveForm']>
type Key = Pick<ProcessForm, 'id' | 'processId' | 'key' | 'name'>

/** The forms of a batch with the processes they belong to, locked so that keys stay unique. */
class Forms {
  readonly #unit: Unit
  readonly #homes: ReadonlyMap<string, Home>
  readonly #byId: Map<string, ProcessForm>
  readonly #present: Map<string, Key>

  private constructor(
    unit: Unit,
    found: {
      readonly homes: ReadonlyMap<string, Home>
      readonly forms: readonly ProcessForm[]
      readonly present: readonly Key[]
    },
  ) {
    this.#unit = unit
    this.#homes = found.homes
    this.#byId = new Map(found.forms.map((form) => [form.id, form]))
    this.#present = new Map(found.present.map((key) => [key.id, key]))
  }

  static async load(
    unit: Unit,
    inputs: readonly { readonly id: string; readonly containerId?: string }[],
  ): Promise<Forms> {
    const { tx, organisationId } = unit
    const ids = inputs.map(({ id }) => id)
    const named = inputs.flatMap(({ containerId }) => containerId ?? [])
    const before = await findForms(tx, organisationId, ids)
    const processIds = [...new Set([...named, ...before.map(({ processId }) => processId)])]
    const homes = await lockHomes(unit, processIds)
    // Read again: what was read before the lock may have changed.
    const forms = await findForms(tx, organisationId, ids)
    const present = await findKeys(tx, organisationId, processIds)
    return new Forms(unit, { homes, forms, present })
  }

  save({ id, containerId, key, name, schema, version }: NewForm, index: number): ProcessForm {
    this.#demand(containerId, index)
    const before = this.#byId.get(id)
    if (before && before.processId !== containerId) refuse('platform.exists', { what: 'form' }, index)
    if (before) checkVersion({ version: before.version, what: 'form' }, { version }, index)
    if (before && before.archivedAt !== null) refuse('process.form_removed', { name: before.name }, index)
    checkForm(name, schema, index)
    return this.#put(
      { id, processId: containerId, key, name, schema, archivedAt: null, version: before?.version ?? 0 },
      index,
    )
  }

  remove({ id, version }: { readonly id: string; readonly version?: number | undefined }, index: number) {
    const before = this.#get(id, index)
    checkVersion({ version: before.version, what: 'form' }, { version }, index)
    if (before.archivedAt !== null) refuse('process.form_removed', { name: before.name }, index)
    return this.#put({ ...before, archivedAt: this.#unit.now }, index)
  }

  restore(id: string, index: number): ProcessForm {
    const before = this.#get(id, index)
    return before.archivedAt === null ? before : this.#put({ ...before, archivedAt: null }, index)
  }

  /** The last word on a form counts. */
  async write(
    forms: readonly ProcessForm[],
    kind: `process.form_${'saved' | 'removed' | 'restored'}`,
  ): Promise<void> {
    const last = [...new Map(forms.map((form) => [form.id, form])).values()]
    const kept = await saveForms(this.#unit, last)
    forms.forEach(({ id }, index) => {
      if (!kept.has(id)) refuse('platform.exists', { what: 'form' }, index)
    })
    this.#unit.record(forms.map((form) => formEvent(this.#unit, kind, form)))
  }

  #get(id: string, index: number): ProcessForm {
    const form = this.#byId.get(id)
    if (!form) return refuse('platform.not_found', { what: 'form' }, index)
    this.#demand(form.processId, index, 'form')
    return form
  }

  #demand(id: string, index: number, what?: 'form'): void {
    homeFor(this.#unit, this.#homes, { id, permission: 'container.manage', index, ...(what ? { what } : {}) })
  }

  #put(form: Omit<ProcessForm, 'changedAt' | 'changedBy'>, index: number): ProcessForm {
    if (form.archivedAt === null) this.#checkPlace(form, index)
    const { now, principal } = this.#unit
    const changed = {
      ...form,
      ...{ changedAt: now, changedBy: principal.personId, version: form.version + 1 },
    }
    this.#byId.set(form.id, changed)
    if (form.archivedAt === null) this.#present.set(form.id, changed)
    else this.#present.delete(form.id)
    return changed
  }

  #checkPlace({ id, processId, key }: Key, index: number): void {
    const others = [...this.#present.values()].filter((one) => one.processId === processId && one.id !== id)
    if (others.length >= FORMS_MAX) refuse('process.too_many_forms', { max: FORMS_MAX }, index)
    const taken = others.find((one) => one.key === key)
    if (taken) refuse('process.form_key_taken', { key, name: taken.name }, index)
  }
}

/** A form that cannot be filled in is not kept. */
function checkForm(name: string, schema: FormSchema, index: number): void {
  const compilation = compileForm(schema)
  if (compilation.ok) return
  const [fault] = compilation.faults
  if (!fault) throw new TypeError('a form is refused without a fault')
  const { code: problem, params, property } = fault
  const part = placeOf(schema, fault)
  const told = { ...params, problem, name, part, property, at: fault.at, count: compilation.faults.length }
  refuse('process.form_faulty', told, index)
}

/** What people know the place by: the key of a field, or the beginning of a text. */
function placeOf({ parts }: FormSchema, { at }: FormFault): string {
  const part = parts[at]
  if (!part) return String(at + 1)
  return isFormField(part) ? part.key : part.text.slice(0, 40)
}

function formEvent(unit: Unit, kind: string, form: ProcessForm): Event {
  const { schema: _schema, ...data } = form
  return {
    ...{ id: unit.newId<'Event'>(), kind, at: unit.now, actor: unit.actor },
    ...{ subject: { kind: 'form', id: form.id }, containerId: form.processId, data: { form: data } },
  }
}
