import { words } from '../../platform/language/index.ts'

/** The words of sign-in and first run. */
export const texts = words('features/identity/texts', {
  signIn: {
    title: 'Sign in to Millrace',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    other: 'No account yet?',
    otherLink: 'Create one',
  },
  signUp: {
    title: 'Create your account',
    name: 'Your name',
    passwordHint: 'Ten characters or more. A few words are easy to keep in mind.',
    submit: 'Create the account',
    other: 'Already have an account?',
    otherLink: 'Sign in',
  },
  welcome: {
    title: 'How do you want to start?',
    sentence: 'You can do the others later. Nothing you choose here is final.',
    demo: {
      title: 'Look around in Harbour Tower',
      sentence: 'A made-up organisation that designs, builds and runs a tower, full of work in progress.',
      submit: 'Open Harbour Tower',
      elsewhere:
        'Whoever started this Millrace was shown an e-mail and a password for the demo. Sign in with them to look around.',
      signIn: 'Sign in to the demo',
    },
    fresh: {
      title: 'Start your own',
      sentence: 'Empty, or with a few projects, processes and lists that fit your trade.',
      submit: 'Start',
    },
    import: {
      title: 'Bring work along',
      sentence:
        'From a table (CSV) or Microsoft Project (XML). You see everything before it is taken in, and can take it back.',
      submit: 'Go to the import',
    },
    name: 'Name of the organisation',
    namePlaceholder: 'Nord & Partner',
    currency: 'Currency',
    timeZone: 'Time zone',
    template: 'Begin with',
    busy: 'Preparing…',
  },
})
