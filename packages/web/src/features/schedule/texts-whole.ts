import { words } from '../../platform/language/plan-words.ts'

/** What a project comes to with its later phases, which are known as ranges. */
export const textsWhole = words('features/schedule/texts-whole', {
  title: 'With later phases',
  why: 'Later phases are known as ranges. Nothing of them is earned or spent yet, so they add what was said of them.',
  later: 'Later phases add',
  unsaid: 'nobody has said yet',
  budget: 'Budget of the whole project',
  typical: 'Whole project, if the rest costs as the work so far',
  atypical: 'Whole project, if the rest costs as planned',
  hasty: 'Whole project, if the rest suffers from cost and haste',
  reestimated: 'Whole project, as estimated anew',
  short: 'with later phases',
})
