// What the page shows and asks for before its own script runs.
import { readdirSync } from 'node:fs'
import { posix } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { load } from '../e2e/tools/module.mjs'
import { placePattern } from '../src/app/places.ts'
import { labPattern } from '../src/scenes/labPattern.ts'

/** The header as the page's own code makes it, in the place of `<!--shell-->`. */
export const staticShell: Plugin = {
  name: 'static-shell',
  apply: 'build',
  async transformIndexHtml(html) {
    const { shell } = await load('src/app/shell.tsx', 'shell')
    return html.replace('<!--shell-->', shell)
  },
}

/** Tells the styles what the address asks for before anything is painted: a lab, a place beside them, or a frame. */
export const knownAddress: Plugin = {
  name: 'known-address',
  transformIndexHtml: (_, { path }) =>
    path === '/index.html'
      ? [{ tag: 'script', children: whereabouts, injectTo: 'head-prepend' }]
      : [],
}

const whereabouts = [
  'document.documentElement.dataset.at=',
  "new URLSearchParams(location.search).has('embed')?'frame':",
  `new RegExp(${JSON.stringify(placePattern)}).test(location.hash)?'place':'lab'`,
].join('')

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

const labs = readdirSync('src/labs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ id: name, view: new RegExp(`src/labs/${name}/\\w+Lab\\.tsx$`) }))

/** The style sheet of the first paint, in the page itself: a second request would hold the paint back. */
export const inlineSheet: Plugin = {
  name: 'inline-sheet',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { path, bundle = {} }) =>
      path === '/index.html'
        ? html.replace(sheetLink, (_, file: string) => {
            const sheet = bundle[file]
            if (sheet?.type !== 'asset') throw new Error(`Nothing is built of ${file}`)
            delete bundle[file]
            for (const chunk of Object.values(bundle))
              if (chunk.type === 'chunk') chunk.viteMetadata?.importedCss.delete(file)
            // Addresses in it are told from where it stood.
            const text = String(sheet.source).replaceAll(
              /url\((["']?)\.\//g,
              `url($1./${posix.dirname(file)}/`,
            )
            return `<style>${text.trim()}</style>`
          })
        : html,
  },
}

const sheetLink = /<link rel="stylesheet"[^>]*href="\.\/([^"]*)">/

/**
 * As soon as the page has been painted, which takes nothing but the page, all that the first path needs is asked for at
 * once, of the labs that of which the address speaks: without this the entry has to be here and to run before anything
 * else is known of; and asked for any earlier, it would hold the paint back.
 */
export const earlyRequests: Plugin = {
  name: 'early-requests',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { path, chunk: entry, bundle = {} }) {
      // Another page, as tests have them, knows its labs by itself.
      if (path !== '/index.html' || !entry) return html
      const neededBy = (source: RegExp) => [...filesOf(chunkOf(source, bundle), bundle)]
      const byLab = labs.map(({ id, view }) => ({ id, files: neededBy(view) }))
      const isCommon = (file: string) => byLab.every(({ files }) => files.includes(file))
      const own = filesOf(entry, bundle)
      const common = new Set([
        ...(byLab[0]?.files ?? []).filter(isCommon),
        ...neededBy(/src\/engine\/workers\/runs\.ts$/),
      ])
      const rest = (files: readonly string[]) =>
        files.filter((file) => !own.has(file) && !common.has(file))
      const only = byLab.map(({ id, files }) => [id, rest(files)])
      const written = html
        .replace(/\s*<script type="module"[^>]*><\/script>/, '')
        .replace(/\s*<link rel="modulepreload"[^>]*>/g, '')
      const children = script(
        [...own],
        [...common].filter((file) => !own.has(file)),
        Object.fromEntries(only),
      )
      return { html: written, tags: [{ tag: 'script', children, injectTo: 'body' }] }
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

/** Where no lab need be shown. */
const withoutLab = /^#?\/?present\/(edit|speaker)/

const isScript = (file: string) => file.endsWith('.js')

/** Runs in the page. */
function script(
  own: readonly string[],
  common: readonly string[],
  only: Readonly<Record<string, readonly string[]>>,
): string {
  const pattern = labPattern(`(${labs.map(({ id }) => id).join('|')})`)
  return [
    `{const only=${JSON.stringify(only)};`,
    // The home page shows the first lab; other places say late which they need.
    `const lab=new RegExp(${JSON.stringify(pattern)}).exec(location.hash)?.[1]??(/^#?\\/?$/.test(location.hash)?${JSON.stringify(labs[0]?.id)}:'');`,
    "const add=(tag,attributes)=>document.head.append(Object.assign(document.createElement(tag),attributes,{crossOrigin:''}));",
    'const ask=()=>{',
    `for(const file of ${JSON.stringify(own)}.concat(${withoutLab}.test(location.hash)?[]:${JSON.stringify(common)},only[lab]??[]))`,
    "add('link',{...(file.endsWith('.css')?{rel:'preload',as:'style'}:{rel:'modulepreload'}),href:'./'+file});",
    // Each is evaluated in a task of its own, what others need before them: in between, the page answers.
    `const files=${JSON.stringify(own.filter(isScript).reverse())};`,
    "const run=()=>{const file=files.shift();if(file)add('script',{type:'module',src:'./'+file,onload:run,onerror:run})};run()};",
    // Nothing is painted of a page that nobody sees, nor of a frame before its panels; and not every browser tells of it.
    "if(document.hidden||document.documentElement.dataset.at==='frame'||!PerformanceObserver.supportedEntryTypes?.includes('paint'))ask();",
    "else new PerformanceObserver((_,seen)=>{seen.disconnect();ask()}).observe({type:'paint',buffered:true})}",
  ].join('')
}
