// Each lab is tried in every engine: a new one is missed here, not by whoever tries the engines next.
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { smoke } from './smoke.ts'

const labs = readdirSync('src/labs', { withFileTypes: true }).filter((it) => it.isDirectory())

test.each(labs.map(({ name }) => name))(
  'the %s lab has a link by which engines open it',
  (name) => {
    const opens = smoke.filter(({ promise }) =>
      promise.startsWith(`the ${name} lab opens #/${name}?`),
    )
    expect(opens.length).toBeGreaterThan(0)
  },
)
