// Links of up to 16 kB that mean no good: reading one is work in proportion to its length, and what is said stays short.
import { describe, expect, test, vi } from 'vitest'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { parts } from '../../core/experiment/parts.ts'
import { prepare } from '../../core/experiment/prepare.ts'
import { parse } from '../../core/language/parse.ts'
import { limits } from '../../core/limits.ts'
import { mend } from '../descents/mend.ts'
import { decodeLink } from './decodeLink.ts'

vi.mock('../../core/experiment/prepare.ts', { spy: true })
vi.mock('../../core/language/parse.ts', { spy: true })

const initial: Experiment = { f: 'tanhsin', start: [8], steps: 15 }

function read(link: string) {
  vi.clearAllMocks()
  const { experiment, complaints } = decodeLink(parts, link)
  const { lab: _, ...said } = experiment
  const mended = mend(said, initial, () => undefined)
  return {
    ...mended,
    complaints: [...complaints, ...mended.complaints],
    prepared: vi.mocked(prepare).mock.calls.length,
    parsed: vi.mocked(parse).mock.calls.reduce((sum, [text]) => sum + text.length, 0),
  }
}

/** As many pieces as a link can hold. */
function full(head: string, piece: (i: number) => string, tail = ''): string {
  let link = head
  for (let i = 0; link.length + piece(i).length + tail.length <= limits.link.most; i++)
    link += piece(i)
  return link + tail
}

const links: readonly [string, string][] = [
  ['unknown names', full('#/curve?f=x^2&run=sgd(', (i) => `a${i}=1,`, ')')],
  ['unknown keys', full('#/curve?f=x^2', (i) => `&k${i}=1`)],
  ['unknown parameters', full('#/curve?f=x^2&params=a:1', (i) => `,a${i}:1`)],
  ['unknown mistakes', full('#/curve?f=x^2&run=sgd(bugs=', (i) => `b${i}:`, ')')],
  ['keys without a name', full('#/curve?f=x^2', () => '&=')],
  ['runs', full('#/curve?f=x^2', () => '&run=sgd')],
  ['written runs', full('#/curve?f=x^2', (i) => `&run=custom&rule=m=b*m+g;x=x-lr*m/${i + 1}`)],
  ['rules without a run', full('#/curve?f=x^2', () => '&rule=x=x-g')],
  ['a rule of many lines', full('#/curve?f=x^2&run=custom&rule=', () => 'm=g;', 'x=x-lr*m')],
  ['a rule of a long line', full('#/curve?f=x^2&run=custom&rule=x=x', () => '-g')],
  ['lines that are none', full('#/curve?f=x^2&run=custom&rule=', () => ';')],
  ['parentheses', full('#/curve?f=', () => '(')],
  ['an optimizer in parentheses', full('#/curve?f=x^2&run=', () => '(', ')')],
  ['a long name', full('#/curve?f=x^2&run=', () => 'a')],
  ['a long number', full('#/curve?f=x^2&start=', () => '1', 'x')],
  ['a long start', full('#/curve?f=x^2&start=1', () => ',1')],
  ['a start of many names', full('#/curve?f=x^2&start=a:1', (i) => `,a${i}:1`)],
  ['schedules', full('#/curve?f=x^2&run=sgd', () => '@cosine')],
  ['milestones', full('#/curve?f=x^2&run=sgd@multistep(milestones=1', (i) => `:${i}`, ')')],
  ['escapes', full('#/curve?f=x^2&run=', () => '%E2')],
  ['signs', full('#/curve?f=x^2&run=sgd(', () => '=')],
  ['words of nothing to show', full('#/curve?f=x^2&show=a', (i) => `,a${i}`)],
]

describe('a link of', () => {
  test.each(links)('%s', (_, link) => {
    expect(link.length).toBeLessThanOrEqual(limits.link.most)
    const { experiment, complaints, prepared, parsed } = read(link)
    expect(() => prepare(experiment)).not.toThrow()
    expect(prepared).toBeLessThanOrEqual(4)
    expect(parsed).toBeLessThanOrEqual(2 * link.length)
    expect(complaints.length).toBeLessThanOrEqual(8)
    for (const complaint of complaints) expect(complaint.length).toBeLessThan(400)
  })

  test('more than that is refused before it is read', () => {
    const link = `${full('#/curve?f=x^2&run=sgd', () => '@cosine')}@cosine`
    const { experiment, complaints, parsed } = read(link)
    expect(experiment).toEqual(initial)
    expect(complaints).toEqual([limits.link.words])
    expect(parsed).toBeLessThan(100)
  })
})

test('the runs of a race that is too large are the first ones', () => {
  const { experiment, complaints } = read(`#/curve?f=x^2${'&run=sgd&run=adam'.repeat(6)}`)
  expect(experiment.runs).toHaveLength(limits.racers.most)
  expect(complaints).toEqual([limits.racers.words])
})

test('what would take too long is run for as many steps as usual', () => {
  const { experiment, complaints } = read('#/curve?f=x^2&steps=900000&run=lbfgs(lr=0.1)')
  expect(experiment).toEqual({ f: 'x^2', runs: [{ optimizer: 'lbfgs', hyper: { lr: 0.1 } }] })
  expect(complaints).toEqual([expect.stringMatching(/^900,000 steps would take too long/)])
})
