export { type Bell, hangBell } from './bell.ts'
export { createHub, type Hub } from './hub.ts'
export type { Listener, StreamMessage } from './listener.ts'
export { type Shown, shownTo, type Topic } from './topic.ts'
