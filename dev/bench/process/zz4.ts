import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BareSteps } from './bare-steps.ts'
import { tasksAfter } from './bpmn-text.ts'
import { Stage } from './stage.ts'
import { standingsOf } from './standings.ts'

const stage = await Stage.open()
try {
  const xml = tasksAfter(null, 12)
  const id = await stage.publish('OURS', xml)
  const bid = await stage.publish('BARE', xml)
  await stage.start(id, 300)
  await stage.start(bid, 300)
  await stage.settle()
  let st = await standingsOf(stage, id)
  let bs = await standingsOf(stage, bid)
  await stage.run('process.completeStep', { itemId: bs[0]!.itemId!, values: { isDone: true } })
  const bare = await BareSteps.like(stage, {
    containerId: bid,
    instanceId: bs[0]!.instanceId,
    ending: 'done',
  })
  for (const one of st)
    await stage.run('process.completeStep', { itemId: one.itemId!, values: { isDone: true } })
  let now = bs.slice(1)
  for (let i = 0; i < now.length; i++) now[i] = (await bare.go([now[i]!]))[0]!
  st = await standingsOf(stage, id)
  await stage.rows(`alter system set log_min_duration_statement = 0`)
  await stage.rows(`alter system set log_parameter_max_length = 0`)
  await stage.rows('select pg_reload_conf()')
  await new Promise((r) => setTimeout(r, 500))
  for (const one of st)
    await stage.run('process.completeStep', { itemId: one.itemId!, values: { isDone: true } })
  for (let i = 0; i < now.length; i++) now[i] = (await bare.go([now[i]!]))[0]!
  const dirs = readdirSync('/tmp')
    .filter((d) => d.startsWith('millrace-bench-'))
    .map((d) => join('/tmp', d))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  const find = (d: string): string[] =>
    readdirSync(d, { withFileTypes: true }).flatMap((e) =>
      e.isDirectory()
        ? e.name === 'base' || e.name === 'pg_wal'
          ? []
          : find(join(d, e.name))
        : e.name.endsWith('.log') || e.name.includes('log')
          ? [join(d, e.name)]
          : [],
    )
  const logs = find(dirs[0]!)
  console.log(logs)
  const sum = new Map<string, { n: number; ms: number }>()
  for (const f of logs) {
    const t = readFileSync(f, 'utf8')
    for (const m of t.matchAll(
      /duration: ([\d.]+) ms  (parse|bind|execute|statement)(?: ([\w<>]+))?(?:: *(\w+))?/g,
    )) {
      const k = `${m[2]} ${m[3] ?? m[4]}`
      const s = sum.get(k) ?? { n: 0, ms: 0 }
      s.n++
      s.ms += Number(m[1])
      sum.set(k, s)
    }
  }
  for (const [k, s] of [...sum].sort((a, b) => b[1].ms - a[1].ms).slice(0, 90))
    console.log((s.ms / 300).toFixed(3).padStart(8), String(s.n).padStart(6), k)
} finally {
  await stage.close()
}
