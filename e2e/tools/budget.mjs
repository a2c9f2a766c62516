// Checks what a first visit of each lab costs: compressed JavaScript before the first path, and in all until someone asks
// for more; fonts only as WOFF2.
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const kilobyte = 1024
const mostFonts = 130 * kilobyte

const page = readFileSync('dist/index.html', 'utf8')
const assets = readdirSync('dist/assets')
const scripts = assets.filter((file) => file.endsWith('.js'))
/** @param {string} file */
const read = (file) => readFileSync(`dist/assets/${file}`)
/** @param {Iterable<string>} files @param {(file: string) => number} size */
const sum = (files, size) => [...files].reduce((total, file) => total + size(file), 0)

/** Some files by the names of their chunks, with everything that they import before they run. @param {string[]} names */
function withImports(...names) {
  const found = new Set(scripts.filter((file) => page.includes(file) && names.includes('page')))
  for (const name of names)
    for (const file of scripts) if (file.replace(/-[\w-]{8}\.js$/, '') === name) found.add(file)
  for (const file of found)
    for (const [, other] of read(file)
      .toString()
      .matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      found.add(/** @type {string} */ (other))
  return found
}

/** What comes by itself after the first path. */
const parts = ['later', 'katex', 'scentsWorker']
const labs = {
  curve: { first: ['CurveLab'], later: [], most: [160, 255] },
  surface: {
    first: ['SurfaceLab'],
    later: [
      'landscapeWorker',
      'VectorsLayer',
      'Extras',
      'SlowMotionButton',
      'Curvature',
      'ModelNote',
      'NoiseFields',
    ],
    most: [160, 278],
  },
}
const visits = Object.entries(labs).flatMap(([lab, { first, later, most }]) => {
  const before = ['page', 'runsWorker', ...first]
  return [
    [`JavaScript before the first path, ${lab}`, withImports(...before), most[0]],
    [`JavaScript of a first visit, ${lab}`, withImports(...before, ...parts, ...later), most[1]],
  ]
})
const fonts = assets.filter((file) => /\.(woff2?|ttf|otf|eot)$/.test(file))
const rows = [
  ...visits.map(([name, files, limit]) => ({
    name: String(name),
    size: sum(
      /** @type {Set<string>} */ (files),
      (file) => gzipSync(read(file), { level: 9 }).length,
    ),
    limit: Number(limit) * kilobyte,
  })),
  { name: 'Fonts', size: sum(fonts, (file) => read(file).length), limit: mostFonts },
]

for (const { name, size, limit } of rows) {
  process.stdout.write(`${name}: ${(size / kilobyte).toFixed(1)} KB of ${limit / kilobyte} KB\n`)
}
const complaints = [
  ...rows.filter(({ size, limit }) => size > limit).map(({ name }) => `${name} is over its budget`),
  ...fonts.filter((file) => !file.endsWith('.woff2')).map((file) => `${file} is not WOFF2`),
]
for (const words of complaints) process.stderr.write(`${words}\n`)
if (complaints.length) process.exit(1)
