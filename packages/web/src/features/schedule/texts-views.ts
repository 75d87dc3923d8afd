import { words } from '../../platform/language/plan-words.ts'

/** What the switch between the views of a plan says, and what they have in common. */
export const textsViews = words('features/schedule/texts-views', {
  label: 'How the plan is shown',
  view: {
    gantt: 'Gantt',
    grid: 'Grid',
    network: 'Network',
    load: 'Load',
    baseline: 'Baseline',
    health: 'Health',
    forecast: 'Forecast',
    value: 'Earned value',
    compare: 'What-ifs',
  },
  hint: {
    gantt: 'Bars on a time axis',
    grid: 'A table with cells to write in',
    network: 'What depends on what',
    load: 'Who and what is how busy',
    baseline: 'Planned then and now',
    health: 'What deserves a look',
    forecast: 'When it will be finished, as a range',
    value: 'What is done and what it cost, by the baseline',
    compare: 'The plan beside all its what-ifs',
  },
  show: (view: string) => `Show: ${view}`,
  workDays: (days: string) => `${days} d`,
  critical: 'Critical',
  linkType: { FS: 'FS', SS: 'SS', FF: 'FF', SF: 'SF' },
  lagUnit: { week: 'w', day: 'd', hour: 'h', minute: 'm' },
  elapsed: 'e',
})
