import { words } from '../../platform/language/index.ts'

/** What the export of the whole organisation says. */
export const organisationExportTexts = words('features/exchange/texts-organisation-export', {
  title: 'Export of the organisation',
  sentence:
    'Everything in one archive: work, people, journal and files. It can be read by any program, and another Millrace takes it in without loss.',
  readOnly: 'Only owners and administrators see this.',
  start: 'Export everything',
  startAgain: 'Export again',
  emptyTitle: 'Take everything with you',
  empty:
    'To move to another server, to keep a copy of your own, or to look at your data with other tools. It is made in the background while everybody goes on working; come back here to fetch it.',
  contentTitle: 'What is in it',
  content: [
    'Items with their history, comments, checklists, relations, times and files',
    'Plans, processes and cases, types, fields, views and templates',
    'People, teams and rights, private containers included, and the audit',
  ],
  withoutTitle: 'What stays here',
  without: [
    'Passwords, sessions, passkeys and second factors',
    'API tokens, links of invitations, and sign-in providers with their secrets',
  ],
  keep: 'Keep the file safe: whoever has it can read all of it.',
  imported: 'The person who runs a server takes it in with  millrace organisation import FILE.',
  failedToLoad: 'The exports could not be loaded',
  list: 'Exports',
  state: { running: 'Being made', ready: 'Ready', failed: 'Failed' },
  preparing: 'Looking at what there is',
  progress: (done: string, total: string) => `${done} of ${total} rows and files`,
  progressLabel: 'How far the export is',
  facts: (items: string, files: string, size: string) => `${items} items, ${files} files, ${size}`,
  missing: (count: string) =>
    `${count} files had lost their contents before; the archive says which. Ask the person who runs the server.`,
  failedHint: 'It did not work out, also not at a second try. The log of the server says why.',
  until: (moment: string) => `Kept until ${moment}`,
  by: (person: string) => `by ${person}`,
  somebody: 'somebody',
  download: 'Download',
  downloadOf: (moment: string) => `Download the export of ${moment}`,
  cancel: 'Cancel',
  remove: 'Remove',
  removeOf: (moment: string) => `Remove the export of ${moment}`,
  older: 'Older ones',
})
