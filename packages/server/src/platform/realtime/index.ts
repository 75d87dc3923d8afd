export { type Bell, hangBell } from './bell.ts'
export { createHub, type Hub, type Listener } from './hub.ts'
export { type Shown, shownTo, type Topic } from './topic.ts'
