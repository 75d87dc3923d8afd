export { isMondayRows, type MondaySheet, type MondaySource, readMonday } from './read-monday.ts'
