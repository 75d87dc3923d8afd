export type Now = typeof import('../../../../../server/src/platform/clock.ts')
