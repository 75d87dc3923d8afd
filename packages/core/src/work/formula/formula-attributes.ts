import type { WorkItem } from '../work-item.ts'
import type { FormulaAttribute } from './formula-node.ts'
import type { FormulaReader, FormulaWorld, TextForm } from './formula-reader.ts'
import { inForm } from './text-form.ts'

type Maker = (world: FormulaWorld, form: TextForm) => FormulaReader
type NamesOf<Value> = {
  [Name in keyof WorkItem]-?: WorkItem[Name] extends Value ? Name : never
}[keyof WorkItem]

const plain =
  (read: FormulaReader): Maker =>
  () =>
    read

/** Minutes of work as hours. */
const hours = (name: 'effortMin' | 'effortLowMin' | 'effortHighMin') =>
  plain((item) => (item[name] === null ? null : item[name] / 60))

const moment =
  (name: 'createdAt' | 'updatedAt' | 'startedAt' | 'finishedAt' | 'stateSince'): Maker =>
  ({ dayOf }) =>
  (item) =>
    item[name] === null ? null : dayOf(item[name])

const text =
  (name: NamesOf<string | null>): Maker =>
  (_world, form) =>
  (item) =>
    inForm(item[name], form)

/** How each attribute is read from an item. */
export const ATTRIBUTE_READERS: Readonly<Record<FormulaAttribute, Maker>> = {
  effort: hours('effortMin'),
  effortLow: hours('effortLowMin'),
  effortHigh: hours('effortHighMin'),
  priority: plain((item) => item.priority),
  children: plain((item) => item.childCount),
  childrenDone: plain((item) => item.childDoneCount),
  costOfDelay:
    ({ currencyDigits }) =>
    ({ costOfDelayMinor: minor }) =>
      minor === null ? null : minor / 10 ** currencyDigits,
  start: plain((item) => item.startsOn),
  due: plain((item) => item.dueOn),
  created: moment('createdAt'),
  updated: moment('updatedAt'),
  started: moment('startedAt'),
  finished: moment('finishedAt'),
  stateSince: moment('stateSince'),
  key: text('key'),
  title: text('title'),
  description: text('description'),
  state:
    ({ stateNames }, form) =>
    ({ typeId, stateId }) =>
      inForm(stateNames.get(`${typeId}/${stateId}`) ?? null, form),
  type:
    ({ typeNames }, form) =>
    ({ typeId }) =>
      inForm(typeNames.get(typeId) ?? null, form),
  role: text('role'),
  practice: text('practice'),
  artifact: text('artifact'),
  responsible: plain((item) => item.responsibleId),
  accountable: plain((item) => item.accountableId),
  requester: plain((item) => item.requesterId),
  done: plain((item) => item.stateGroup === 'done'),
  open: plain((item) => item.stateGroup !== 'done'),
  blocked: plain((item) => item.openBlockers.length > 0),
  milestone: plain((item) => item.isMilestone),
}
