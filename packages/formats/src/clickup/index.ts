export { type ClickUpOptions, isClickUpTable, readClickUp } from './read-clickup.ts'
