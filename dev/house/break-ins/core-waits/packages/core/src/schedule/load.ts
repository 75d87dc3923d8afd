export async function plan(load: () => Promise<number>): Promise<number> {
  return (await load()) + 1
}
