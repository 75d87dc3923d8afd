import { plural } from '../../platform/language/index.ts'
import { words } from '../../platform/language/plan-words.ts'

/** What the forecast of a plan says. */
export const textsForecast = words('features/schedule/texts-forecast', {
  title: 'Forecast',
  failed: 'The forecast could not be loaded',
  start: 'Work out the forecast',
  again: 'Work it out anew',
  stop: 'Stop',
  running: (done: string, of: string) => `${done} of ${of} runs done`,
  waiting: 'Waiting for its turn',
  stopped: 'The forecast was stopped.',
  refused: 'The plan cannot be forecast as it is',
  outdated: 'Something in the plan, its estimates or its risks has changed since.',
  emptyTitle: 'A forecast needs ranges',
  emptySentence: (count: number) =>
    `How long does it take if all goes well, and if it does not? Give ranges of effort to ${plural('1 item|{n} items', count).replace('{n}', String(count))}, or write down what may happen, and the finish becomes a range.`,
  firstItem: 'Open the first of them',
  readyTitle: 'When will it be finished?',
  readySentence:
    'The plan is run through many times with the ranges of its estimates and its risks. The answer is a range, and what moves it most.',
  finish: 'Finish',
  finishReading: (range: string, likely: string) => `Finished ${range}; with 85% certainty by ${likely}.`,
  planReading: (day: string, chance: string) =>
    `The dated work is planned to finish ${day}: all is done by then in ${chance} of the runs.`,
  cost: 'Cost',
  costReading: (low: string, high: string, likely: string) =>
    `Costs ${low} to ${high}; with 85% certainty not more than ${likely}.`,
  planned: 'plan',
  asTable: 'As a table',
  share: 'Runs that keep it',
  by: 'Finished by',
  upTo: 'Costs at most',
  movesTitle: 'What moves the finish most',
  moves: 'Moves the finish',
  expected: 'Expected',
  critical: 'On the longest path',
  crucial: 'Goes with the finish',
  movesHint:
    'The longer the bar, the more the finish goes with it (by ranks, at most 1). Beside it: in how many runs it is on the longest path (criticality), and how closely its minutes and those of the finish go together (cruciality).',
  nothingMoves: 'Nothing with a range moves the finish.',
  assumptions: 'What this takes in, and what it does not',
  runs: (runs: string, seed: number) =>
    `${runs} runs; with seed ${String(seed)} they come out the same each time.`,
  together: (share: string) =>
    `Items move together with a correlation of ${share}: what makes one late often makes others late.`,
  ranged: (ranged: number, open: number) =>
    `${String(ranged)} of ${String(open)} open items have a range; the others take as long as planned.`,
  phases: (count: number) =>
    `${plural('1 later phase is in as a range|{n} later phases are in as ranges', count).replace('{n}', String(count))}.`,
  openPhases: (names: string) => `Not in it, because they do not say when they end: ${names}.`,
  risksIn: (count: number) =>
    `${plural('1 risk|{n} risks', count).replace('{n}', String(count))} from the register below.`,
  calendars:
    'Time counts in the calendar of the project; work with another calendar, its own or of those who do it, rests when that does.',
  unranged: (count: number) =>
    `${plural('1 open item has|{n} open items have', count).replace('{n}', String(count))} no range yet`,
  risks: 'What may happen',
  risksHint: 'Each risk happens in its share of the runs, and then delays its items and costs money.',
  noRisks: 'Nothing is written down yet.',
  addRisk: 'Add a risk',
  editRisk: 'Change the risk',
  removeRisk: 'Remove',
  risk: {
    title: 'What may happen',
    titleHint: 'Such as: rain during the pour',
    probability: 'How likely (%)',
    delayLow: 'Delays by at least',
    delayHigh: 'at most',
    delayHint: 'Such as 2d',
    delayWrong: 'Write it as 4h, 2d or 1w',
    costLow: 'Costs at least',
    costHigh: 'at most',
    items: 'Work it delays',
    itemsHint: 'Without any, it delays the end',
    save: 'Save',
    delay: 'Delay',
    cost: 'Cost',
    none: 'none',
    whole: 'the end',
    itemCount: (count: number) => plural('1 item|{n} items', count).replace('{n}', String(count)),
    range: (low: string, high: string) => (low === high ? low : `${low} to ${high}`),
  },
})
