export { advance } from './commands/advance.ts'
