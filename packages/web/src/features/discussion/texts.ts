import { words } from '../../platform/language/index.ts'

/** What a discussion says. */
export const texts = words('features/discussion/texts', {
  failed: 'The discussion could not be loaded',
  empty:
    'Nobody has said anything yet. Ask, answer, decide: it stays with the item. Type @ to call somebody.',
  write: 'Say something… Type @ to call somebody.',
  answer: 'Your answer…',
  label: 'Comment',
  send: 'Send',
  sendKeys: 'Ctrl + Enter',
  save: 'Save',
  cancel: 'Cancel',
  reply: 'Answer',
  edit: 'Edit',
  remove: 'Take back',
  copyLink: 'Copy link',
  copied: 'Copied',
  more: 'More',
  edited: 'edited',
  sending: 'is being sent',
  removed: 'This comment was taken back.',
  more_comments: 'Show later comments',
  somebody: 'Somebody',
  people: 'People to call',
  preview: 'Preview',
  writeTab: 'Write',
})
