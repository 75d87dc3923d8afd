import { expect, test } from 'vitest'
import { genericSkills } from './generic-skills.ts'
import { readMspdi } from './mspdi-reader.ts'

const calendar = (uid: number, base: number, days = '') =>
  `<Calendar><UID>${uid}</UID><Name>C${uid}</Name><IsBaseCalendar>${base < 0 ? 1 : 0}</IsBaseCalendar><BaseCalendarUID>${base}</BaseCalendarUID>${days}</Calendar>`
const SUNDAY_OFF = '<WeekDays><WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay></WeekDays>'

/** The skill of a resource called Fitter of which this is said. */
function skillOf(said: string, isAssigned = true): string | null {
  const calendars = [
    calendar(1, -1),
    calendar(2, 1),
    calendar(3, 1, SUNDAY_OFF),
    calendar(4, -1),
    calendar(5, 4),
  ]
  const assignment = '<Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>7</ResourceUID></Assignment>'
  const found = readMspdi(
    new TextEncoder().encode(`<Project xmlns="http://schemas.microsoft.com/project"><CalendarUID>1</CalendarUID>
    <Calendars>${calendars.join('')}</Calendars><Tasks><Task><UID>1</UID><Name>Fit</Name></Task></Tasks>
    <Resources><Resource><UID>7</UID><Name>Fitter</Name>${said}</Resource></Resources>
    <Assignments>${isAssigned ? assignment : ''}</Assignments></Project>`),
  )
  if (!found.ok) throw new Error(found.refusal.code)
  return genericSkills(found.value).get(7) ?? null
}

const GENERIC = '<Type>1</Type><IsGeneric>1</IsGeneric>'

test.each([
  ['nothing but its name', GENERIC, 'Fitter'],
  ['a calendar that changes nothing', `${GENERIC}<CalendarUID>2</CalendarUID>`, 'Fitter'],
  ['no price', `${GENERIC}<StandardRate>0</StandardRate><CostPerUse>0</CostPerUse>`, 'Fitter'],
  ['somebody in particular', '<Type>1</Type>', null],
  ['material', '<Type>0</Type><IsGeneric>1</IsGeneric>', null],
  ['three of it', `${GENERIC}<MaxUnits>3</MaxUnits>`, null],
  ['a price', `${GENERIC}<StandardRate>50</StandardRate><StandardRateFormat>2</StandardRateFormat>`, null],
  ['working time of its own', `${GENERIC}<CalendarUID>3</CalendarUID>`, null],
  ['the working time of another calendar', `${GENERIC}<CalendarUID>5</CalendarUID>`, null],
])('a generic resource is a skill where that loses nothing: %s', (_name, said, skill) => {
  expect(skillOf(said)).toBe(skill)
})

test('a generic resource without work stays what it is', () => {
  expect(skillOf(GENERIC, false)).toBeNull()
})
