// What the page shows and asks for before its own script runs.
import { readdirSync } from 'node:fs'
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'
import { load } from '../e2e/tools/module.mjs'
import { labPattern } from '../src/app/labPattern.ts'

/** The header as the page's own code makes it, in the place of `<!--shell-->`. */
export const staticShell: Plugin = {
  name: 'static-shell',
  apply: 'build',
  async transformIndexHtml(html) {
    const { shell } = await load('src/app/shell.tsx', 'shell')
    return html.replace('<!--shell-->', shell)
  },
}

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

const labs = readdirSync('src/labs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ id: name, view: new RegExp(`src/labs/${name}/\\w+Lab\\.tsx$`) }))

/**
 * What the first path needs is asked for at once, of the labs that of which the address speaks: without this the entry
 * has to be here and to run before anything else is known of.
 */
export const earlyRequests: Plugin = {
  name: 'early-requests',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_, { path, chunk: entry, bundle = {} }) {
      // Another page, as tests have them, knows its labs by itself.
      if (path !== '/index.html') return []
      const known = new Set(entry ? filesOf(entry, bundle) : [])
      const neededBy = (source: RegExp) =>
        [...filesOf(chunkOf(source, bundle), bundle)].filter((file) => !known.has(file))
      const byLab = labs.map(({ id, view }) => ({ id, files: neededBy(view) }))
      const isCommon = (file: string) => byLab.every(({ files }) => files.includes(file))
      const common = [
        ...(byLab[0]?.files ?? []).filter(isCommon),
        ...neededBy(/src\/engine\/workers\/runs\.ts$/),
      ]
      const only = byLab.map(({ id, files }) => [id, files.filter((file) => !isCommon(file))])
      return [
        ...[...new Set(common)].map(linkTo),
        { tag: 'script', children: script(Object.fromEntries(only)), injectTo: 'head' },
      ]
    },
  },
}

function chunkOf(source: RegExp, bundle: Bundle): Chunk {
  for (const file of Object.values(bundle))
    if (file.type === 'chunk' && source.test(file.facadeModuleId ?? '')) return file
  throw new Error(`Nothing is built of ${source}`)
}

/** What a chunk needs before it runs, itself and style sheets included. */
function filesOf(chunk: Chunk, bundle: Bundle, found = new Set<string>()): Set<string> {
  if (found.has(chunk.fileName)) return found
  found.add(chunk.fileName)
  for (const sheet of chunk.viteMetadata?.importedCss ?? []) found.add(sheet)
  for (const name of chunk.imports) {
    const other = bundle[name]
    if (other?.type === 'chunk') filesOf(other, bundle, found)
  }
  return found
}

const attributes = (file: string) =>
  file.endsWith('.css')
    ? { rel: 'preload', as: 'style', crossorigin: '', href: `./${file}` }
    : { rel: 'modulepreload', crossorigin: '', href: `./${file}` }

const linkTo = (file: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: attributes(file),
  injectTo: 'head',
})

/** Runs in the page: asks for what only the lab of the address needs; for the first one where it names none. */
function script(only: Readonly<Record<string, readonly string[]>>): string {
  const rows = Object.entries(only).map(([id, files]) => [id, files.map(attributes)])
  const pattern = labPattern(`(${labs.map(({ id }) => id).join('|')})`)
  return [
    `{const links=${JSON.stringify(Object.fromEntries(rows))};`,
    `const lab=new RegExp(${JSON.stringify(pattern)}).exec(location.hash)?.[1];`,
    `for(const link of links[lab??${JSON.stringify(labs[0]?.id)}])`,
    `document.head.append(Object.assign(document.createElement('link'),link,{crossOrigin:''}))}`,
  ].join('')
}
