/** Benches of processes and decisions, each in a file of its own: `npm run bench:process -- [PART ...]`; without a part, all. */
const PARTS: Readonly<Record<string, () => Promise<{ readonly run: () => void | Promise<void> }>>> = {
  decisions: () => import('./process/decisions.ts'),
  engines: () => import('./process/engines.ts'),
  lists: () => import('./process/lists.ts'),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`)
  process.exitCode = 2
} else {
  for (const [name, load] of Object.entries(PARTS)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const part = await load()
    await part.run()
  }
}
