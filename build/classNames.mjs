// What classes of styles are called on the page: shorter in every file than a hash and a line, and read by who looks at it.
import { basename } from 'node:path'

/** @type {Map<string, string>} */
const modules = new Map()

/**
 * A class with the name of its module, of which there is one.
 * @param {string} name @param {string} file
 */
function generateScopedName(name, file) {
  const module = basename(file, '.module.css')
  const known = modules.get(module) ?? file
  if (known !== file) throw new Error(`${file} needs a name of its own: ${known} has it`)
  modules.set(module, file)
  return `${name}-${module}`
}

/** Vite's setting, wherever something of the page is built. */
export const classNames = { modules: { generateScopedName } }
