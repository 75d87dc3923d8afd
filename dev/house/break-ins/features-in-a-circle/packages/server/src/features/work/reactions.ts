export { advance } from '../process/index.ts'
