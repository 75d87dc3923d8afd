import { formPlaces, type ProcessGraph } from '@millrace/core/process'
import { refuse, type Unit } from '../../platform/commands/index.ts'
import { findFormsByKey } from './queries/find-forms.ts'
import { insertVersionForms, type VersionForm } from './store/forms.ts'

/** A version that is published. */
type Publishing = {
  readonly model: { readonly id: string; readonly processId: string }
  readonly compiled: { readonly graph: ProcessGraph }
  readonly index: number
}

/**
 * Keeps with each version the forms that it asks for, as they are now: what runs by it goes on asking the same.
 *
 * @throws Refused with `process.form_missing` when there is no such form
 */
export async function pinForms(unit: Unit, published: readonly Publishing[]): Promise<void> {
  const asked = published.map(({ model, compiled, index }) => ({
    ...{ model, index, places: formPlaces(compiled.graph) },
  }))
  const keys = [...new Set(asked.flatMap(({ places }) => places.map(({ key }) => key)))]
  const processIds = [...new Set(asked.map(({ model }) => model.processId))]
  const forms = await findFormsByKey(unit.tx, unit.organisationId, { processIds, keys })
  const known = new Map(forms.map((form) => [`${form.processId} ${form.key}`, form]))
  const pinned = asked.flatMap(({ model, places, index }) => {
    const own = places.map(({ key, name: step }): VersionForm => {
      const form =
        known.get(`${model.processId} ${key}`) ?? refuse('process.form_missing', { step, key }, index)
      return { modelId: model.id, key, name: form.name, schema: form.schema }
    })
    return [...new Map(own.map((form) => [form.key, form])).values()]
  })
  await insertVersionForms(unit, pinned)
}
