export { describeWork } from '../features/work/index.ts'
