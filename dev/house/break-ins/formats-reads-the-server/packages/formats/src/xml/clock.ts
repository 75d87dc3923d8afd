export type Now = typeof import('@millrace/server/platform/clock.ts')
