import { words } from '../../platform/language/model-words.ts'

/** Who may do what with a process. */
export const accessTexts = words('features/process/texts-access', {
  title: 'Who may do what',
  act: {
    see: 'See the process, its instances and their values',
    comment: 'Comment on its work items',
    work: 'Start and cancel instances, work on steps, send messages',
    publish: 'Draw and publish the model, change rules, forms, service levels and schedules, give access',
    repair: 'Repair incidents, change values, move instances to another version',
  },
  everybody: 'everybody but guests',
  team: (name: string) => `team ${name}`,
  admins: 'whoever administers the organisation',
  failed: 'Who has access could not be loaded',
  gone: 'somebody who is not there any more',
  note: 'A step goes to its team or its person by itself; whoever works on it needs no more than this.',
})
