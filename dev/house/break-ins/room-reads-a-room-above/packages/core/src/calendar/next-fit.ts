export { fits } from '../schedule/index.ts'
