// Compiles the kernels of networks, which are written in AssemblyScript, into src/core/networks/kernels/modules.ts. The
// same sources give the same bytes; a test compiles them anew and compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const folder = 'src/core/networks/kernels/assembly'
const options = ['-O3', '--noAssert', '--importMemory', '--zeroFilledMemory', '--enable', 'simd']
const modules = { plain: [], relaxed: ['--enable', 'relaxed-simd'] }

export const target = 'src/core/networks/kernels/modules.ts'

/** @param {string} name @param {readonly string[]} own */
async function compile(name, own) {
  /** @type {Uint8Array | undefined} */
  let bytes
  const { error, stderr } = await asc.main(
    [`${name}.ts`, '--outFile', name, '--runtime', 'stub', '--use', 'abort=', ...options, ...own],
    {
      readFile(file) {
        try {
          return readFileSync(join(folder, file), 'utf8')
        } catch {
          return null
        }
      },
      writeFile(_, contents) {
        bytes = /** @type {Uint8Array} */ (contents)
      },
    },
  )
  if (error || !bytes) throw new Error(`${name}: ${stderr.toString()}`, { cause: error })
  return Buffer.from(bytes).toString('base64')
}

/** The file of all modules. */
export async function assembled() {
  const lines = []
  for (const [name, own] of Object.entries(modules))
    lines.push(`export const ${name} =\n  '${await compile(name, own)}'\n`)
  return [
    '// The kernels as WebAssembly in base64. Written by npm run kernels, from assembly/: not by hand.\n',
    ...lines,
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, await assembled())
