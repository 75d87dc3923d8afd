import type { CaseModel, PlanItem, Sentry } from '@millrace/core/case'
import type { XmlWriter } from '../xml/index.ts'

/** Attributes of an element; those without a value are not written. */
export type Attributes = Readonly<Record<string, string | null>>

/** A file while it is written. */
export class CmmnWriting {
  readonly xml: XmlWriter
  readonly model: CaseModel
  /** The id of the plan, by which the file knows the case in events. */
  readonly planModelId: string
  readonly #ids: Set<string>
  readonly #roles: ReadonlyMap<string, string>

  constructor(xml: XmlWriter, model: CaseModel) {
    this.xml = xml
    this.model = model
    this.#ids = new Set(
      JSON.stringify(model)
        .match(/"(?:[^"\\]|\\.)*"/g)
        ?.map((text) => text.slice(1, -1)),
    )
    this.planModelId = this.fresh(`${model.id}-plan`)
    this.#roles = new Map(model.roles.map((role, place) => [role, this.fresh(`role-${place + 1}`)]))
  }

  /** An id that nothing else has. */
  fresh(wanted: string): string {
    let id = wanted
    for (let nth = 2; this.#ids.has(id); nth++) id = `${wanted}-${nth}`
    this.#ids.add(id)
    return id
  }

  roleIds(): readonly (readonly [string, string])[] {
    return [...this.#roles]
  }

  roleId(role: string): string {
    return this.#roles.get(role) ?? role
  }

  element(name: string, attributes: Attributes, inside?: () => void): void {
    const written = Object.entries(attributes).flatMap(([key, value]) =>
      value === null ? [] : [[key, value]],
    )
    // Pairs of texts, as the lines above leave them.
    this.xml.open(name, Object.fromEntries(written) as Readonly<Record<string, string>>)
    inside?.()
    this.xml.close()
  }

  condition(name: string, text: string): void {
    this.element(name, { id: this.fresh(name) }, () => this.xml.leaf('condition', text))
  }
}

/** A criterion, and the sentry that the file keeps apart from it. */
export type PlacedSentry = { readonly sentry: Sentry; readonly sentryId: string }

/** The sentries of items, each with an id of its own. */
export function placeSentries(
  writing: CmmnWriting,
  items: readonly Pick<PlanItem, 'entry' | 'exit'>[],
): ReadonlyMap<string, PlacedSentry> {
  return new Map(
    items
      .flatMap(({ entry, exit }) => [...entry, ...exit])
      .map((sentry) => [sentry.id, { sentry, sentryId: writing.fresh(`${sentry.id}-sentry`) }]),
  )
}
