import { words } from '../../platform/language/plan-words.ts'

/** What is said about what is done to bars and links by hand and by keys. */
export const textsGestures = words('features/schedule/texts-gestures', {
  keys: {
    next: 'Next row',
    previous: 'Previous row',
    fold: 'Fold the row, or go to the one above it',
    unfold: 'Unfold the row',
    earlier: 'A day earlier',
    later: 'A day later',
    shorter: 'A day shorter',
    longer: 'A day longer',
    peek: 'Look at the item beside the plan',
    open: 'Open the item',
    nearer: 'Show less time, larger',
    further: 'Show more time, smaller',
  },
  menuOf: (title: string) => `What can be done with ${title}`,
  more: 'More',
  links: 'Links…',
  frame: 'Show the bar',
  fold: 'Fold',
  unfold: 'Unfold',
  linkFrom: {
    start: 'Drag to another bar: link from the start of this one',
    finish: 'Drag to another bar: link from the finish of this one',
  },
  link: (from: string, to: string, rule: string) => `${from} → ${to}: ${rule}`,
  openLink: 'Click to change the link',
})
