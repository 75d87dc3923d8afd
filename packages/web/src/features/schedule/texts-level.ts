import { words } from '../../platform/language/plan-words.ts'

/** What levelling says. */
export const textsLevel = words('features/schedule/texts-level', {
  level: 'Level',
  hint: 'Moves work so that nobody and no machine is asked to be in two places at once',
  title: 'Level the plan',
  explain:
    'Work that needs the same person or machine at the same time is put one after the other, so that the plan gets as little longer as possible. Nothing changes before you accept it.',
  budget: 'Look for',
  budgets: {
    short: '2 seconds',
    usual: '10 seconds',
    long: '1 minute',
    few: '1,000 orders, the same plan every time',
    many: '10,000 orders, the same plan every time',
  },
  stays: 'What begins before this day stays where it is',
  start: 'Level',
  again: 'Level again',
  stop: 'Stop and take the best so far',
  running: 'Looking for a better order …',
  tried: (count: number) => (count === 1 ? '1 order tried' : `${String(count)} orders tried`),
  finish: (from: string, to: string) => (from === to ? `Finish stays ${to}` : `Finish ${from} → ${to}`),
  gap: (percent: string) => `at most ${percent} % longer than the best possible`,
  optimal: 'no shorter plan is possible',
  late: (days: string) => `${days} d late against deadlines`,
  unfit: (count: number) =>
    count === 1
      ? 'For 1 item there is never enough of what it needs: it stays overbooked.'
      : `For ${String(count)} items there is never enough of what they need: they stay overbooked.`,
  nothing: 'Nothing has to move: everybody has one thing to do at a time.',
  nobody: 'Nobody is assigned yet, and nobody is responsible for dated work: there is nothing to level.',
  moved: (count: number) => (count === 1 ? '1 item moves' : `${String(count)} items move`),
  column: { work: 'Work', before: 'Now', after: 'Then', by: 'By', why: 'Why' },
  days: (days: string) => `${days} d`,
  accept: 'Accept',
  close: 'Leave it as it is',
  undo: 'Levelled the plan',
  clear: 'Take the levelling back',
  cleared: 'Took the levelling back',
  refused: 'The plan cannot be levelled',
  why: {
    resource: (name: string, title: string, day: string) => `${name} works on ${title} until ${day}`,
    capacity: (name: string, day: string) => `There is not enough of ${name} before ${day}`,
    calendar: (name: string, day: string) => `${name} does not work before ${day}`,
    link: (title: string) => `Follows ${title}`,
    follows: 'Follows what comes before it',
    unfit: 'There is never enough of what it needs',
  },
})
