import type { MspdiProject } from './mspdi-project.ts'
import type { MspdiResource } from './resource.ts'

/** Longer names are no skills. */
const SKILL_MAX = 100

/**
 * The skills that generic resources stand for, by their numbers: those that work and that nothing is said of but their
 * name, such as how many there are, what they cost or when they work. All others would lose something by it.
 */
export function genericSkills(project: MspdiProject): ReadonlyMap<number, string> {
  const working = new Set(project.assignments.map(({ resourceUid }) => resourceUid))
  return new Map(
    project.resources.flatMap((resource) => {
      const { uid, name, generic, type } = resource
      const skill = name.trim()
      const isSkill =
        generic && type === 'work' && skill !== '' && skill.length <= SKILL_MAX && working.has(uid)
      return isSkill && isPlain(resource) && !hasTime(resource, project) ? [[uid, skill] as const] : [] // A pair.
    }),
  )
}

/** One of them at any time, for nothing. */
function isPlain({ maxUnits = 1, availability, rates, ...price }: MspdiResource): boolean {
  return maxUnits === 1 && availability.length === 0 && !isPaid(price) && !rates.some(isPaid)
}

function isPaid({
  standardRate,
  overtimeRate,
  costPerUseMinor,
}: Pick<MspdiResource, 'standardRate' | 'overtimeRate' | 'costPerUseMinor'>): boolean {
  return [standardRate?.amount, overtimeRate?.amount, costPerUseMinor].some((amount = 0) => amount > 0)
}

/** Whether it works at other times than the project. */
function hasTime({ calendarUid }: MspdiResource, { calendars, properties }: MspdiProject): boolean {
  const own = calendars.find(({ uid }) => uid === calendarUid)
  if (!own || own.uid === properties.calendarUid) return false
  const { weekDays, exceptions, workWeeks, baseCalendarUid = properties.calendarUid } = own
  return (
    weekDays.length + exceptions.length + workWeeks.length > 0 || baseCalendarUid !== properties.calendarUid
  )
}
