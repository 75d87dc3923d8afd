export type Program = typeof import('../../../main.ts')
