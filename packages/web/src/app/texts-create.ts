import { words } from '../platform/language/index.ts'

/** The words of the dialogs that create something. */
export const createTexts = words('app/texts-create', {
  item: {
    title: 'Create an item',
    name: 'Title',
    namePlaceholder: 'What is to be done?',
    container: 'In',
    responsible: 'Responsible',
    nobody: 'Nobody yet',
    due: 'Due',
    type: 'Type',
    usualType: 'The usual one',
    submit: 'Create',
    enter: 'creates',
    shiftEnter: 'creates and goes on',
    grammar: 'In one line, if you like: @person #label !high +KEY ~2h friday, or every monday',
    fromTemplate: 'From a template…',
    created: (title: string, container: string) => `Created “${title}” in ${container}`,
    homeless: 'Items live in a project, process, case or list',
    homelessHint: 'There is none yet that you can add to. A plain list is the quickest start.',
    newList: 'New list',
  },
  container: {
    name: 'Name',
    key: 'Key',
    keyHint: 'Two to ten capital letters and digits. Items are numbered under it.',
    subject: 'Whom or what it is about',
    subjectPlaceholder: 'Tenant Nord AG',
    wished: 'It is over when',
    wishedPlaceholder: 'The damage is repaired and paid for',
    visibility: 'Who can see it',
    open: 'Open to everybody here',
    private: 'Only whom I invite',
    opened: (name: string) => `Opened ${name}`,
    kinds: {
      project: {
        title: 'New project',
        submit: 'Open the project',
        example: 'Tower A construction',
        about: 'A result by a date, with a plan of dependent work.',
      },
      process: {
        title: 'New process',
        submit: 'Open the process',
        example: 'Tenant requests',
        about: 'The same steps again and again, one instance each time.',
      },
      case: {
        title: 'New case',
        submit: 'Open the case',
        example: 'Façade water claim',
        about: 'One matter whose way only shows as it goes.',
      },
      list: {
        title: 'New list',
        submit: 'Open the list',
        example: 'Office errands',
        about: 'Items without further order.',
      },
    },
  },
})
