// The smoke part in each engine that is installed: Chromium, Firefox ESR and WebKitGTK; what is skipped is said.
//   npm run engines
//   npm run engines -- firefox webkit
import { preview } from 'vite'
import { load } from './module.mjs'

const { tryEngines } = await load('e2e/tools/engines/engines.ts', 'engines')
const port = Number(process.env.PORT ?? 4214)
const server = await preview({ preview: { port }, logLevel: 'silent' })
try {
  const site = server.resolvedUrls?.local[0] ?? ''
  process.exitCode = await tryEngines(site, process.argv.slice(2))
} finally {
  await server.close()
}
