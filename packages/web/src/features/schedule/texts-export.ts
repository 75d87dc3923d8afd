import { words } from '../../platform/language/plan-words.ts'

/** What is said about taking a plan out of the program. */
export const textsExport = words('features/schedule/texts-export', {
  menu: 'Take the plan with you, as a file',
  hint: 'The plan as it stands, as far as you see it',
  asFile: {
    xml: 'Microsoft Project (XML)',
    ics: 'Calendar (iCalendar)',
    csv: 'Table (CSV)',
  },
  about: {
    xml: 'With calendars, links, people, costs and baselines',
    ics: 'Work and milestones as days of a calendar',
    csv: 'A row for each item, for a spreadsheet',
  },
  command: {
    xml: 'Export the plan: Microsoft Project',
    ics: 'Export the plan: calendar',
    csv: 'Export the plan: table',
  },
})
