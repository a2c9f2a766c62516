// What lessons are called, known when the page is built: who only names them need not load all that is written in them.
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** A lesson's file, asked for with `?title`, is its title. */
export const lessonTitles: Plugin = {
  name: 'lesson-titles',
  enforce: 'pre',
  load: {
    filter: { id: /\.md\?title$/ },
    handler(id) {
      const [file = ''] = id.split('?')
      const [, title] = /^# (.*)/m.exec(readFileSync(file, 'utf8')) ?? []
      if (!title) throw new Error(`${file} has no title`)
      return { code: `export default ${JSON.stringify(title)}`, moduleType: 'js' }
    },
  },
}
