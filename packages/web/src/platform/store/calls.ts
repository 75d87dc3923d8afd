import type { CommandName, Input, Output } from '../api.ts'

/** A command with its input. */
export type Call<Name extends CommandName = CommandName> = {
  [N in Name]: { readonly name: N; readonly input: Input<N> }
}[Name]

/** A command on its way, with the id that lets it be repeated without harm. */
export type IssuedCall = Call & { readonly id: string }

/** Builds a call whose name and input belong together. */
export function callOf<Name extends CommandName>(name: Name, input: Input<Name>): Call {
  // Name and input were paired by the parameter's type, which a union cannot express.
  return { name, input } as unknown as Call
}

/** Commands that belong together, on their way to the server. */
export type Batch = {
  readonly id: string
  readonly calls: readonly IssuedCall[]
  readonly issuedAt: number
  readonly label: string | null
  readonly isSilent: boolean
}

/** What the server answers to a batch. */
export type BatchAnswer = { readonly seq: number; readonly results: readonly unknown[] }

/** The outputs of a batch, in the order of its calls. */
export type OutputOfCall<Name extends CommandName> = Output<Name>

/** Ids of what a call changes, under which its waiting and its refusal are shown. */
export function targetsOf(call: Call): readonly string[] {
  const input: Readonly<Record<string, unknown>> = call.input
  return ['id', 'itemId', 'fromId', 'toId'].flatMap((name) => {
    const value = input[name]
    return typeof value === 'string' ? [value] : []
  })
}
