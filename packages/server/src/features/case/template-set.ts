import type { CaseTemplateView } from '@millrace/contract'
import { type CaseModel, PLAN_ITEMS_MAX, walkModel } from '@millrace/core/case'
import type { Event } from '@millrace/core/kernel'
import { accepted, checkVersion, refuse, type Unit } from '../../platform/commands/index.ts'
import { compilePlan } from './graphs.ts'
import { findNames, findTemplateViews, findVersions } from './queries/find-templates.ts'
import {
  type CaseTemplate,
  lockTemplates,
  saveTemplates,
  saveVersions,
  type TemplateVersion,
} from './store/templates.ts'

/** The words and the plan of a template that somebody writes. */
export type WrittenTemplate = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly model: CaseModel
  readonly version?: number | undefined
}

/** The templates a group of commands is about: locked, changed in memory, written at once. */
export class TemplateSet {
  readonly #unit: Unit
  readonly #templates: Map<string, CaseTemplate>
  readonly #versions: Map<string, { draft?: TemplateVersion; published?: TemplateVersion }>
  readonly #names: Map<string, string>
  readonly #changed = new Set<string>()
  readonly #written = new Map<string, TemplateVersion>()
  readonly #events: Event[] = []

  private constructor(
    unit: Unit,
    found: {
      readonly templates: ReadonlyMap<string, CaseTemplate>
      readonly versions: readonly TemplateVersion[]
      readonly names: ReadonlyMap<string, string>
    },
  ) {
    this.#unit = unit
    this.#templates = new Map(found.templates)
    this.#names = new Map(found.names)
    this.#versions = new Map()
    for (const one of found.versions) this.#put(one)
  }

  static async load(
    unit: Unit,
    wanted: { readonly ids: readonly string[]; readonly names?: readonly string[] },
  ): Promise<TemplateSet> {
    const { tx, organisationId } = unit
    const templates = await lockTemplates(unit, wanted.ids)
    const own = [...templates.values()].map(({ name }) => name)
    const [versions, names] = await Promise.all([
      findVersions(tx, organisationId, wanted.ids),
      findNames(tx, organisationId, [...(wanted.names ?? []), ...own]),
    ])
    return new TemplateSet(unit, { templates, versions, names })
  }

  find(id: string): CaseTemplate | undefined {
    return this.#templates.get(id)
  }

  get(id: string, index: number): CaseTemplate {
    return this.#templates.get(id) ?? refuse('platform.not_found', { what: 'template' }, index)
  }

  /** What cases begin by now. */
  publishedOf(id: string, index: number): TemplateVersion {
    const { name, archivedAt } = this.get(id, index)
    if (archivedAt !== null) refuse('case.template_removed', { name }, index)
    return this.#versions.get(id)?.published ?? refuse('case.template_unpublished', { name }, index)
  }

  /** Makes a template, or changes its words and its draft. */
  write({ id, name, description, model, version }: WrittenTemplate, index: number): void {
    const { now, principal } = this.#unit
    const before = this.#templates.get(id)
    if (before) checkVersion({ version: before.version, what: 'template' }, { version }, index)
    if (before && before.archivedAt !== null) refuse('case.template_removed', { name: before.name }, index)
    if (walkModel(model).length > PLAN_ITEMS_MAX)
      refuse('case.plan_too_large', { max: PLAN_ITEMS_MAX }, index)
    this.#takeName(id, name, index)
    const made = { id, createdAt: now, createdBy: principal.personId, archivedAt: null, version: 0 }
    this.#change({ ...(before ?? made), name, description }, 'case.template_saved')
    const draft = this.#versions.get(id)?.draft
    const versionId = draft?.id ?? this.#unit.newId<'CaseTemplateVersion'>()
    this.#write({ id: versionId, templateId: id, number: null, model: { ...model, name }, note: '' })
  }

  /** Lets cases begin by the draft; there is none afterwards. */
  publish(
    input: { readonly id: string; readonly note: string; readonly version?: number | undefined },
    index: number,
  ): void {
    const { id, note } = input
    const template = this.get(id, index)
    checkVersion({ version: template.version, what: 'template' }, input, index)
    const { name, archivedAt } = template
    if (archivedAt !== null) refuse('case.template_removed', { name }, index)
    const { draft, published } = this.#versions.get(id) ?? {}
    if (!draft) return refuse('case.template_unchanged', { name }, index)
    accepted(compilePlan(draft.model), index)
    this.#versions.set(id, {})
    this.#write({ ...draft, number: (published?.number ?? 0) + 1, note })
    this.#change(template, 'case.template_published')
  }

  remove(input: { readonly id: string; readonly version?: number | undefined }, index: number): void {
    const template = this.get(input.id, index)
    checkVersion({ version: template.version, what: 'template' }, input, index)
    if (template.archivedAt !== null) return
    this.#names.delete(template.name.toLowerCase())
    this.#change({ ...template, archivedAt: this.#unit.now }, 'case.template_removed')
  }

  restore(id: string, index: number): void {
    const template = this.get(id, index)
    if (template.archivedAt === null) return
    this.#takeName(id, template.name, index)
    this.#change({ ...template, archivedAt: null }, 'case.template_restored')
  }

  /** Writes everything, and answers how some of it is shown then. */
  async save(ids: readonly string[]): Promise<CaseTemplateView[]> {
    const { tx, organisationId } = this.#unit
    await saveTemplates(
      this.#unit,
      [...this.#changed].flatMap((id) => this.#templates.get(id) ?? []),
    )
    await saveVersions(this.#unit, [...this.#written.values()])
    this.#unit.record(this.#events)
    const views = await findTemplateViews(tx, organisationId, ids)
    return ids.map((id, index) => views.get(id) ?? refuse('platform.not_found', { what: 'template' }, index))
  }

  #takeName(id: string, name: string, index: number): void {
    const before = this.#templates.get(id)
    const key = name.toLowerCase()
    const holder = this.#names.get(key)
    if (holder !== undefined && holder !== id) refuse('case.template_name_taken', { name }, index)
    if (before && this.#names.get(before.name.toLowerCase()) === id)
      this.#names.delete(before.name.toLowerCase())
    this.#names.set(key, id)
  }

  #change(template: CaseTemplate, kind: string): void {
    const { id, name } = template
    this.#templates.set(id, { ...template, version: template.version + 1 })
    this.#changed.add(id)
    this.#events.push({
      ...{ id: this.#unit.newId<'Event'>(), kind, at: this.#unit.now, actor: this.#unit.actor },
      ...{ subject: { kind: 'caseTemplate', id }, containerId: null, data: { name } },
    })
  }

  #write(version: TemplateVersion): void {
    this.#put(version)
    this.#written.set(version.id, version)
  }

  #put(version: TemplateVersion): void {
    const kind = version.number === null ? 'draft' : 'published'
    this.#versions.set(version.templateId, {
      ...this.#versions.get(version.templateId),
      [kind]: version,
    })
  }
}
