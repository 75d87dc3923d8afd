/** The work in the background that calls endpoints. */
export const CALL_JOB = 'process.call_services'

/** Which jobs are to be called for, and how often each has failed: one that has failed since is somebody else's turn. */
export type CallPayload = {
  readonly calls: readonly { readonly id: string; readonly failures: number }[]
}
