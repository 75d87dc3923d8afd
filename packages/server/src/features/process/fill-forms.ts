import { sayProblem } from '@millrace/contract'
import {
  type FilledForm,
  fillForm,
  type InstanceSnapshot,
  startFormKey,
  stepFormKey,
  type Variables,
  variablesAt,
} from '@millrace/core/process'
import { refuse, type Unit } from '../../platform/commands/index.ts'
import type { InstanceSet } from './instance-set.ts'
import { findReferences } from './queries/find-forms.ts'
import { type ReadyForm, VersionForms } from './version-forms.ts'

/** What somebody hands in. */
type HandedIn = { readonly values: Variables; readonly index: number }
type Filling = HandedIn & { readonly ready: ReadyForm; readonly variables: Variables; readonly zone: string }

/**
 * The forms of a group of commands, filled in as the browser has done: what is handed in beyond the form, or into
 * what is hidden or worked out, is not taken.
 */
export class FormFiller {
  readonly #unit: Unit
  readonly #set: InstanceSet
  readonly #forms: VersionForms
  readonly #filled: { readonly filled: FilledForm; readonly index: number }[] = []

  private constructor(unit: Unit, set: InstanceSet, forms: VersionForms) {
    this.#unit = unit
    this.#set = set
    this.#forms = forms
  }

  /** @param modelIds versions that the set knows */
  static async load(unit: Unit, set: InstanceSet, modelIds: readonly string[]): Promise<FormFiller> {
    const graphs = new Map(modelIds.map((id) => [id, set.modelOf(id).graph]))
    return new FormFiller(unit, set, await VersionForms.load(unit.tx, unit.organisationId, graphs))
  }

  /** The values that an instance begins with. */
  start(modelId: string, processId: string, handedIn: HandedIn): Variables {
    const ready = this.#forms.find(modelId, startFormKey(this.#set.modelOf(modelId).graph))
    if (!ready) return handedIn.values
    return this.#fill({ ...handedIn, ready, variables: {}, zone: this.#set.zoneOf(processId) })
  }

  /** The values with which a step is completed. */
  complete(snapshot: InstanceSnapshot, tokenId: number, handedIn: HandedIn): Variables {
    const filling = this.#fillingOf(snapshot, tokenId)
    return filling ? this.#fill({ ...filling, ...handedIn }) : handedIn.values
  }

  /** The values with which a step is completed by moving its item; null: people have to fill in its form. */
  moved(snapshot: InstanceSnapshot, tokenId: number): Variables | null {
    const filling = this.#fillingOf(snapshot, tokenId)
    if (!filling) return {}
    const filled = this.#ask({ ...filling, values: {}, index: 0 })
    return filled.problems.length > 0 ? null : filled.values
  }

  /** The form of a step; undefined: it has none. */
  formOf(snapshot: InstanceSnapshot, tokenId: number): ReadyForm | undefined {
    const { modelId } = snapshot.instance
    const node = snapshot.engine.tokens.find(({ id }) => id === tokenId)?.node ?? -1
    const { graph } = this.#set.modelOf(modelId)
    return this.#forms.find(modelId, stepFormKey(graph, graph.nodes[node]?.id ?? ''))
  }

  /**
   * Looks whether the people and files that were chosen are there.
   *
   * @param itemIds what the files may hang on
   */
  async check(itemIds: readonly string[]): Promise<void> {
    const chosen = this.#filled.flatMap(({ filled, index }) =>
      filled.parts.flatMap((part) => {
        if (part.kind === 'note' || !part.isVisible || typeof part.value !== 'string') return []
        const { kind } = part.field
        return kind === 'person' || kind === 'file' ? [{ kind, id: part.value, index }] : []
      }),
    )
    const idsOf = (wanted: 'person' | 'file') =>
      chosen.filter(({ kind }) => kind === wanted).map(({ id }) => id)
    const found = await findReferences(this.#unit.tx, this.#unit.organisationId, {
      ...{ personIds: idsOf('person'), fileIds: idsOf('file'), itemIds },
    })
    const missing = chosen.find(({ id }) => !found.has(id))
    if (missing) refuse('platform.reference_unknown', { what: missing.kind }, missing.index)
  }

  #fillingOf(snapshot: InstanceSnapshot, tokenId: number): Omit<Filling, keyof HandedIn> | null {
    const ready = this.formOf(snapshot, tokenId)
    if (!ready) return null
    const variables = variablesAt(snapshot.engine, tokenId)
    return { ready, variables, zone: this.#set.zoneOf(snapshot.instance.processId) }
  }

  #ask({ ready, values, variables, zone }: Filling): FilledForm {
    return fillForm(ready.form, { variables, entered: values, moment: { now: this.#unit.now, zone } })
  }

  #fill(filling: Filling): Variables {
    const { ready, index } = filling
    const filled = this.#ask(filling)
    const [first] = filled.problems
    if (first) {
      const { code: problem, params, key } = first
      const label = filled.parts.find((part) => part.kind === 'field' && part.field.key === key)
      const at = label?.kind === 'field' ? label.field.label : key
      const reason = sayProblem(problem, params)
      const keys = filled.problems.map((one) => one.key)
      refuse(
        'process.form_not_filled',
        { ...params, problem, reason, name: ready.name, at, keys, count: keys.length },
        index,
      )
    }
    this.#filled.push({ filled, index })
    return filled.values
  }
}
