import { type CompiledForm, compileForm, formPlaces, type ProcessGraph } from '@millrace/core/process'
import type { Tx } from '../../platform/db/transaction.ts'
import { findVersionForms } from './queries/find-forms.ts'
import type { VersionForm } from './store/forms.ts'

/** A form of a published version, ready to be filled in. */
export type ReadyForm = VersionForm & { readonly form: CompiledForm }

/** The forms of versions never change, so those used last are kept; one takes some ten kilobytes. */
const KEPT_MAX = 500
const kept = new Map<string, ReadyForm>()

const placeOf = (modelId: string, key: string) => `${modelId} ${key}`

/** The forms of published versions, ready to be filled in; versions that ask for none cost nothing. */
export class VersionForms {
  readonly #forms: ReadonlyMap<string, ReadyForm>

  private constructor(forms: readonly ReadyForm[]) {
    this.#forms = new Map(forms.map((one) => [placeOf(one.modelId, one.key), one]))
  }

  static async load(
    tx: Tx,
    organisationId: string,
    models: ReadonlyMap<string, ProcessGraph>,
  ): Promise<VersionForms> {
    const wanted = [...models].flatMap(([modelId, graph]) =>
      formPlaces(graph).map(({ key }) => ({ modelId, key, at: placeOf(modelId, key) })),
    )
    const missing = [...new Set(wanted.filter(({ at }) => !kept.has(at)).map(({ modelId }) => modelId))]
    const found = (await findVersionForms(tx, organisationId, missing)).flatMap(ready)
    const known = wanted.flatMap(({ at }) => kept.get(at) ?? [])
    for (const one of found) keep(one)
    return new VersionForms([...known, ...found])
  }

  find(modelId: string, key: string | null): ReadyForm | undefined {
    return key === null ? undefined : this.#forms.get(placeOf(modelId, key))
  }
}

function ready(form: VersionForm): readonly ReadyForm[] {
  const compilation = compileForm(form.schema)
  // It compiled when it was saved.
  if (!compilation.ok) throw new Error(`the form ${form.key} of a published version has faults`)
  return [{ ...form, form: compilation.form }]
}

function keep(form: ReadyForm): void {
  kept.set(placeOf(form.modelId, form.key), form)
  if (kept.size > KEPT_MAX) for (const [oldest] of kept.entries().take(1)) kept.delete(oldest)
}
