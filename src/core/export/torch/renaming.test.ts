// The names of a written rule in a script: whatever they are, it is the same script, and runs.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainNames, renamed } from '../../rules/test/renamed.ts'
import { disagreement } from '../test/agreement.ts'
import { runScripts, torchVersion } from '../test/torch.ts'
import { argumentsOfTorch, naming } from './naming.ts'
import { torchScript } from './script.ts'

const drawn = fc.sample(renamed, { numRuns: 120, seed: 20261128 })
const scripts = drawn.map(({ other }) => torchScript(other))

/** Without the rule as it was written, and without the defaults, which follow from what names usually mean. */
const bare = (script: string) =>
  script
    .replace(/^ *#.*\n/gm, '')
    .replace(/(?<=def __init__).*/g, (line) => line.replace(/=[-\d.e]+/g, ''))

/** A script with other names, each as Python and PyTorch allow it. */
function withNames(script: string, words: readonly string[]): string {
  const call = naming(['x', 'g', 't', 'f', 'lr', ...words], argumentsOfTorch)
  const own = new RegExp(`\\b(${plainNames.join('|')})(_0)?(_before)?\\b`, 'g')
  return script.replace(own, (_, plain: string, start = '', before = '') => {
    const word = `${words[plainNames.indexOf(plain)]}${start}`
    return call(before ? `prev(${word})` : word)
  })
}

test('other names make the same script with other names', () => {
  drawn.forEach(({ plain, words }, i) => {
    const expected = withNames(bare(torchScript(plain)), words)
    expect(bare(scripts[i] as string)).toBe(expected)
  })
})

describe.runIf(torchVersion)('and it computes what the run here does', () => {
  const answers = torchVersion ? runScripts(scripts) : []
  test.each(drawn.map(({ other }, i) => [JSON.stringify(other.runs), other, answers[i]] as const))(
    '%s',
    (_, experiment, answer) => {
      expect(answer?.error).toBe('')
      expect(disagreement(experiment, answer?.out ?? '')).toBeUndefined()
    },
  )
})
