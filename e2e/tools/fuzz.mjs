// Hunts for what breaks the page: links, files, keys, refused files of the build and killed workers, by chance.
//   npm run fuzz -- --minutes 10 --seed 1
//   npm run fuzz -- --kind links --seed 17 --path 3:0:2    (one case again, as it is told)
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { preview } from 'vite'
import { browserArguments, findBrowser } from './browser.mjs'
import { load } from './module.mjs'

/**
 * A minute is so many cases of each kind, as two cores do them: what is tried follows from minutes and seed alone, and a
 * slow machine tries the same, for longer.
 */
const perMinute = 5

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string' },
    path: { type: 'string' },
  },
})
const { hunt } = await load('e2e/tools/fuzz/hunt.ts', 'fuzz')
const port = Number(process.env.PORT ?? 4213)
const server = await preview({ preview: { port }, logLevel: 'silent' })
const executablePath = findBrowser()
const browser = await chromium.launch({
  args: browserArguments,
  ...(executablePath && { executablePath }),
})
try {
  process.exitCode = await hunt(browser, server.resolvedUrls?.local[0] ?? '', {
    cases: Math.ceil(Number(values.minutes) * perMinute),
    seed: Number(values.seed),
    kind: values.kind,
    path: values.path,
  })
} finally {
  await browser.close()
  await server.close()
}
