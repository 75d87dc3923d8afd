import { parseArgs } from 'node:util'

/** One part of a bench. Those with databases take a share of their usual size, for a quick look. */
export type Part = { readonly run: (scale: number) => void | Promise<void> }

/** Runs the named parts one after the other; without a name, all. */
export async function runParts(parts: Readonly<Record<string, () => Promise<Part>>>): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { scale: { type: 'string', default: '1' } },
  })
  const unknown = positionals.filter((name) => !(name in parts))
  if (unknown.length > 0) {
    console.error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`)
    process.exitCode = 2
    return
  }
  for (const [name, load] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    const part = await load()
    await part.run(Number(values.scale))
  }
}
