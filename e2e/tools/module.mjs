// TypeScript for plain Node: built as one module, by the same build as the app.

import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { classNames } from '../../build/classNames.mjs'

/**
 * The exports of a module of the project.
 * @param {string} entry
 * @param {string} name of the folder that it is built into
 */
export async function load(entry, name) {
  const outDir = resolve('node_modules/.cache', name)
  await build({
    configFile: false,
    css: classNames,
    logLevel: 'silent',
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'module.mjs' } },
    },
  })
  return import(pathToFileURL(resolve(outDir, 'module.mjs')).href)
}
