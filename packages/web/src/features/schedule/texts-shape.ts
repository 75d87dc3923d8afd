import { plural } from '../../platform/language/index.ts'
import { words } from '../../platform/language/plan-words.ts'

/** How a forecast is made, and how estimates are spread in it. */
export const textsShape = words('features/schedule/texts-shape', {
  title: 'How it is worked out',
  run: 'Work it out so',
  shape: 'Estimates are spread',
  shapes: {
    pert: 'around the likely value (PERT)',
    triangular: 'as a triangle',
    uniform: 'evenly',
    lognormal: 'with a long tail (lognormal)',
    history: 'as finished work went',
  },
  shapeWhy: {
    pert: 'The likely value weighs four times an end of the range.',
    triangular: 'From one end over the likely value to the other in straight lines.',
    uniform: 'Every value in the range is as likely as any other.',
    lognormal: 'Like PERT on average, but what goes wrong can go much further wrong.',
    history:
      'What finished work of the same practice or type took for each hour it was thought to take. No range is needed.',
  },
  itemShape: 'Spread in forecasts',
  asProject: 'as in the project',
  changedShape: 'How it is spread in forecasts',
  together: 'Move together (%)',
  togetherWhy: 'What makes one item late makes others late, too: 0 not at all, 100 always.',
  startOn: 'What is left begins',
  runs: 'Runs',
  seed: 'Seed',
  seedWhy: 'Chance is drawn by this number: the same number gives the same answer.',
  levelled: 'People and machines do one thing at a time',
  levelledWhy:
    'In each run, work waits until whoever does it is there and free. What comes first in the plan comes first; other work goes before it only where that delays nothing. It takes about four times as long.',
  history: (of: { readonly kind: string; readonly samples: number; readonly items: number }) =>
    `${of.kind}: ${plural('1 finished item|{n} finished items', of.samples).replace('{n}', String(of.samples))} to go by, for ${plural('1 open item|{n} open items', of.items).replace('{n}', String(of.items))}.`,
  tooFew: (of: { readonly kind: string; readonly samples: number; readonly needed: number }) =>
    `${of.kind}: ${plural('1 finished item says|{n} finished items say', of.samples).replace('{n}', String(of.samples))} too little, ${String(of.needed)} are needed. Ranges count there instead, around the likely value.`,
  startsOn: (day: string) => `What is left begins no earlier than ${day}.`,
  isLevelled:
    'In each run, people and machines do one thing at a time, when they are there; what comes first in the plan comes first. Other projects they work for are not looked at.',
  isNotLevelled: 'Who is busy elsewhere is not looked at again in each run.',
  waiting: (of: { readonly levelled: string; readonly unlevelled: string; readonly days: string }) =>
    `Waiting for people and machines costs ${of.days}: with 85% certainty it is finished by ${of.levelled}, and by ${of.unlevelled} if nobody had to wait.`,
  noWaiting: (day: string) => `Nobody has to wait for people and machines: by ${day} with and without them.`,
  withoutWaiting: 'without waiting',
  days: (count: number) => plural('1 day|{n} days', count).replace('{n}', String(count)),
})
