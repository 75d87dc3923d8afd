import { words } from '../../platform/language/index.ts'

/** What the list of processes says. */
export const listTexts = words('features/process/texts-list', {
  label: 'Processes',
  column: {
    name: 'Name',
    owner: 'Owner',
    running: 'Running',
    stuck: 'Stuck',
    late: 'Late',
    changed: 'Model changed',
  },
  late: 'Items that are past their day',
  notPublished: 'not published yet',
  startOf: (name: string) => `Start an instance of ${name}`,
})
