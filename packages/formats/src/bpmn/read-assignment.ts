import type { BpmnAssignment } from '@millrace/core/process'
import { child, type XmlElement } from '../xml/index.ts'
import { foreignOf } from './written.ts'

const WHOLE = /^\d{1,9}$/
/** A length of time whose minutes do not depend on the calendar. */
const ISO_SPAN = /^P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?)?$/

/**
 * Who does an activity: as Millrace writes it (`millrace:work`, namespace `urn:millrace:bpmn`), and where that says
 * nothing, as Camunda (7, 8), Flowable and Operaton do.
 */
export function readAssignment(element: XmlElement): BpmnAssignment {
  const extensions = child(element, 'extensionElements')
  const work = child(extensions, 'work')
  const own = (name: string) => work?.attributes[name] || null
  // Zeebe has elements of its own for what the others say in attributes of the activity.
  const places = [element, ...(extensions?.children.filter(({ name }) => FOREIGN.has(name)) ?? [])]
  const foreign = (name: string) =>
    places.map(({ attributes }) => foreignOf(attributes, name)).find((found) => found !== null) ?? null
  return {
    ...{ teamId: own('teamId'), responsibleId: own('responsibleId') },
    team: own('team'),
    responsible: own('responsible') ?? foreign('assignee'),
    role: own('role') ?? foreign('candidateGroups'),
    ...{ practice: own('practice'), artifact: own('artifact') },
    formKey: own('formKey') ?? foreign('formKey') ?? foreign('formId'),
    effortMin: minutesOf(own('effortMin')),
    expectedMin: minutesOf(own('expectedMin')) ?? spanMinutes(foreign('dueDate')),
  }
}

const FOREIGN: ReadonlySet<string> = new Set(['assignmentDefinition', 'formDefinition', 'taskSchedule'])

function minutesOf(written: string | null): number | null {
  return written !== null && WHOLE.test(written) ? Number(written) : null
}

/** Null: a day of the calendar, or an expression that only an instance knows. */
function spanMinutes(written: string | null): number | null {
  const found = written === null ? null : ISO_SPAN.exec(written.trim())
  if (!found) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = found.slice(1).map((part) => Number(part ?? 0))
  const total = ((weeks * 7 + days) * 24 + hours) * 60 + minutes
  return total > 0 ? total : null
}
