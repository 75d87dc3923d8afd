export { isOpen } from '../calendar/opening.ts'
