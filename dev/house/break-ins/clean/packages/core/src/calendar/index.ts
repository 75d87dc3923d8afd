export { isOpen, type Opening } from './opening.ts'
