import { parseDateAndTime, parseDuration } from '../../decision/index.ts'
import type { Instant } from '../../kernel/index.ts'
import type { TimerDue } from '../engine/machine.ts'
