export { describeWork } from './present.ts'
