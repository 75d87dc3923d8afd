import { describeWork } from './features/work/index.ts'
import { now } from './platform/clock.ts'

describeWork(now())
