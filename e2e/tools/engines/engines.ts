// Each engine that is here keeps the promises; what is not here is said.
import type { Driver, Engine, Running } from './driver.ts'
import { chromiumEngine, firefoxEngine } from './playwright.ts'
import type { Row } from './row.ts'
import { smoke } from './smoke.ts'
import { userOf } from './user.ts'
import { webkitEngine } from './webkit.ts'

const engines: readonly Engine[] = [chromiumEngine, firefoxEngine, webkitEngine]

const print = (line: string) => process.stdout.write(`${line}\n`)

/**
 * Tries the engines of these ids, all where none is named.
 * @param site where the app is served
 * @returns what the process ends with: 0 where every engine that is here keeps every promise, and one is here
 * @throws for an id that is not known
 */
export async function tryEngines(site: string, ids: readonly string[]): Promise<number> {
  const unknown = ids.find((id) => !engines.some((engine) => engine.id === id))
  if (unknown) throw new Error(`${unknown} is none of ${engines.map(({ id }) => id).join(', ')}`)
  let tried = 0
  let broken = 0
  for (const { id, start } of engines) {
    if (ids.length && !ids.includes(id)) continue
    const engine = await start()
    if ('missing' in engine) {
      print(`${id}: skipped, ${engine.missing}`)
      continue
    }
    tried++
    broken += await brokenIn(engine, site)
  }
  if (!tried) print('No engine was tried')
  return tried && !broken ? 0 : 1
}

/** How many promises an engine breaks. */
async function brokenIn(engine: Running, site: string): Promise<number> {
  print(`${engine.name}${engine.deaf ? `; not heard: ${engine.deaf}` : ''}`)
  const begun = performance.now()
  let broken = 0
  try {
    for (const row of smoke) {
      const said = await keep(row, await engine.visit(), site)
      if (said.isBroken) broken++
      print(`  ${said.isBroken ? '✗' : '✓'} ${row.promise}${said.words && `: ${said.words}`}`)
    }
  } finally {
    await engine.close()
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  print(`  ${smoke.length - broken} of ${smoke.length} kept, in ${seconds} s`)
  return broken
}

/** How one promise is kept: a page that complains breaks it too. */
async function keep({ keep }: Row, driver: Driver, site: string) {
  try {
    const words = (await keep(userOf(driver, site))) ?? ''
    const noise = await driver.noise()
    return noise.length ? { isBroken: true, words: noise.join('; ') } : { isBroken: false, words }
  } catch (error) {
    const noise = await driver.noise().catch(() => [])
    return { isBroken: true, words: [(error as Error).message, ...noise].join('; ') }
  } finally {
    await driver.close()
  }
}
