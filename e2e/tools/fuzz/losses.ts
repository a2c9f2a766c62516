// What a browser loses by chance: files of the build that do not come for a time, and workers that are killed.
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import fc from 'fast-check'
import { filesOf } from '../../chunks.ts'
import type { Action, Stage } from './stage.ts'

const early = new Set(filesOf('index.html').map((file) => basename(file)))
/** Files of the build without which there is a page to speak of it. */
const late = readdirSync('dist/assets')
  .filter((file) => /\.(js|css|woff2)$/.test(file) && !early.has(file))
  .sort()

/** The network is back. */
export async function restore({ page, refused }: Stage) {
  refused.clear()
  await page.evaluate(() => dispatchEvent(new Event('online')))
}

const refuse = fc.constantFrom(...late).map(
  (file): Action => ({
    words: `${file.replace(/-[\w-]{8}(?=\.)/, '')} does not come`,
    act: async ({ refused }) => refused.add(file),
  }),
)
export const refusals = fc.array(refuse, { minLength: 1, maxLength: 6 })
export const network: fc.Arbitrary<Action> = fc.oneof(
  { arbitrary: refuse, weight: 3 },
  { arbitrary: fc.constant({ words: 'the network is back', act: restore }), weight: 1 },
)

/** From now on, what rests after two deaths is wished for again, as the page says. */
export async function tryAgain({ page }: Stage) {
  const problem = page.getByRole('alert', { name: 'Problem' })
  // What comes by itself in that moment takes its button away.
  await page.addLocatorHandler(problem.getByRole('button', { name: 'Try again' }), (again) =>
    again.click({ timeout: 1000 }).catch(() => undefined),
  )
}

export const deaths: fc.Arbitrary<Action> = fc.constantFrom(-1, -1, 1, 2, 4, 8).map((bits) => ({
  words: bits < 0 ? 'all workers die' : `worker ${Math.log2(bits)} dies`,
  act: ({ kill }) => kill(bits),
}))
