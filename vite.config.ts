import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, posix } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, parseSync, type Rolldown } from 'vite'
import { compiledEarly, firstLabs } from './build/beginning.ts'
import { classNames } from './build/classNames.mjs'
import { earlyRequests, inlineSheet, knownAddress, staticShell } from './build/firstPaint.ts'
import { isolating } from './build/isolating.mjs'
import { lessonTitles } from './build/lessonTitles.ts'
import { offline } from './build/offline.ts'

/** @param held the scripts and styles that the page itself holds, word for word */
const policy = (held: (tag: string) => readonly string[]) => [
  "default-src 'self'",
  ["script-src 'self' 'wasm-unsafe-eval'", ...held('script').map(hash)].join(' '),
  ["style-src 'self'", ...held('style').map(hash)].join(' '),
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
]

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * Workers as more entries of the page's own build: so page and workers share the chunks of the core, which workers
 * built apart would load once more. `virtual:workers` says at which address which job is done: each file of
 * src/engine/workers is a worker, and the table in src/engine/jobs of the same name has its jobs. One without a table is
 * started by another worker, from the address that `virtual:workers/` and its name stand for.
 */
function sharedWorkers(engine: string): Plugin {
  const id = 'virtual:workers'
  const workers = readdirSync(`${engine}/workers`).map((file) => ({
    file: `${engine}/workers/${file}`,
    name: basename(file, '.ts'),
    jobs: existsSync(`${engine}/jobs/${file}`) ? rowsOf(`${engine}/jobs/${file}`) : [],
  }))
  const addresses = new Map(workers.map(({ name, file }) => [name, JSON.stringify(`/${file}`)]))
  return {
    name: 'shared-workers',
    buildStart() {
      if (this.environment.mode !== 'build') return
      for (const { name, file } of workers) {
        const reference = this.emitFile({ type: 'chunk', id: file, name: `${name}Worker` })
        addresses.set(name, `import.meta.ROLLUP_FILE_URL_${reference}`)
      }
    },
    resolveId: (source) => (source.startsWith(id) ? `\0${source}` : undefined),
    load(source) {
      if (!source.startsWith(`\0${id}`)) return undefined
      const [, name] = source.split('/')
      if (name) return `export default ${addresses.get(name)}`
      const rows = workers.flatMap(({ name, jobs }) =>
        jobs.map((job) => `${job}: ${addresses.get(name)}`),
      )
      return `export default { ${rows.join(', ')} }`
    },
  }
}

/** The names of the rows of a table that is written out: `export const jobs = { name: …, … }`. */
function rowsOf(file: string): string[] {
  const declared = parseSync(file, readFileSync(file, 'utf8')).program.body.flatMap((statement) =>
    statement.type === 'ExportNamedDeclaration' &&
    statement.declaration?.type === 'VariableDeclaration'
      ? statement.declaration.declarations
      : [],
  )
  const table = declared.find(({ id }) => id.type === 'Identifier' && id.name === 'jobs')?.init
  if (table?.type !== 'ObjectExpression') throw new Error(`${file} exports no table of jobs`)
  return table.properties.map((row) => {
    if (row.type === 'Property' && row.key.type === 'Identifier') return row.key.name
    throw new Error(`A job in ${file} has no plain name`)
  })
}

/** Puts the Content-Security-Policy into the built page: it knows what the page itself holds. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const held = (tag: string) =>
        [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(([, text = '']) => text)
      const content = policy(held).join('; ')
      return [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content },
          injectTo: 'head-prepend',
        },
      ]
    },
  },
}

const notices = 'licenses.md'
const fontPackages = [
  '@fontsource-variable/atkinson-hyperlegible-next',
  '@fontsource/atkinson-hyperlegible-mono',
]

/** The faces that the pages use: the rest of what the packages offer is not shipped. */
const faces = [
  'atkinson-hyperlegible-next-latin-wght-normal',
  'atkinson-hyperlegible-mono-latin-400-normal',
  'KaTeX_Main-Regular',
  'KaTeX_Math-Italic',
  'KaTeX_Size1-Regular',
  'KaTeX_Size2-Regular',
  'KaTeX_Size3-Regular',
  'KaTeX_Size4-Regular',
]

/** Keeps, of the style sheets of packages, only those faces, and of each only WOFF2. */
const leanFonts: Plugin = {
  name: 'lean-fonts',
  enforce: 'pre',
  transform: {
    filter: { id: /node_modules.*\.css$/ },
    handler: (code) =>
      code
        .replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g, '')
        .replace(/@font-face\s*\{[^}]*\}/g, (face) =>
          faces.some((name) => face.includes(`${name}.woff2`)) ? face : '',
        ),
  },
}

/** Bold letters in formulas, which the browser draws from the faces that it has. */
const emboldened = ['KaTeX_Main-Bold', 'KaTeX_Math-BoldItalic']

/**
 * Keeps, of KaTeX's measures of letters and of its signs, those of the faces that formulas are set in; and none of its
 * letters with accents, which no name of the language has, nor of its drawn arrows and braces: a formula that had one
 * would fail every browser test by the browser's own complaint.
 */
const leanKatex: Plugin = {
  name: 'lean-katex',
  transform: {
    filter: { id: /node_modules\/katex\/dist\/katex\.mjs$/ },
    handler: (code) =>
      code
        .replace(/^ {2}"(\w+-\w+)": \{[^}]*\},?\n/gm, (measures, face) =>
          [...faces, ...emboldened].includes(`KaTeX_${face}`) ? measures : `"${face}": {},`,
        )
        .replace(/^defineSymbol\(\w+, ams, .*\);$/gm, '')
        .replace(/^var path = \{.*?^\};/ms, 'var path = {};')
        .replace(/^var unicodeSymbols = \{[^}]*\};/m, 'var unicodeSymbols = {};'),
  },
}

/**
 * d3's packages come as one file each, of which what nobody uses is left out: a class with a prototype only where both
 * are one expression.
 */
const leanClasses: Plugin = {
  name: 'lean-classes',
  transform: {
    filter: { id: /node_modules\/d3-\w+\/dist\/.*\.mjs$/ },
    handler: (code) =>
      code
        .replace(/^var (\w+) = (?=\(function)/gm, 'var $1 = /* @__PURE__ */ ')
        .replace(
          /^function (\w+)\(.*\) \{\n(?: .*\n|\n)*\}\n\n\1\.prototype = \{\n(?: .*\n|\n)*\};/gm,
          (written, name) =>
            `var ${name} = /* @__PURE__ */ (() => {\n${written}\nreturn ${name};\n})();`,
        ),
  },
}

/** The faces of the first picture start to load with the page. */
const preloadFonts: Plugin = {
  name: 'preload-fonts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { path, bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /atkinson.*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            crossorigin: '',
            href: `./${posix.relative(posix.dirname(path), `/${file}`)}`,
          },
          injectTo: 'head' as const,
        })),
  },
}

/** The notices of the fonts, which are not modules, behind those of the modules. */
const fontNotices: Plugin = {
  name: 'font-notices',
  apply: 'build',
  writeBundle({ dir = 'dist' }) {
    for (const name of fontPackages) {
      const notice = readFileSync(`node_modules/${name}/LICENSE`, 'utf8')
      appendFileSync(join(dir, notices), `\n## ${name} (OFL-1.1)\n\n${notice}\n`)
    }
  },
}

type Graph = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>

/** A module with all that need it before they run, near and far. */
function needing(id: string, graph: Graph, found = new Set<string>()): Set<string> {
  if (found.has(id)) return found
  found.add(id)
  for (const other of graph.getModuleInfo(id)?.importers ?? []) needing(other, graph, found)
  return found
}

/**
 * What comes in one piece, since it is needed together: what the page begins with, what every lab does, and what follows
 * the first picture.
 */
function pieceOf(id: string, graph: Graph): string | null {
  const users = [...needing(id, graph)]
  const isFor = (user: RegExp) => users.some((one) => user.test(one))
  const entries = users.filter((one) => graph.getModuleInfo(one)?.isEntry)
  // All that the page itself begins with, but for the script that begins it: that may wait for what needs the rest. What a
  // worker needs as well stays apart.
  const isPage = (entry: string) => entry.endsWith('.html')
  const isScript = graph.getModuleInfo(id)?.importers.some(isPage)
  if (entries.length > 0) return entries.every(isPage) && !isPage(id) && !isScript ? 'page' : null
  const isShared = firstLabs.every((lab) => isFor(new RegExp(`src/labs/${lab}/\\w+Lab\\.tsx$`)))
  // Every plot is made of these, some of them in parts that come later.
  const isOfPlots = isFor(/src\/labs\/\w+\/\w+Lab\.tsx$/) && /src\/plot\/\w+\.tsx$/.test(id)
  if (isShared || isOfPlots) return 'bench'
  return isFor(/src\/panels\/later\.ts$/) ? 'later' : null
}

/**
 * Sends the headers that isolate a page with "Not Modified" too, where Vite's own setting leaves them out: WebKit refuses
 * a worker whose newest answer lacks them.
 */
const isolatedPreview: Plugin = {
  name: 'isolated-preview',
  configurePreviewServer({ middlewares }) {
    middlewares.use((_, response, next) => {
      for (const [name, value] of Object.entries(isolating)) response.setHeader(name, value)
      next()
    })
  },
}

export default defineConfig({
  base: './',
  plugins: [
    react(),
    sharedWorkers('src/engine'),
    lessonTitles,
    leanFonts,
    leanKatex,
    leanClasses,
    staticShell,
    knownAddress,
    preloadFonts,
    inlineSheet,
    earlyRequests,
    compiledEarly,
    contentSecurityPolicy,
    fontNotices,
    offline,
    isolatedPreview,
  ],
  css: classNames,
  build: {
    target: 'es2023',
    manifest: true,
    // Every browser that reads ES2023 preloads modules by itself.
    modulePreload: {
      polyfill: false,
      // A worker has no document to preload for.
      resolveDependencies: (_, needed, { hostId }) => (/Worker-/.test(hostId) ? [] : needed),
    },
    license: { fileName: notices },
    // Small fonts as data: URLs would be against the policy.
    // What is loaded together anyway is smaller in one piece.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /src\/core\/(?!export|graphs|networks|maps|experiment\/(?:graph|network)|runs\/(?:train|watch|inherit|many|together|sideBySide|everyone)|attempted|work\.ts|wasm|engine|agreement|optimizers\/muon|kernel|landscape|rules\/roles|formulas|analysis|outcome\/(?:telling|wayOut)|language\/latex|language\/advice|studies)|preload-helper/,
            },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|zustand)\// },
            // A first visit asks for all of these, and for none of them before its first path.
            {
              name: 'turning',
              test: /src\/core\/(?:attempted|runs\/manyRuns|outcome\/wayOut|studies\/turning)/,
              includeDependenciesRecursively: false,
            },
            {
              name: 'kernels',
              test: /src\/core\/networks\/kernels\//,
              includeDependenciesRecursively: false,
            },
            // Asked for with the page: what else it brought along would be asked for then, too.
            { name: 'paper', test: /src\/ui\/paper/, includeDependenciesRecursively: false },
            { name: pieceOf, debugName: 'pieces', includeDependenciesRecursively: false },
            {
              name: 'd3',
              test: /node_modules\/(d3-(array|color|format|interpolate|scale|selection)|internmap)\//,
            },
          ],
        },
      },
    },
    assetsInlineLimit: (file) => (/\.woff2$/.test(file) ? false : undefined),
  },
  server: { headers: isolating },
  preview: { port: 4173 },
})
