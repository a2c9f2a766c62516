import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * Workers as more entries of the page's own build: so page and workers share the chunks of the core, which workers
 * built apart would load once more. `virtual:worker/name` is the address of src/engine/workers/name.ts.
 */
function sharedWorkers(folder: string): Plugin {
  const prefix = 'virtual:worker/'
  const names = readdirSync(folder).map((file) => basename(file, '.ts'))
  const fileOf = (name: string) => `${folder}/${name}.ts`
  let isBuild = true
  const references = new Map<string, string>()
  return {
    name: 'shared-workers',
    configResolved({ command }) {
      isBuild = command === 'build'
    },
    buildStart() {
      if (!isBuild) return
      for (const name of names)
        references.set(
          name,
          this.emitFile({ type: 'chunk', id: fileOf(name), name: `${name}Worker` }),
        )
    },
    resolveId: (source) => (source.startsWith(prefix) ? `\0${source}` : undefined),
    load(source) {
      if (!source.startsWith(`\0${prefix}`)) return undefined
      const name = source.slice(prefix.length + 1)
      return `export default ${isBuild ? `import.meta.ROLLUP_FILE_URL_${references.get(name)}` : JSON.stringify(`/${fileOf(name)}`)}`
    },
  }
}

/** Puts the Content-Security-Policy into the built page. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
      injectTo: 'head-prepend',
    },
  ],
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

/** The faces of the first picture start to load with the page. */
const preloadFonts: Plugin = {
  name: 'preload-fonts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /atkinson.*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            crossorigin: '',
            href: `./${file}`,
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

export default defineConfig({
  base: './',
  plugins: [
    react(),
    sharedWorkers('src/engine/workers'),
    leanFonts,
    contentSecurityPolicy,
    preloadFonts,
    fontNotices,
  ],
  build: {
    target: 'es2023',
    license: { fileName: notices },
    // Small fonts as data: URLs would be against the policy.
    // What is loaded together anyway is smaller in one piece.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /src\/core\/(?!export|landscape|formulas|analysis|outcome\/telling|language\/tidy)/,
            },
            {
              name: 'd3',
              test: /node_modules\/(d3-(array|color|dispatch|drag|format|interpolate|scale|selection)|internmap)\//,
            },
          ],
        },
      },
    },
    assetsInlineLimit: (file) => (/\.woff2$/.test(file) ? false : undefined),
  },
  preview: { port: 4173 },
})
