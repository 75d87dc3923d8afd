import { err, ok, type Refusal, type Result } from '@millrace/core/kernel'
import { minorUnitDigits } from '../dates/index.ts'
import { createProblemLog } from '../report/index.ts'
import { createXmlReader, type XmlLimits, type XmlReader, type XmlReport } from '../xml/index.ts'
import type { MspdiAssignment } from './assignment.ts'
import type { MspdiCalendar } from './calendar.ts'
import { checkProject } from './check-project.ts'
import { moneyFields } from './money-fields.ts'
import type { MspdiProject } from './mspdi-project.ts'
import type { MspdiProblem, MspdiSubject, PlacedSubject } from './problem.ts'
import { shownName } from './project-content.ts'
import { readAssignment, readAssignmentTask } from './read-assignment.ts'
import { readCalendar } from './read-calendar.ts'
import { createIgnoredCounter, type Teller, tellerOf } from './read-context.ts'
import { DefinitionCollector } from './read-definitions.ts'
import type { PartOptions } from './read-parts.ts'
import { PROJECT_ELEMENTS, readCurrency, readProperties } from './read-properties.ts'
import { readResource } from './read-resource.ts'
import { readTask } from './read-task.ts'
import { countIgnored, GROUPS, SECTIONS } from './record-shapes.ts'
import type { MspdiResource } from './resource.ts'
import type { MspdiTask } from './task.ts'
import { RecordCollector, type XmlRecord } from './xml-record.ts'

/** How to read a project file. */
export type MspdiOptions = {
  /** Overrides of the limits on XML; 64 MiB and depth 64 unless given. */
  readonly limits?: Partial<XmlLimits>
  /** Whether to keep amounts spread over time, the bulk of large files. Kept unless told otherwise. */
  readonly timephased?: 'keep' | 'work'
  /** Tasks, resources, assignments, calendars and custom fields together; 250,000 unless given. */
  readonly maxRows?: number
  /** How many problems to keep in full; 1,000 unless given. All are counted. */
  readonly keepProblems?: number
}

/** Reads a project file piece by piece. After a refusal, every further call returns it. */
export type MspdiReader = {
  push(bytes: Uint8Array): Result<undefined>
  end(): Result<MspdiProject>
}

const DEFAULT_KEPT_PROBLEMS = 1_000
/** A row without content takes 25 bytes of a file and over 600 of memory. */
const DEFAULT_MAX_ROWS = 250_000
/** Ten baselines of a thousand days, spread by day, take 154,000. */
const MAX_ROW_ELEMENTS = 500_000
const PROJECT: PlacedSubject = { kind: 'project', uid: undefined, name: '', line: undefined }
const MISSING_UID = -1

class StreamingMspdiReader implements MspdiReader {
  readonly #options: MspdiOptions
  readonly #log
  readonly #ignored = createIgnoredCounter()
  readonly #definitions = new DefinitionCollector()
  readonly #collector: RecordCollector
  readonly #xml: XmlReader
  readonly #calendars: MspdiCalendar[] = []
  readonly #tasks: MspdiTask[] = []
  readonly #taskNames = new Map<number, string>()
  readonly #resources: MspdiResource[] = []
  readonly #assignments: MspdiAssignment[] = []
  readonly #emptyRows = { tasks: 0, resources: 0 }
  #rows = 0
  #partOptions: PartOptions | undefined
  #refusal: Refusal | undefined

  constructor(options: MspdiOptions) {
    this.#options = options
    this.#log = createProblemLog<MspdiProblem>(options.keepProblems ?? DEFAULT_KEPT_PROBLEMS)
    this.#collector = new RecordCollector({
      sections: SECTIONS,
      groups: GROUPS,
      onRoot: (name) => this.#checkRoot(name),
      onRecord: (record) => this.#take(record),
      maxEntryElements: MAX_ROW_ELEMENTS,
      onTooLarge: (line) => {
        this.#refusal ??= { code: 'mspdi.row_too_large', params: { limit: MAX_ROW_ELEMENTS, line } }
      },
      onSkipped: (path) => this.#ignored.count(path),
    })
    this.#xml = createXmlReader(this.#collector.handlers, options.limits)
  }

  push(bytes: Uint8Array): Result<undefined> {
    if (this.#refusal !== undefined) return err(this.#refusal)
    const read = this.#xml.push(bytes)
    return this.#refusal === undefined ? read : err(this.#refusal)
  }

  end(): Result<MspdiProject> {
    if (this.#refusal !== undefined) return err(this.#refusal)
    const report = this.#xml.end()
    // The root is known before the end, so a foreign document is named as such even when cut off.
    if (this.#refusal !== undefined) return err(this.#refusal)
    return report.ok ? ok(this.#finish(report.value)) : report
  }

  #checkRoot(name: string): void {
    if (name === 'Project') return
    this.#refusal = { code: 'mspdi.not_a_project', params: { root: name.slice(0, 60) } }
  }

  #finish(report: XmlReport): MspdiProject {
    const teller = tellerOf(this.#log, PROJECT)
    for (const name of this.#collector.root.keys()) {
      if (!PROJECT_ELEMENTS.has(name)) this.#ignored.count(`Project/${name}`)
    }
    tellCharacters(report, teller)
    const content = {
      properties: readProperties(this.#collector.root, teller),
      calendars: this.#calendars,
      tasks: this.#tasks,
      resources: this.#resources,
      assignments: this.#assignments,
    }
    const links = checkProject(content, this.#log)
    return {
      ...content,
      links,
      attributeDefinitions: [...this.#definitions.byField.values()],
      encoding: report.encoding,
      emptyRows: this.#emptyRows,
      ignored: this.#ignored.report(),
      ...this.#log.report(),
    }
  }

  #take(record: XmlRecord): void {
    this.#rows += 1
    const limit = this.#options.maxRows ?? DEFAULT_MAX_ROWS
    if (this.#rows > limit) this.#refusal ??= { code: 'mspdi.too_many_rows', params: { limit } }
    if (this.#refusal !== undefined) return
    countIgnored(record, this.#ignored)
    switch (record.name) {
      case 'Task':
        return this.#takeTask(record)
      case 'Resource':
        return this.#takeResource(record)
      case 'Assignment':
        return this.#takeAssignment(record)
      case 'Calendar':
        return this.#takeCalendar(record)
      case 'ExtendedAttribute':
        return this.#definitions.addAttribute(record, tellerOf(this.#log, PROJECT))
      default:
        return this.#definitions.addOutlineCode(record, tellerOf(this.#log, PROJECT))
    }
  }

  #takeTask(record: XmlRecord): void {
    if (isEmptyRow(record)) {
      this.#emptyRows.tasks += 1
      return
    }
    const { uid, teller } = this.#identify(record, 'task')
    if (uid === MISSING_UID) return
    const task = readTask(record, { uid, options: this.#parts(), teller })
    if (!this.#taskNames.has(uid)) this.#taskNames.set(uid, task.name)
    this.#tasks.push(task)
  }

  #takeResource(record: XmlRecord): void {
    const isNobody = record.values.get('UID') === '0' && (record.values.get('Name') ?? '') === ''
    if (isNobody || isEmptyRow(record)) {
      this.#emptyRows.resources += 1
      return
    }
    const { uid, teller } = this.#identify(record, 'resource')
    if (uid === MISSING_UID) return
    this.#resources.push(readResource(record, { uid, options: this.#parts(), teller }))
  }

  #takeCalendar(record: XmlRecord): void {
    const { uid, teller } = this.#identify(record, 'calendar')
    if (uid !== MISSING_UID) this.#calendars.push(readCalendar(record, uid, teller))
  }

  #takeAssignment(record: XmlRecord): void {
    const taskUid = readAssignmentTask(record)
    const name = taskUid === undefined ? '' : (this.#taskNames.get(taskUid) ?? '')
    const { uid, teller } = this.#identify(record, 'assignment', name)
    if (uid === MISSING_UID) return
    if (taskUid === undefined) {
      teller.tell('mspdi.assignment_task_unknown', { taskUid: record.values.get('TaskUID') ?? null })
      return
    }
    this.#assignments.push(readAssignment(record, { uid, taskUid, options: this.#parts(), teller }))
  }

  /** The UID of a record, and who tells its problems. A record without one is told and left out. */
  #identify(
    record: XmlRecord,
    kind: MspdiSubject['kind'],
    name = record.values.get('Name')?.trim() ?? '',
  ): { readonly uid: number; readonly teller: Teller } {
    const written = record.values.get('UID')?.trim() ?? ''
    const uid = /^\d{1,15}$/.test(written) ? Number(written) : MISSING_UID
    const shown = shownName(name)
    const subject = { kind, uid: uid === MISSING_UID ? undefined : uid, name: shown, line: record.line }
    const teller = tellerOf(this.#log, subject)
    if (uid === MISSING_UID) teller.tell('mspdi.uid_missing')
    return { uid, teller }
  }

  /** Known from the first row on: the schema puts the currency and custom fields before the rows. */
  #parts(): PartOptions {
    this.#partOptions ??= {
      money: moneyFields(minorUnitDigits(readCurrency(this.#collector.root) ?? '')),
      timephased: this.#options.timephased ?? 'keep',
      definitions: this.#definitions,
    }
    return this.#partOptions
  }
}

function isEmptyRow(record: XmlRecord): boolean {
  const written = record.values.get('IsNull')?.trim().toLowerCase()
  return written === '1' || written === 'true'
}

function tellCharacters(report: XmlReport, teller: Teller): void {
  const { encoding, brokenBytes } = report.encoding
  if (brokenBytes.count > 0) {
    const firstByte = brokenBytes.positions[0] ?? null
    teller.tell('mspdi.encoding_broken', { count: brokenBytes.count, firstByte, encoding })
  }
  if (report.forbiddenCharacters > 0) {
    teller.tell('mspdi.characters_forbidden', { count: report.forbiddenCharacters })
  }
}

/**
 * A reader for Microsoft Project XML (MSPDI, all versions from Project 2002 on), fed in pieces of
 * any size. Only one row's XML is held at a time; the project itself grows with the file, within
 * the limit on bytes.
 *
 * What is wrong inside is told as problems and never fatal. Money is in minor units of the
 * project's currency, time in minutes rounded to thousandths, moments are local without zone.
 *
 * @returns refusals: `MSPDI_REFUSAL_CODES` and those of XML (`XML_REFUSAL_CODES`)
 * @see Microsoft Project XML Data Interchange Schema, namespace http://schemas.microsoft.com/project
 */
export function createMspdiReader(options: MspdiOptions = {}): MspdiReader {
  return new StreamingMspdiReader(options)
}

/**
 * Reads a whole project file, from its bytes or pieces of them. See `createMspdiReader`.
 *
 * @returns refusals as `createMspdiReader`
 */
export function readMspdi(
  bytes: Uint8Array | Iterable<Uint8Array>,
  options: MspdiOptions = {},
): Result<MspdiProject> {
  const reader = createMspdiReader(options)
  for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
    const read = reader.push(piece)
    if (!read.ok) return read
  }
  return reader.end()
}
