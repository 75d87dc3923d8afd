export { createForgetAnswers } from './forget-answers.ts'
export { findAnswer } from './queries/find-answer.ts'
export { type JournalEvent, readEventsAfter, readHead, readHistory } from './queries/read-events.ts'
export { appendToJournal, openJournal } from './store.ts'
