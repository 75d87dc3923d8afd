/** A plan as Microsoft Project writes it, whose dates follow from its logic: an outline, two links, a milestone, a resource and a baseline. */
export const PLAN_FILE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project">
<Title>Gartenhaus</Title><CalendarUID>1</CalendarUID><CurrencyCode>EUR</CurrencyCode>
<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar>
<BaseCalendarUID>-1</BaseCalendarUID><WeekDays>${[2, 3, 4, 5, 6].map(workday).join('')}</WeekDays></Calendar></Calendars>
<Tasks>
${task(1, { level: 1, name: 'Rohbau', from: '2021-03-01', to: '2021-03-17' }, '<Summary>1</Summary>')}
${task(
  2,
  { level: 2, name: 'Baugrube ausheben', from: '2021-03-01', to: '2021-03-05' },
  `<Duration>PT40H0M0S</Duration><PercentComplete>100</PercentComplete>${baseline('2021-03-01', '2021-03-03')}`,
)}
${task(
  3,
  { level: 2, name: 'Fundament gießen', from: '2021-03-10', to: '2021-03-17' },
  `<Duration>PT48H0M0S</Duration>${link(2, 1, 9600)}${baseline('2021-03-08', '2021-03-15')}`,
)}
${task(
  4,
  { level: 2, name: 'Rohbau fertig', from: '2021-03-17', to: '2021-03-17' },
  `<Duration>PT0H0M0S</Duration><Milestone>1</Milestone>${link(3, 1, 0)}`,
).replace('T08:00:00', 'T17:00:00')}
${task(5, { level: 1, name: 'Dach decken', from: '2021-03-22', to: '2021-04-01' }, `<Duration>PT72H0M0S</Duration>${notBefore('2021-03-22')}`)}
</Tasks>
<Resources><Resource><UID>1</UID><Name>Ida Kühn</Name><Type>1</Type></Resource></Resources>
<Assignments><Assignment><UID>1</UID><TaskUID>3</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units>
<Work>PT48H0M0S</Work></Assignment></Assignments>
</Project>`

type Task = { readonly level: number; readonly name: string; readonly from: string; readonly to: string }

function task(uid: number, { level, name, from, to }: Task, more: string): string {
  return `<Task><UID>${uid}</UID><ID>${uid}</ID><Name>${name}</Name><OutlineLevel>${level}</OutlineLevel>
<Start>${from}T08:00:00</Start><Finish>${to}T17:00:00</Finish>${more}</Task>`
}

/** Days count from Sunday, which is 1. */
function workday(type: number): string {
  return `<WeekDay><DayType>${type}</DayType><DayWorking>1</DayWorking><WorkingTimes>
<WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>
<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>`
}

/** Start no earlier than is 4. */
function notBefore(day: string): string {
  return `<ConstraintType>4</ConstraintType><ConstraintDate>${day}T08:00:00</ConstraintDate>`
}

function baseline(from: string, to: string): string {
  return `<Baseline><Number>0</Number><Start>${from}T08:00:00</Start><Finish>${to}T17:00:00</Finish></Baseline>`
}

/** Finish to start is 1; the lag is in tenths of a minute. */
function link(uid: number, type: number, lag: number): string {
  return `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>${type}</Type>
<LinkLag>${lag}</LinkLag><LagFormat>7</LagFormat></PredecessorLink>`
}
