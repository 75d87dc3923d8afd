import { words } from '../../platform/language/index.ts'

/** What a plan as it might be says. */
export const textsScenario = words('features/schedule/texts-scenario', {
  title: 'What if',
  open: 'What if',
  openHint: 'Try changes out: nobody sees them before you carry them out',
  hint: 'Move bars and draw links: nothing is changed before you carry it out.',
  changes: (count: number) => (count === 1 ? '1 change' : `${String(count)} changes`),
  finish: (from: string, to: string) => (from === to ? `Finish stays ${to}` : `Finish ${from} → ${to}`),
  moved: (count: number) => (count === 1 ? '1 item moves' : `${String(count)} items move`),
  keep: 'Carry out',
  drop: 'Drop',
  kept: 'Carried out what was tried',
})
