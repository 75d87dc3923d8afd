import type { DmnModel, DmnProgram } from '@millrace/core/decision'
import { type AskedDecision, chooseDecision } from '@millrace/core/process'
import type { Tx } from '../../../platform/db/transaction.ts'
import { findOfferedVersions, findVersionFiles, type OfferedVersion } from '../queries/find-decisions.ts'
import { compileDecision, readDecision } from './read-decision.ts'

/** Published versions never change, so that what was read and compiled of them is kept as long as there is room. */
const KEPT_MAX = 300
const models = new Map<string, DmnModel | null>()
const programs = new Map<string, DmnProgram>()

/** The published decisions of some processes, read and compiled as far as somebody asks for them. */
export class DecisionShelf {
  readonly #organisationId: string
  readonly #versions: readonly OfferedVersion[]

  private constructor(organisationId: string, versions: readonly OfferedVersion[]) {
    this.#organisationId = organisationId
    this.#versions = versions
  }

  static async load(tx: Tx, organisationId: string, processIds: readonly string[]): Promise<DecisionShelf> {
    return new DecisionShelf(organisationId, await findOfferedVersions(tx, organisationId, processIds))
  }

  /** The version that answers in a process; null when none does. */
  find(processId: string, asked: AskedDecision): OfferedVersion | null {
    return chooseDecision(
      this.#versions.filter((version) => version.processId === processId),
      asked,
    )
  }

  /** Reads the files of versions, and of the newest that stand beside them, as far as they are not known yet. */
  async open(tx: Tx, wanted: readonly OfferedVersion[]): Promise<void> {
    const all = wanted.flatMap((version) => [version, ...this.#neighbours(version)])
    const unknown = new Map(
      all.filter((one) => !models.has(this.#keyOf(one))).map((one) => [this.#keyOf(one), one]),
    )
    const files = await findVersionFiles(tx, this.#organisationId, [...unknown.values()])
    for (const file of files) {
      const read = readDecision(file.xml)
      keep(models, this.#keyOf(file), read.ok ? read.value : null)
    }
  }

  /** The program of a version that was opened; null when it cannot be read. */
  programOf(version: OfferedVersion): DmnProgram | null {
    const model = models.get(this.#keyOf(version)) ?? null
    if (model === null) return null
    const neighbours = model.imports.length === 0 ? [] : this.#neighbours(version)
    const key = [version, ...neighbours].map((one) => this.#keyOf(one)).join(' ')
    const known = programs.get(key)
    if (known !== undefined) return known
    const others = neighbours.flatMap((one) => models.get(this.#keyOf(one)) ?? [])
    return keep(programs, key, compileDecision(model, others))
  }

  /** The newest versions of the other models of the same process, which may be imported. */
  #neighbours({ processId, decisionId }: OfferedVersion): readonly OfferedVersion[] {
    const newest = new Map<string, OfferedVersion>()
    for (const version of this.#versions) {
      if (version.processId !== processId || version.decisionId === decisionId) continue
      const known = newest.get(version.decisionId)
      if (known === undefined || known.number < version.number) newest.set(version.decisionId, version)
    }
    return [...newest.values()]
  }

  #keyOf({ decisionId, number }: Pick<OfferedVersion, 'decisionId' | 'number'>): string {
    return `${this.#organisationId}/${decisionId}/${number}`
  }
}

/** Keeps the newest, and lets go of the oldest. */
function keep<Value>(kept: Map<string, Value>, key: string, value: Value): Value {
  const [oldest] = kept.keys()
  if (kept.size >= KEPT_MAX && oldest !== undefined) kept.delete(oldest)
  kept.set(key, value)
  return value
}
