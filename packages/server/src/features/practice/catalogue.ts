import { checkPrecedence } from '@millrace/core/practice'
import { foldText } from '@millrace/core/work'
import { accepted, refuse, type Unit } from '../../platform/commands/index.ts'
import { findNames, type PracticeName } from './queries/find-names.ts'
import { findPracticeParts, type PracticeParts } from './queries/find-parts.ts'
import { replaceArtifacts, replaceOrder, saveNames } from './store/practice-parts.ts'
import { lockPractices, type Practice, savePractices } from './store/practices.ts'

/** A text that items were named by, and what they are named by from now on. */
export type Renaming = { readonly fromFold: string; readonly name: string; readonly fold: string }

/**
 * The whole catalogue of an organisation, locked: whether a name is free and whether practices have an order
 * are questions to all of them.
 */
export class Catalogue {
  readonly #unit: Unit
  readonly #practices: Map<string, Practice>
  readonly #parts: Map<string, PracticeParts>
  readonly #names: Map<string, PracticeName>
  readonly #changed = new Set<string>()
  readonly #named = new Set<string>()
  readonly renamings: Renaming[] = []

  private constructor(
    unit: Unit,
    known: {
      readonly practices: Map<string, Practice>
      readonly parts: Map<string, PracticeParts>
      readonly names: readonly PracticeName[]
    },
  ) {
    this.#unit = unit
    this.#practices = known.practices
    this.#parts = known.parts
    this.#names = new Map(known.names.map((name) => [name.fold, name]))
  }

  static async load(unit: Unit): Promise<Catalogue> {
    const { tx, organisationId } = unit
    const practices = await lockPractices(unit)
    const parts = await findPracticeParts(tx, organisationId, null)
    return new Catalogue(unit, { practices, parts, names: await findNames(tx, organisationId) })
  }

  find(id: string): Practice | undefined {
    return this.#practices.get(id)
  }

  get(id: string, index: number): Practice {
    return this.find(id) ?? refuse('platform.not_found', { what: 'practice' }, index)
  }

  /** The practice, when it may be changed. */
  live(id: string, index: number): Practice {
    const practice = this.get(id, index)
    if (practice.archivedAt !== null) refuse('practice.archived', { name: practice.name }, index)
    return practice
  }

  /** The states of artifacts and the practices that some practices name. */
  parts(id: string): PracticeParts {
    return this.#parts.get(id) ?? { inputs: [], outputs: [], after: [], published: null }
  }

  /** Keeps a change until it is saved; the version goes up. */
  put(practice: Practice, parts: Pick<PracticeParts, 'inputs' | 'outputs' | 'after'>, index: number): void {
    const before = this.#practices.get(practice.id)
    this.#takeName(practice, { before, index })
    this.#practices.set(practice.id, {
      ...practice,
      ...{ changedAt: this.#unit.now, changedBy: this.#unit.principal.personId },
      version: (before?.version ?? 0) + 1,
    })
    this.#parts.set(practice.id, { ...this.parts(practice.id), ...parts })
    this.#changed.add(practice.id)
  }

  #takeName(
    { id, name }: Practice,
    { before, index }: { readonly before: Practice | undefined; readonly index: number },
  ): void {
    if (before?.name === name) return
    const fold = foldText(name)
    const owner = this.#names.get(fold)
    if (owner && owner.practiceId !== id && !owner.isFormer) refuse('practice.name_taken', { name }, index)
    if (before) {
      const fromFold = foldText(before.name)
      this.#name({ fold: fromFold, name: before.name, practiceId: id, isFormer: true })
      this.renamings.push({ fromFold, name, fold })
    }
    this.#name({ fold, name, practiceId: id, isFormer: false })
  }

  #name(name: PracticeName): void {
    this.#names.set(name.fold, name)
    this.#named.add(name.fold)
  }

  /** Refuses what would make live practices come before themselves, or name practices that are not there. */
  checkOrder(index: number): void {
    const live = [...this.#practices.values()].filter(({ archivedAt }) => archivedAt === null)
    accepted(checkPrecedence(live.map(({ id, name }) => ({ id, name, after: this.parts(id).after }))), index)
  }

  async save(): Promise<void> {
    const ids = [...this.#changed]
    const parts = ids.map((id) => ({ id, ...this.parts(id) }))
    await savePractices(
      this.#unit,
      ids.flatMap((id) => this.#practices.get(id) ?? []),
    )
    await saveNames(
      this.#unit,
      [...this.#named].flatMap((fold) => this.#names.get(fold) ?? []),
    )
    await replaceArtifacts(this.#unit, parts)
    await replaceOrder(this.#unit, parts)
  }
}
