import type { RefusalParam } from '@millrace/core/kernel'
import { excerpt, type ProblemLog } from '../report/index.ts'
import { type FieldFault, OUT_OF_RANGE } from './field.ts'
import { type MspdiProblem, type MspdiProblemCode, mspdiProblem, type PlacedSubject } from './problem.ts'
import type { XmlRecord } from './xml-record.ts'

/** More different paths than this are hostile; they are counted together. */
const MOST_PATHS = 500
const LONGEST_PATH = 120

/** Counts the elements that are not taken over. */
export type IgnoredCounter = {
  count(path: string): void
  /** Counts the leaves and inner elements of a record that are not among the known ones. */
  countUnknown(record: XmlRecord, known: ReadonlySet<string>): void
  report(): Readonly<Record<string, number>>
}

/** A new counter; the five hundred first paths have their own count, others go under `…`. */
export function createIgnoredCounter(): IgnoredCounter {
  const counts = new Map<string, number>()
  const count = (path: string): void => {
    const shown = path.slice(0, LONGEST_PATH)
    const key = counts.has(shown) || counts.size < MOST_PATHS ? shown : '…'
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return {
    count,
    countUnknown(record, known) {
      for (const name of record.values.keys()) if (!known.has(name)) count(`${record.name}/${name}`)
      for (const name of record.groups.keys()) if (!known.has(name)) count(`${record.name}/${name}`)
    },
    report: () => Object.fromEntries(counts),
  }
}

/** Tells problems of one subject. */
export type Teller = {
  /** Tells a problem, at the subject's line unless another is given. */
  readonly tell: (code: MspdiProblemCode, params?: Readonly<Record<string, RefusalParam>>) => void
  /** Tells a value that could not be read; fits `readFields`. */
  readonly tellFault: (element: string, text: string, fault: FieldFault) => void
}

/** A teller of the problems of one subject. */
export function tellerOf(log: ProblemLog<MspdiProblem>, subject: PlacedSubject): Teller {
  return {
    tell: (code, params) => log.add(mspdiProblem(subject, code, params)),
    tellFault: (element, text, fault) => {
      const code = fault === OUT_OF_RANGE ? 'mspdi.date_out_of_range' : 'mspdi.value_unreadable'
      log.add(mspdiProblem(subject, code, { element, value: excerpt(text) }))
    },
  }
}
